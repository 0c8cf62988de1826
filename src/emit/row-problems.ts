import type { RowProblem } from '../model/recipient-row.ts'
import { countOf, formatCount } from './amounts.ts'
import { printable, wrapText } from './printable.ts'

/** What is wrong with a list of recipients. */
export interface ProblemReport {
  readonly rows: number
  /** Those that are shown. */
  readonly problems: readonly RowProblem[]
  readonly problemCount: number
}

/** Shows the problems of a list, each with its place. */
export function describeProblems(
  { rows, problems, problemCount }: ProblemReport,
  label: string,
  width: number,
): string {
  const file = printable(label)
  const more = problemCount - problems.length
  return [
    ...problems.flatMap(({ line, column, fault, message }) => [
      `${file}:${line}:${column} error ${fault}`,
      ...wrapText(printable(message), width - 2).map((text) => `  ${text}`),
    ]),
    ...(more > 0 ? [`… and ${formatCount(more)} more`] : []),
    '',
    `${countOf(problemCount, 'error')} in ${file} (${countOf(rows, 'row')}), so nothing was sent`,
    '',
  ].join('\n')
}
