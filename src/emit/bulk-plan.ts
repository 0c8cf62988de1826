import type { Payload } from '../model/payload.ts'
import { countOf, formatCount, formatDuration, mostFrequent } from './amounts.ts'
import {
  type CountsByJournal,
  describeLeftOut,
  describeRepeated,
  exceptOptions,
} from './describe-overlap.ts'
import { joinWords } from './join-words.ts'
import { printable, wrapText } from './printable.ts'

/** What an approved template is called. */
export interface TemplateName {
  readonly templateName: string
  readonly language: string
}

/** What a bulk run is about to do. */
export interface BulkPlan {
  readonly message: string
  readonly recipients: string
  /** Rows of the list. */
  readonly rows: number
  /** Rows that this run sends. */
  readonly pending: number
  /** Of these, rows that may have been sent already. */
  readonly resent: number
  /** Rows that may have been sent already and are left alone. */
  readonly unknown: number
  /** Rows of the list that a new run leaves out, and which journals have them. */
  readonly leftOut: number
  readonly excepted: CountsByJournal
  /** Journal → recipients of this run that get the message again. */
  readonly repeated: CountsByJournal
  /** Why nobody can say whom other runs of the list have reached. */
  readonly unread: readonly string[]
  /** Calling code → rows of the list. */
  readonly callingCodes: ReadonlyMap<string, number>
  /** Where the messages go. */
  readonly target: string
  /** The templates that may be sent where the window is closed, one for each of the list's locales. */
  readonly fallbacks: readonly TemplateName[]
  /** Messages a second that are aimed at. */
  readonly perSecond: number
  /** Messages that any second may hold. */
  readonly maxPerSecond: number
  readonly concurrency: number
  /** The journal, and whether it is begun or gone on with. */
  readonly journal: string
  readonly isResumed: boolean
  /** Whether the journal holds recipients and variables. */
  readonly keepsRecipients: boolean
  readonly isTracked: boolean
  /** What is said of the list beside its rows. */
  readonly notes: readonly string[]
  /** The first message that is sent, with whom it goes to as logs may show that. */
  readonly first:
    | { readonly line: number; readonly to: string; readonly payload: Payload }
    | undefined
}

const width = 80
const labelWidth = 13
const maxMessageLines = 40

/** Says what a run is about to do, so that a person can decide about it. */
export function describePlan(plan: BulkPlan): string {
  return [
    `bulk run of \`${plan.message}\``,
    ...row('recipients', `${plan.recipients}, ${describeRows(plan)}`),
    ...plan.notes.flatMap((note) => row('', note)),
    ...(plan.leftOut === 0 ? [] : row('left out', describeLeftOut(plan.leftOut, plan.excepted))),
    ...describeAgain(plan),
    ...row('countries', describeCountries(plan.callingCodes)),
    ...row('goes to', plan.target),
    ...row('kind', describeKind(plan)),
    ...row('pace', describePace(plan)),
    ...row('journal', describeJournal(plan)),
    ...(plan.unknown === 0 ? [] : row('unknown', describeUnknown(plan))),
    ...(plan.isTracked ? [] : row('tracking', describeUntracked(plan))),
    ...describeFirst(plan),
    '',
  ].join('\n')
}

/** A run that is gone on with cannot change over. */
function describeUntracked({ isResumed }: BulkPlan): string {
  const what =
    'off: a row whose outcome stays unknown cannot be settled from delivery events afterwards'
  return isResumed ? what : `${what} (set \`tracking: true\` in the config)`
}

function describeAgain({ repeated, unread, isResumed }: BulkPlan): readonly string[] {
  const wayOut = isResumed ? '' : `; leave them out with ${exceptOptions(repeated)}`
  const known = `${describeRepeated(repeated).join('; ')}: they get it again${wayOut}`
  return [
    ...(repeated.size === 0 ? [] : row('again', known)),
    ...unread.flatMap((reason) => row('again', `perhaps, nobody knows: ${reason}`)),
  ]
}

function row(label: string, text: string): readonly string[] {
  const lines = wrapText(printable(text), width - labelWidth - 2)
  return lines.map((line, index) => `  ${(index === 0 ? label : '').padEnd(labelWidth)}${line}`)
}

function describeJournal({ journal, isResumed, keepsRecipients }: BulkPlan): string {
  const state = isResumed ? 'gone on with' : 'new'
  const warning = keepsRecipients ? '; holds recipients and variables: keep it out of git' : ''
  return `${journal} (${state}${warning})`
}

function describeUnknown({ unknown, isTracked }: BulkPlan): string {
  const settle = isTracked ? 'settle them with `connectly journal reconcile`, or ' : ''
  return `${countOf(unknown, 'row')} may have been sent already and ${unknown === 1 ? 'is' : 'are'} left alone: ${settle}send again with --resend-unknown`
}

function describeRows({ rows, pending, resent }: BulkPlan): string {
  const sent = pending === rows ? '' : `, ${formatCount(pending)} of them now`
  const again =
    resent === 0 ? '' : `; ${countOf(resent, 'row')} that may have been sent already, once more`
  return `${countOf(rows, 'row')}${sent}${again}`
}

function describeCountries(callingCodes: ReadonlyMap<string, number>): string {
  const sorted = mostFrequent(callingCodes)
  const shown = sorted.slice(0, 12).map(([code, rows]) => `${code} ${formatCount(rows)}`)
  const rest = sorted.length - shown.length
  return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ')
}

function describeKind({ fallbacks }: BulkPlan): string {
  if (fallbacks.length === 0) {
    return 'session messages; where the 24-hour window is closed, nothing is sent'
  }
  const names = fallbacks.map(({ templateName, language }) => `\`${templateName}\` (${language})`)
  const templates =
    names.length === 1
      ? `the template ${joinWords(names)}, which costs money`
      : `the templates ${joinWords(names)}, by the row's locale, which cost money`
  return `session messages; where the 24-hour window is closed, ${templates}`
}

function describePace({ pending, perSecond, maxPerSecond, concurrency }: BulkPlan): string {
  if (pending === 0) return 'nothing is left to send'
  const time = formatDuration((pending / perSecond) * 1000)
  const pace = formatCount(Math.round(perSecond * 10) / 10)
  const most = perSecond === maxPerSecond ? '' : ` (never more than ${formatCount(maxPerSecond)})`
  return `${pace} a second${most}, ${concurrency} at once at most: about ${time}`
}

function describeFirst({ first }: BulkPlan): readonly string[] {
  if (first === undefined) return []
  const { recipient: _recipient, ...body } = first.payload.body
  const lines = JSON.stringify(body, null, 2).split('\n').map(printable)
  const rest = lines.length - maxMessageLines
  return [
    '',
    `the first message (line ${first.line}, to ${first.to}):`,
    ...lines.slice(0, maxMessageLines).map((line) => `  ${line}`),
    ...(rest > 0 ? [`  … and ${countOf(rest, 'line')} more`] : []),
  ]
}
