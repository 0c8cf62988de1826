import type { Change, FoundBreak, Reading } from '../change.ts'
import { joinWords } from '../join-words.ts'
import { codeBlock, codeSpan } from '../markdown-text.ts'
import { printable } from '../printable.ts'
import { createPaint } from '../style.ts'
import type { ChangeReporter } from './change-report.ts'
import { isTight, readingRows, readingTitle, roomText, summarizeChanges } from './pretty.ts'

/** A comment on GitHub holds 65,536 characters, of which a heading and an end need some. */
const mostCharacters = 60_000

/** For comments. What users wrote stands in code, so that it mentions nobody and links nowhere. */
export const markdown: ChangeReporter = (report) => {
  const summary = summarizeChanges({ ...report, since: '' }, createPaint(false))
  const head = `### connectly diff ${codeSpan(report.since)}: ${summary.replace(' since  ', ' since ')}`
  const blocks: string[] = report.remarks.map(quoteWords)
  const first = blocks.length
  let size = head.length
  for (const change of report.changes) {
    const block = describeChange(change)
    size += block.length + 2
    if (size > mostCharacters) break
    blocks.push(block)
  }
  const left = report.changes.length - (blocks.length - first)
  return [head, ...blocks, ...(left > 0 ? [`and ${left} more`] : [])].join('\n\n')
}

function describeChange({ message, kind, breaks, notes, readings, room }: Change): string {
  const list = [
    ...breaks.map(describeBreak),
    ...notes.map((note) => `- ${quoteWords(note)}`),
    ...room.filter(isTight).map((change) => `- room: ${codeSpan(roomText(change))}`),
  ]
  return [
    `#### ${codeSpan(message)} ${kind}`,
    ...(list.length === 0 ? [] : [list.join('\n')]),
    ...readings.map(describeReading),
  ].join('\n\n')
}

function describeBreak({ rule, severity, breaks, text, locale, place }: FoundBreak): string {
  const verb = severity === 'error' ? 'breaks' : severity
  const where = place?.line === undefined ? '' : ` at ${codeSpan(`${place.file}:${place.line}`)}`
  const inLocale = locale === undefined ? '' : ` in ${codeSpan(locale)}`
  return `- **${verb} ${joinWords(breaks)}** (${codeSpan(rule)}${inLocale}${where}): ${quoteWords(text)}`
}

/** A sentence in which names and values of users may stand: all of it is shown as it is. */
function quoteWords(text: string): string {
  return codeSpan(text)
}

function describeReading({ locale, examples, lines }: Reading): string {
  const rows = readingRows(lines).map(({ row }) => row)
  return [codeSpan(printable(readingTitle(locale, examples))), codeBlock(rows, 'diff')].join('\n')
}
