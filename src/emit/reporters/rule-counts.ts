import type { Diagnostic } from '../../model/diagnostic.ts'
import { countOf, formatCount, mostFrequent } from '../amounts.ts'
import type { Paint } from '../style.ts'
import { countSeverity } from './reporter.ts'

/** Whoever reads no more findings than these needs no overview. */
const fewFindings = 20

const mostLines = 10

/** Of many findings how many there are of each rule, the most frequent first. */
export function countByRule(diagnostics: readonly Diagnostic[], paint: Paint): readonly string[] {
  if (diagnostics.length <= fewFindings) return []
  const byRule = Map.groupBy(diagnostics, ({ rule }) => rule)
  const sorted = mostFrequent(new Map([...byRule].map(([rule, found]) => [rule, found.length])))
  const isAll = sorted.length <= mostLines
  const shown = sorted.slice(0, isAll ? mostLines : mostLines - 1)
  const rest = sorted.slice(shown.length).flatMap(([rule]) => byRule.get(rule) ?? [])
  const amounts = shown.map(([rule]) => amountOf(byRule.get(rule) ?? []))
  const width = Math.max(...amounts.map((amount) => amount.length))
  return [
    'by rule:',
    ...shown.map(
      ([rule], index) => `  ${amounts[index]?.padStart(width)}  ${paint('quiet', rule)}`,
    ),
    ...(isAll ? [] : [`  ${amountOf(rest)} of ${sorted.length - shown.length} other rules`]),
  ]
}

function amountOf(diagnostics: readonly Diagnostic[]): string {
  const [errors, warnings, infos] = (['error', 'warning', 'info'] as const).map((severity) =>
    countSeverity(diagnostics, severity),
  )
  return [
    ...(errors ? [countOf(errors, 'error')] : []),
    ...(warnings ? [countOf(warnings, 'warning')] : []),
    ...(infos ? [`${formatCount(infos)} info`] : []),
  ].join(', ')
}
