import type { RowProblem } from '../model/recipient-row.ts'
import { countOf, formatCount } from './amounts.ts'
import { printable, wrapText } from './printable.ts'

/** What is wrong with a list of recipients. */
export interface ProblemReport {
  /** Rows that could be read, and in `notes` those that could not. */
  readonly rows: number
  readonly notes: { readonly unreadableRows: number; readonly isCut: boolean }
  /** Those that are shown. */
  readonly problems: readonly RowProblem[]
  readonly problemCount: number
}

/** Shows the problems of a list, each with its place. */
export function describeProblems(report: ProblemReport, label: string, width: number): string {
  const file = printable(label)
  const { problems, problemCount } = report
  const more = problemCount - problems.length
  return [
    ...problems.flatMap(({ line, column, fault, message }) => [
      `${file}:${line}:${column} error ${fault}`,
      ...wrapText(printable(message), width - 2).map((text) => `  ${text}`),
    ]),
    ...(more > 0 ? [`… and ${formatCount(more)} more`] : []),
    '',
    ...wrapText(
      `${countOf(problemCount, 'error')} in ${file} (${describeRows(report)}), so nothing was sent`,
      width,
    ),
    '',
  ].join('\n')
}

function describeRows({ rows, notes: { unreadableRows, isCut } }: ProblemReport): string {
  const read = rows + unreadableRows
  if (!isCut) return countOf(read, 'row')
  if (read === 0) return 'its rows were not read'
  return `${countOf(read, 'row')} before the last error; what follows it was not read`
}
