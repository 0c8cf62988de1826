import type { Diagnostic } from '../../model/diagnostic.ts'
import type { JsonObject } from '../../model/json.ts'
import { LineIndex, type Source } from '../../model/source.ts'
import { logLine, printable, wrapText } from '../printable.ts'
import { createPaint, type Paint } from '../style.ts'
import { drawFrame } from './code-frame.ts'
import { countSeverity, type Report, type Reporter } from './reporter.ts'
import { countByRule } from './rule-counts.ts'

/** For people at a terminal: a code frame for each finding, many of them counted by rule, then one line that sums up. */
export const pretty: Reporter = (report, { color, width = 80 }) => {
  const paint = createPaint(color)
  const findings = report.diagnostics.map((diagnostic) =>
    describe(diagnostic, report, paint, width),
  )
  const counts = countByRule(report.diagnostics, paint)
  const end = [summarize(report, paint), ...countFixes(report)].join('\n')
  return [...findings, ...(counts.length === 0 ? [] : [counts.join('\n')]), end].join('\n\n')
}

function describe(diagnostic: Diagnostic, report: Report, paint: Paint, width: number): string {
  const { severity, rule } = diagnostic
  const place = paint('strong', printable(placeText(diagnostic, report)))
  const head = `${place} ${paint(severity, severity)} ${paint('quiet', rule)}`
  return [head, ...describeBelow(diagnostic, report, paint, width)].join('\n')
}

/** Where a finding is: `file:line:column`. */
export function placeText({ file, range }: Diagnostic, { sources }: Report): string {
  return `${file}${positionIn(sources.get(file), range.start)}`
}

/** What stands below the head of a finding: message, code frame, counterexample and fixes. */
export function describeBelow(
  diagnostic: Diagnostic,
  report: Report,
  paint: Paint,
  width: number,
): readonly string[] {
  const { file, range, severity, message, counterexample, fixes = [] } = diagnostic
  const source = report.sources.get(file)
  const lines = [...wrapText(printable(message), width - 2).map((text) => `  ${text}`)]
  if (source !== undefined && source.text !== '') {
    lines.push(...drawFrame(source.text, range, { paint, tone: severity, width }))
  }
  if (counterexample !== undefined) lines.push(...showExample(counterexample, paint, width))
  for (const fix of fixes) {
    const kind = fix.safe ? 'fix' : 'possible fix, to be decided by you'
    const [first = '', ...rest] = wrapText(`${kind}: ${printable(fix.title)}`, width - 4)
    lines.push(`  ${paint('good', first)}`, ...rest.map((text) => `    ${paint('good', text)}`))
  }
  return lines.map(logLine)
}

/** Of a file whose text is not known, such as a config in TypeScript, no place is made up. */
function positionIn(source: Source | undefined, offset: number): string {
  if (source === undefined) return ''
  const { line, column } = new LineIndex(source.text).positionAt(offset)
  return `:${line}:${column}`
}

/** The variables that break it; a long value is cut, since the frame above shows where. */
function showExample(example: JsonObject, paint: Paint, width: number): readonly string[] {
  const room = width - 6
  return [
    '  for example with',
    ...Object.entries(example).map(([name, value]) => {
      const text = printable(`${name}: ${JSON.stringify(shorten(value))}`)
      return `    ${paint('info', cutText(text, room))}`
    }),
  ]
}

/** Never cuts between the halves of a character. */
function cutText(text: string, length: number): string {
  if (text.length <= length) return text
  return `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}

function shorten(value: unknown): unknown {
  if (Array.isArray(value) && value.length > 2) return [...value.slice(0, 2), '…']
  if (typeof value === 'string') return cutText(value, 48)
  return value
}

/** One line that sums up. */
export function summarize(
  { diagnostics, files, proven, hidden = 0, baselined = 0 }: Report,
  paint: Paint,
): string {
  const errors = countSeverity(diagnostics, 'error')
  const warnings = countSeverity(diagnostics, 'warning')
  const left = baselined === 0 ? '' : `, ${baselined} in the baseline not shown`
  const where = `in ${count(files, 'file')}${left}`
  const proof = proven === 0 ? '' : `, ${count(proven, 'check')} proven for every value`
  if (errors === 0 && hidden > 0) {
    return `no errors ${where} (${count(hidden, 'warning')} not shown)${proof}`
  }
  if (errors + warnings === 0) {
    return paint('good', `no problems ${where}${proof}`)
  }
  const found = [
    ...(errors > 0 ? [paint('error', count(errors, 'error'))] : []),
    ...(warnings > 0 ? [paint('warning', count(warnings, 'warning'))] : []),
  ]
  return `${found.join(' and ')} ${where}${proof}`
}

/** A line that says how the fixes above are applied, or why they were not. */
function countFixes({ diagnostics, applied }: Report): readonly string[] {
  const fixable = diagnostics.filter(({ fixes = [] }) => fixes.length > 0)
  const safe = fixable.filter(({ fixes = [] }) => fixes.some((fix) => fix.safe)).length
  const others = fixable.length - safe
  const tried = applied === 'all' ? fixable.length : safe
  const left = applied === undefined ? 0 : tried
  const parts: string[] = []
  if (applied === undefined && safe > 0) parts.push(`${safe} fixable with \`connectly lint --fix\``)
  if (applied !== 'all' && others > 0) {
    const isFirst = parts.length === 0
    parts.push(
      `${others} ${isFirst ? 'fixable with `connectly lint ' : 'more with `'}--fix-unsafe\``,
    )
  }
  const lines = parts.length === 0 ? [] : [parts.join(', ')]
  if (left > 0) {
    lines.push(
      `${count(left, 'fix', 'fixes')} left out: mending nothing, or breaking something else`,
    )
  }
  return lines
}

function count(number: number, noun: string, plural: string = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`
}
