import type { BreakingExample, BreakingRule } from '../language/breaking/breaking-rule.ts'
import { exampleLocales } from './example-locales.ts'
import { type ExplainOptions, showFile, showReport } from './explain-rule.ts'
import { joinWords } from './join-words.ts'
import { wrapText } from './printable.ts'
import { createPaint, type Paint } from './style.ts'

/** Explains a rule about changes: whom it hurts, how a change is made that hurts nobody. */
export function explainBreaking(rule: BreakingRule, { color, width }: ExplainOptions): string {
  const paint = createPaint(color)
  const { name, severity, summary, why, breaks, examples } = rule
  const bad = examples.find(({ reports }) => reports.length > 0)
  const good = examples.find(({ reports }) => reports.length === 0)
  const standing = `\`connectly diff\` asks it, about ${joinWords(breaks)}. The config can set it to error, warning, info or off.`
  const parts = [
    [`${paint('strong', name)} ${paint(severity, severity)}`, ...wrapText(standing, width)],
    wrapText(summary, width),
    wrapText(why, width),
    ...[bad, good].map((example) => (example ? showChange(example, paint, width) : [])),
  ]
  return parts.map((lines) => lines.join('\n')).join('\n\n')
}

function showChange(example: BreakingExample, paint: Paint, width: number): readonly string[] {
  const { title, before, after, tracking, reports } = example
  const locales = exampleLocales(example)
  const kind = reports.length === 0 ? paint('good', 'Good:') : paint('error', 'Bad:')
  return [
    `${kind} ${title}`,
    ...(locales === undefined ? [] : [`  ${locales}`]),
    ...(tracking === undefined
      ? []
      : [`  with tracking: ${tracking.before}, then tracking: ${tracking.after}`]),
    ...showFiles('  before', before),
    ...showFiles('  after', after),
    ...reports.flatMap((report) => showReport(report, paint, width)),
  ]
}

function showFiles(when: string, files: BreakingExample['before']): readonly string[] {
  const entries = Object.entries(files)
  if (entries.length === 0) return [`${when}, no file`]
  return entries.flatMap(([path, text]) => [`${when}, ${path}`, ...showFile(text)])
}
