import type { Audience } from '../../language/breaking/breaking-rule.ts'
import { audiencesOf, type Change, type FoundBreak } from '../change.ts'
import { joinWords } from '../join-words.ts'
import { codeBlock, codeSpan, sentence } from '../markdown-text.ts'
import { createPaint } from '../style.ts'
import { describeAcceptance } from './acceptance.ts'
import type { ChangeReport, ChangeReporter } from './change-report.ts'
import { type GroupedReading, groupReadings } from './group-readings.ts'
import { isTight, readingRows, readingTitle, roomText, summarizeChanges, verbOf } from './pretty.ts'

/** A comment on GitHub holds 65,536 characters, of which a heading and an end need some. */
const mostCharacters = 60_000

/** For comments. What users wrote stands in code, so that it mentions nobody and links nowhere. */
export const markdown: ChangeReporter = (report) => {
  const since = codeSpan(report.since)
  // The name of a commit is not ours either.
  const summary = summarizeChanges({ ...report, since: '' }, createPaint(false))
  const head = `### ${summary.replace(/ since {2}\(/, () => ` since ${since} (`)}`
  const start = [head, ...report.remarks.map(sentence)]
  const end = [...explainAudiences(report), ...showAcceptance(report)]
  const blocks: string[] = []
  let size = [...start, ...end].join('\n\n').length
  // What breaks is read first, and is there where not everything has room.
  for (const change of report.changes.toSorted((left, right) => rankOf(left) - rankOf(right))) {
    const block = describeChange(change)
    size += block.length + 2
    if (size > mostCharacters) break
    blocks.push(block)
  }
  const left = report.changes.length - blocks.length
  const more = left > 0 ? [`and ${left} more messages, which \`connectly diff\` shows`] : []
  return [...start, ...blocks, ...more, ...end].join('\n\n')
}

function rankOf({ breaks }: Change): number {
  if (breaks.some(({ severity }) => severity === 'error')) return 0
  return breaks.length > 0 ? 1 : 2
}

const audiences: { readonly [name in Audience]: string } = {
  callers: 'code that sends messages or handles taps has to be changed, too',
  conversations: 'taps on messages that customers already have are read otherwise, or not at all',
  limits: 'WhatsApp may refuse the message',
}

/** Not everybody who reads a pull request knows the words. */
function explainAudiences({ changes }: ChangeReport): readonly string[] {
  const broken = audiencesOf(changes)
  const lines = Object.entries(audiences).flatMap(([name, meaning]) =>
    broken[name as Audience] ? [`- breaks **${name}**: ${meaning}`] : [],
  )
  return lines.length === 0 ? [] : ['---', lines.join('\n')]
}

function showAcceptance(report: ChangeReport): readonly string[] {
  const acceptance = describeAcceptance(report)
  if (acceptance === undefined) return []
  const { title, lines, remarks } = acceptance
  return [[`${title}:`, codeBlock(lines, 'yaml')].join('\n'), ...remarks.map(sentence)]
}

function describeChange({ message, kind, breaks, notes, readings, room }: Change): string {
  const list = [
    ...breaks.map(describeBreak),
    ...notes.map((note) => `- ${sentence(note)}`),
    ...room.filter(isTight).map((change) => `- room: ${codeSpan(roomText(change))}`),
  ]
  return [
    `#### ${codeSpan(message)} ${kind}`,
    ...groupReadings(readings).map(describeReading),
    ...(list.length === 0 ? [] : [list.join('\n')]),
  ].join('\n\n')
}

function describeBreak({ rule, severity, breaks, text, locale, place }: FoundBreak): string {
  const where = place?.line === undefined ? '' : ` at ${codeSpan(`${place.file}:${place.line}`)}`
  const inLocale = locale === undefined ? '' : ` in ${codeSpan(locale)}`
  const what = `**${verbOf(severity)} ${joinWords(breaks)}**${inLocale}`
  return `- ${what}: ${sentence(text)} (${codeSpan(rule)}${where})`
}

function describeReading({ locales, examples, lines }: GroupedReading): string {
  const rows = readingRows(lines).map(({ row }) => row)
  return [sentence(readingTitle(locales, examples)), codeBlock(rows, 'diff')].join('\n')
}
