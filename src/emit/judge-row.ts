import { judgePayload } from '../language/judge.ts'
import { checkValue, checkVariables } from '../model/check-variables.ts'
import type { StringDeclaration } from '../model/declaration.ts'
import { describeValue } from '../model/describe-value.ts'
import { InvalidMessageError } from '../model/errors.ts'
import { fillMessage } from '../model/fill.ts'
import type { MessageDefinition } from '../model/message.ts'
import { nearMiss } from '../model/near-miss.ts'
import type { Payload } from '../model/payload.ts'
import { readRecipient } from '../model/recipient.ts'
import type { FieldProblem, ListedRow, RecipientRow } from '../model/recipient-row.ts'
import { formatPath, type Path } from '../model/source.ts'
import { withTracking } from '../model/tracking.ts'
import { bodyFor } from './define-message.ts'
import { findMisplaced, isBeside } from './misplaced-value.ts'
import { renderFallback, renderMessage } from './render.ts'

/** What is the same for every row of a bulk run. */
export interface RowSettings {
  readonly message: MessageDefinition
  /** Which of the business's numbers sends. */
  readonly sender: string | undefined
  /** The locale of rows that name none. */
  readonly locale: string
  /** Whether the fallback template may be sent where the window is closed. */
  readonly hasFallback: boolean
  /** The id of the run, which `$c` names. */
  readonly run: string
}

/** What goes over the wire for one row. */
export interface RowPayloads {
  readonly payload: Payload
  /** What is sent instead where the 24-hour window is closed and the caller asked for it. */
  readonly fallback: Payload | undefined
}

/** A row that can be sent, or what is wrong with it. */
export type JudgedRow =
  | { readonly row: RecipientRow }
  | {
      readonly problems: readonly FieldProblem[]
      /** The recipient, where that much is right. */
      readonly to?: string | undefined
    }

/** Judges a row by the declarations of the message and, rendered, by every rule. */
export function judgeRow(listed: ListedRow, row: number, settings: RowSettings): JudgedRow {
  const read = readRow(listed, row, settings)
  if ('problems' in read) return read
  const problems = problemsOfRendered(read.row, settings)
  return problems.length === 0 ? read : { problems, to: read.row.to }
}

/** Reads a row that may have been judged before: values as they are used, nothing rendered. */
export function readRow(listed: ListedRow, row: number, settings: RowSettings): JudgedRow {
  const { message } = settings
  const problems: FieldProblem[] = [...listed.problems]
  if (problems.some(({ fault }) => fault === 'recipients-syntax')) return { problems }
  const to = readTo(listed, problems)
  const name = readName(listed, problems)
  const locale = readLocale(listed, settings, problems)
  const checked = checkVariables(message.variables, listed.variables)
  const unread = new Set(listed.problems.map(({ path }) => formatPath(path.slice(0, 2))))
  for (const problem of checked.problems) {
    const path = ['variables', ...problem.path]
    // What could not be read is not missing besides.
    if (unread.has('variables') || unread.has(formatPath(path.slice(0, 2)))) continue
    if (problem.keyword === 'required' && isBeside(listed, problem.path)) continue
    problems.push({ path, fault: 'invalid-variable', message: problem.message })
  }
  problems.push(...findMisplaced(listed, message.variables))
  if (to === undefined || locale === undefined || problems.length > 0) return { problems, to }
  return { row: { row, line: listed.line, to, name, locale, variables: checked.values } }
}

/** Renders a row that was judged before. */
export function renderRow(row: RecipientRow, settings: RowSettings): RowPayloads {
  const { message, sender, hasFallback, run } = settings
  const filled = fillMessage(message, bodyFor(message, row.locale), row.variables)
  const envelope = { to: row.to, recipientName: row.name, sender }
  const fallback = hasFallback ? renderFallback(filled, envelope) : undefined
  const { name, tracking = false } = message
  const track = (payload: Payload): Payload =>
    tracking ? withTracking(payload, { message: name, run, row: row.row }) : payload
  return { payload: track(renderMessage(filled, envelope)), fallback: fallback && track(fallback) }
}

function readTo({ to }: ListedRow, problems: FieldProblem[]): string | undefined {
  const read =
    typeof to === 'string' || to === undefined
      ? readRecipient(to ?? '')
      : { message: `the recipient is ${describeValue(to)}, and a text is needed: "+16044441111"` }
  if ('to' in read) return read.to
  problems.push({ path: ['to'], fault: 'invalid-recipient', message: read.message })
  return undefined
}

const nameDeclaration: StringDeclaration = { type: 'string', maxLength: 256 }

function readName({ name }: ListedRow, problems: FieldProblem[]): string | undefined {
  if (name === undefined || (typeof name === 'string' && name.trim() === '')) return undefined
  const checked = checkValue(nameDeclaration, name, ['name'])
  for (const { message } of checked.problems) {
    problems.push({ path: ['name'], fault: 'invalid-recipient', message })
  }
  return typeof checked.value === 'string' ? checked.value : undefined
}

/** There is no silent fall-back: a row that names a locale gets that one. */
function readLocale(
  { locale }: ListedRow,
  settings: RowSettings,
  problems: FieldProblem[],
): string | undefined {
  if (locale === undefined || locale === '') return settings.locale
  const { name, bodies, standIns = {} } = settings.message
  const known = [...Object.keys(bodies), ...Object.keys(standIns)]
  if (typeof locale === 'string' && known.includes(locale)) return locale
  const meant = typeof locale === 'string' ? nearMiss(locale, known) : undefined
  const list = known.map((tag) => `\`${tag}\``).join(', ')
  const wayOut = meant === undefined ? `it has ${list}` : `did you mean \`${meant}\`?`
  const message = `\`${name}\` does not exist in ${describeValue(locale)}: ${wayOut}`
  problems.push({ path: ['locale'], fault: 'unknown-locale', message })
  return undefined
}

function problemsOfRendered(row: RecipientRow, settings: RowSettings): readonly FieldProblem[] {
  try {
    const { payload, fallback } = renderRow(row, settings)
    return [...findErrors(payload), ...(fallback === undefined ? [] : findErrors(fallback))]
  } catch (error) {
    if (!(error instanceof InvalidMessageError)) throw error
    return error.diagnostics.map(({ path, message, rule }) => describe(path, message, rule))
  }
}

function findErrors(payload: Payload): readonly FieldProblem[] {
  return judgePayload(payload).flatMap(({ path, message, rule, severity }) =>
    severity === 'error' ? [describe(path, message, rule)] : [],
  )
}

function describe(path: Path, message: string, rule: string): FieldProblem {
  const [first, second] = path
  const isRecipient = first === 'recipient' || first === 'number'
  const column = second === 'name' ? 'name' : 'to'
  return {
    path: isRecipient ? [column] : [],
    fault: isRecipient ? 'invalid-recipient' : 'invalid-message',
    message: `${formatPath(path)}: ${message} (${rule})`,
  }
}
