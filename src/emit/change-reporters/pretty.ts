import { countOf } from '../amounts.ts'
import type { Change, FoundBreak, Place, ReadingLine, RoomChange } from '../change.ts'
import { audiencesOf, countBreaks } from '../change.ts'
import { type FailOn, failingBreaks } from '../failing.ts'
import { joinWords } from '../join-words.ts'
import { displayWidth, logLine, printable, wrapText } from '../printable.ts'
import { createPaint, type Paint } from '../style.ts'
import { describeAcceptance } from './acceptance.ts'
import type { ChangeReport, ChangeReporter } from './change-report.ts'
import { type GroupedReading, groupReadings } from './group-readings.ts'

/** For people at a terminal: message by message, and one line that sums up. */
export const pretty: ChangeReporter = (report, { color, width }) => {
  const paint = createPaint(color)
  const blocks = report.changes.map((change) =>
    describeChange(change, paint, width).map(logLine).join('\n'),
  )
  const remarks = report.remarks.map((remark) =>
    hang('', printable(remark), width).map(logLine).join('\n'),
  )
  const acceptance = showAcceptance(report, width)
  return [...blocks, ...remarks, ...acceptance, summarizeChanges(report, paint)].join('\n\n')
}

function showAcceptance(report: ChangeReport, width: number): readonly string[] {
  const acceptance = describeAcceptance(report)
  if (acceptance === undefined) return []
  const { title, lines, remarks } = acceptance
  const shown = [
    ...hang('', `${title}:`, width),
    ...lines.map((line) => `  ${line}`),
    ...remarks.flatMap((remark) => hang('', remark, width)),
  ]
  return [shown.map(logLine).join('\n')]
}

/** What changed in one line. */
export function summarizeChanges(
  { changes, since, commit, failOn }: Omit<ChangeReport, 'configFileOf'>,
  paint: Paint,
): string {
  const origin = `${printable(since)}${since.startsWith(commit) ? '' : ` (${commit})`}`
  if (changes.length === 0) {
    return `nothing changed for customers or callers since ${origin}`
  }
  const errors = countBreaks(changes, 'error')
  const warnings = countBreaks(changes, 'warning')
  const broken = Object.entries(audiencesOf(changes)).flatMap(([name, is]) => (is ? [name] : []))
  const verdict =
    errors === 0
      ? paint('good', 'nothing breaks')
      : paint('error', `${countOf(errors, 'breaking change')} (${broken.join(', ')})`)
  const parts = [
    verdict,
    ...(errors === 0 || failOn === undefined ? [] : [tellFailing(changes, failOn)]),
    ...(warnings === 0 ? [] : [paint('warning', countOf(warnings, 'warning'))]),
  ]
  return `${countOf(changes.length, 'message')} changed since ${origin}: ${parts.join(', ')}`
}

function tellFailing(changes: readonly Change[], failOn: FailOn): string {
  const count = failingBreaks(changes, failOn).length
  const option = `--fail-on ${failOn.length === 0 ? 'none' : failOn.join(',')}`
  return `${count === 0 ? 'none' : count} of them ${count > 1 ? 'fail' : 'fails'} (${option})`
}

function describeChange(change: Change, paint: Paint, width: number): readonly string[] {
  const { message, kind, breaks, readings, room, notes } = change
  const head = `${paint('strong', printable(message))} ${paint('quiet', `${kind}, ${change.files.map(printable).join(' ')}`)}`
  return [
    head,
    ...breaks.flatMap((found) => describeBreak(found, paint, width)),
    ...notes.flatMap((note) => hang('  ', printable(note), width)),
    ...groupReadings(readings).flatMap((reading) => describeReading(reading, paint, width)),
    ...describeRoom(room, width),
  ]
}

function describeBreak(
  { rule, severity, breaks, text, locale, place }: FoundBreak,
  paint: Paint,
  width: number,
): readonly string[] {
  const where = [locale === undefined ? '' : ` in ${printable(locale)}`, showPlace(place)].join('')
  return [
    `  ${paint(severity, `${verbOf(severity)} ${joinWords(breaks)}`)} ${paint('quiet', rule)}${where}`,
    ...hang('    ', printable(text), width),
  ]
}

/** How sure it is that something breaks. */
export function verbOf(severity: FoundBreak['severity']): string {
  return { error: 'breaks', warning: 'may break', info: 'is worth a look for' }[severity]
}

function showPlace(place: Place | undefined): string {
  return place?.line === undefined
    ? ''
    : ` at ${printable(place.file)}:${place.line}:${place.column ?? 1}`
}

function describeReading(
  { locales, examples, lines }: GroupedReading,
  paint: Paint,
  width: number,
): readonly string[] {
  return [
    `  ${readingTitle(locales, examples)}`,
    ...readingRows(lines).flatMap(({ mark, row }) =>
      row === ''
        ? []
        : hang('    ', row, width).map((line, index) => {
            const text = index === 0 ? line : `      ${line.trimStart()}`
            return paint(mark === '-' ? 'error' : 'good', text)
          }),
    ),
  ]
}

/** Which texts are shown, in words. */
export function readingTitle(locales: readonly string[], examples: readonly string[]): string {
  const where = locales.length === 0 ? '' : ` in ${printable(joinWords(locales))}`
  const names = examples.slice(0, 3).map((name) => JSON.stringify(printable(name)))
  const more = examples.length > 3 ? ` and ${examples.length - 3} more` : ''
  const how = examples.length === 0 ? 'as it is written' : `with ${names.join(', ')}${more}`
  return `customers read${where}, ${how}:`
}

/** The lines of a reading, their labels in a column. */
export function readingRows(
  lines: readonly ReadingLine[],
): readonly { readonly mark: ReadingLine['mark']; readonly row: string }[] {
  const widest = Math.max(0, ...lines.map(({ label }) => displayWidth(printable(label))))
  return lines.map(({ mark, label, text }) => {
    const shown = printable(label)
    const gap = ' '.repeat(widest - displayWidth(shown))
    return { mark, row: `${mark} ${shown}${gap}  ${printable(text)}`.trimEnd() }
  })
}

function describeRoom(room: readonly RoomChange[], width: number): readonly string[] {
  const lines = room.filter(isTight).map(roomText)
  if (lines.length === 0) return []
  return ['  room that is used at most:', ...lines.flatMap((line) => hang('    ', line, width))]
}

/** Whether so much of a limit is or was used that people ask how much is left. */
export function isTight({ limit, before = 0, after }: RoomChange): boolean {
  return Math.max(before, after) * 2 >= limit
}

/** One place and how full it can be: `footer.text: 18 of 60 characters (was 12)`. */
export function roomText({ locale, place, unit, limit, before, after }: RoomChange): string {
  const where = locale === undefined ? '' : `${printable(locale)} `
  const was = before === undefined ? '' : ` (was ${showAmount(before)})`
  return `${where}${printable(place)}: ${showAmount(after)} of ${limit} ${unit}${was}`
}

function showAmount(amount: number): string {
  return Number.isFinite(amount) ? String(amount) : 'any number'
}

/** Lines of a text, all of them indented. */
function hang(indent: string, text: string, width: number): readonly string[] {
  return wrapText(text, Math.max(20, width - indent.length)).map((line) => indent + line)
}
