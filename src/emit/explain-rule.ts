import type { Rule, RuleExample } from '../language/rules/rule.ts'
import type { Evidence } from '../model/limit-evidence.ts'
import type { Limit } from '../model/limits.ts'
import { limitUnit, limitValue } from './describe-limit.ts'
import { wrapText } from './printable.ts'
import { createPaint, type Paint } from './style.ts'

/** A limit that a rule reads, and what is known of it. */
export interface ProvenLimit {
  readonly limit: Limit
  readonly evidence: Evidence | undefined
}

/** How an explanation is shown. */
export interface ExplainOptions {
  readonly color: boolean
  /** Columns; only files and addresses, which cannot be broken, take more. */
  readonly width: number
}

/** Explains one rule: why it exists, how it looks when it is broken and kept, where it comes from. */
export function explainRule(
  rule: Rule,
  limits: readonly ProvenLimit[],
  { color, width }: ExplainOptions,
): string {
  const paint = createPaint(color)
  const { name, severity, summary, why, source, examples } = rule
  const bad = examples.find(({ reports }) => reports.length > 0)
  const good = examples.find(({ reports }) => reports.length === 0)
  const parts = [
    [
      `${paint('strong', name)} ${paint(severity, severity)}`,
      ...wrapText(standing(rule, limits), width),
    ],
    wrapText(summary, width),
    wrapText(why, width),
    ...(source === undefined ? [] : [[`Source: ${paint('link', source)}`]]),
    ...(bad === undefined ? [] : [showExample(bad, paint, width)]),
    ...(good === undefined ? [] : [showExample(good, paint, width)]),
    ...(limits.length === 0 ? [] : [showLimits(limits, rule, paint, width)]),
  ]
  return parts.map((lines) => lines.join('\n')).join('\n\n')
}

/** Lists rules with what they find. */
export function listRules(
  rules: readonly Pick<Rule, 'name' | 'severity' | 'summary'>[],
  { color, width }: ExplainOptions,
): string {
  const paint = createPaint(color)
  const indent = Math.max(...rules.map(({ name }) => name.length)) + 2
  const lines = rules.flatMap(({ name, severity, summary }) => {
    const [first = '', ...rest] = wrapText(summary, width - indent)
    const head = `${paint(severity, name)}${' '.repeat(indent - name.length)}${first}`
    return [head, ...rest.map((line) => ' '.repeat(indent) + line)]
  })
  return lines.join('\n')
}

function standing({ isLocked, severity }: Rule, limits: readonly ProvenLimit[]): string {
  if (isLocked && limits.some(({ limit }) => !limit.refused)) {
    return 'No config can turn it off or lower it. Its warnings can be suppressed by a comment, its errors cannot.'
  }
  if (isLocked) return 'Nothing can turn it off or lower it: no config and no suppression.'
  const other = severity === 'error' ? 'warning' : 'error'
  return `The config can set it to ${other}, info or off, and a comment can suppress it.`
}

function showExample(example: RuleExample, paint: Paint, width: number): readonly string[] {
  const { title, yaml, path, files = {}, locales, tracking, encoding, reports } = example
  const isGood = reports.length === 0
  const kind = isGood ? paint('good', 'Good:') : paint('error', 'Bad:')
  return [
    `${kind} ${title}`,
    ...(locales === undefined ? [] : [describeLocales(locales)]),
    ...(tracking === true ? ['  with tracking: true'] : []),
    ...(encoding === 'latin1' ? ['  saved as Latin-1'] : []),
    ...(path === undefined ? [] : [`  ${path}`]),
    ...showFile(yaml),
    ...Object.entries(files).flatMap(([other, text]) => [`  and ${other}`, ...showFile(text)]),
    ...reports.flatMap((report) => showReport(report, paint, width)),
  ]
}

function describeLocales({ all, fallback = {} }: NonNullable<RuleExample['locales']>): string {
  const chains = Object.entries(fallback).map(
    ([locale, chain]) => `, and for ${locale} the chain ${chain.join(', ')}`,
  )
  return `  with the locales ${all.join(', ')}${chains.join('')}`
}

/** A file, indented. */
export function showFile(text: string): readonly string[] {
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => `    ${line}`.trimEnd())
}

/** What a rule says of an example. */
export function showReport(report: string, paint: Paint, width: number): readonly string[] {
  const [first = '', ...rest] = wrapText(report, width - 4)
  return [`  ${paint('error', first)}`, ...rest.map((line) => `    ${paint('error', line)}`)]
}

function showLimits(
  limits: readonly ProvenLimit[],
  rule: Rule,
  paint: Paint,
  width: number,
): readonly string[] {
  return ['Limits:', ...limits.flatMap((proven) => showLimit(proven, rule, paint, width))]
}

function showLimit(
  { limit, evidence }: ProvenLimit,
  rule: Rule,
  paint: Paint,
  width: number,
): readonly string[] {
  const unit = limitUnit(limit)
  const ask = [limitValue(limit), unit].filter((word) => word !== '').join(' ')
  const notes = [`${limit.subject}: ${ask}`, ...exceptions(limit, rule)]
  const [first = '', ...rest] = wrapText(notes.join(', '), width - 4)
  return [
    `  ${first}`,
    ...rest.map((line) => `    ${line}`),
    ...(evidence === undefined ? [] : cite(evidence, paint)),
  ]
}

/** How a limit's row decides otherwise than its rule. */
function exceptions(limit: Limit, { severity, isLocked }: Rule): readonly string[] {
  return [
    ...(limit.severity === severity ? [] : [`as ${limit.severity}`]),
    ...(limit.strict === undefined ? [] : [`${limit.strict} in the preset strict`]),
    ...(limit.refused === isLocked
      ? []
      : [limit.refused ? 'cannot be turned off' : 'can be suppressed']),
  ]
}

/** The most telling page, which the date belongs to, on a line that a terminal can open. */
function cite({ confidence, date, source }: Evidence, paint: Paint): readonly string[] {
  const [first = '', ...others] = source.split(' ')
  const more =
    ['', ', with one more source'][others.length] ?? `, with ${others.length} more sources`
  return [`    ${confidence}, ${date}${more}`, `    ${paint('link', first)}`]
}
