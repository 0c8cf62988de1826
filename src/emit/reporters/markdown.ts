import type { Diagnostic } from '../../model/diagnostic.ts'
import { codeBlock, codeSpan } from '../markdown-text.ts'
import { createPaint } from '../style.ts'
import { describeBelow, placeText, summarize } from './pretty.ts'
import type { Report, Reporter } from './reporter.ts'

/** A comment on GitHub holds 65,536 characters, of which a heading and an end need some. */
const mostCharacters = 60_000

/** For comments and summaries of jobs. What users wrote stands in code, so that it does nothing. */
export const markdown: Reporter = (report) => {
  const plain = createPaint(false)
  const head = `### connectly lint: ${summarize(report, plain)}`
  const blocks: string[] = []
  let size = head.length
  for (const diagnostic of report.diagnostics) {
    const block = describe(diagnostic, report)
    size += block.length + 2
    if (size > mostCharacters) break
    blocks.push(block)
  }
  const left = report.diagnostics.length - blocks.length
  const more = left > 0 ? [`and ${left} more`] : []
  return [head, ...blocks, ...more].join('\n\n')
}

function describe(diagnostic: Diagnostic, report: Report): string {
  const { severity, rule } = diagnostic
  const place = codeSpan(placeText(diagnostic, report))
  const lines = describeBelow(diagnostic, report, createPaint(false), 98)
  return [
    `**${severity}** ${codeSpan(rule)} at ${place}`,
    codeBlock(lines.map((line) => line.replace(/^ {2}/, ''))),
  ].join('\n')
}
