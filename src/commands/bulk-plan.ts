import { maskRecipient } from '../emit/amounts.ts'
import type { BulkPlan, TemplateName } from '../emit/bulk-plan.ts'
import { bodyFor } from '../emit/define-message.ts'
import { renderRow } from '../emit/judge-row.ts'
import { aimedRate, documentedPerSecond } from '../host/pace.ts'
import type { ListNotes } from '../host/recipient-list.ts'
import { callingCodeOf } from '../model/calling-code.ts'
import type { CompiledMessage } from '../model/message.ts'
import { pendingRows } from './bulk-rows.ts'
import type { Sending } from './bulk-send.ts'

/** What a run is about to do. */
export async function planRun(sending: Sending): Promise<BulkPlan> {
  const { settings, message, identity, checked, pending, overlap } = sending
  const maxPerSecond = settings.maxPerSecond ?? documentedPerSecond
  return {
    message: message.name,
    recipients: settings.list.label,
    rows: checked.rows,
    pending: pending.count,
    resent: pending.resent,
    unknown: settings.resendsUnknown ? 0 : pending.unknown,
    leftOut: overlap.leftOut.count,
    excepted: overlap.excepted,
    repeated: overlap.repeated,
    unread: sending.unread,
    callingCodes: checked.callingCodes,
    target: identity.target,
    fallbacks: settings.usesFallback ? findFallbacks(message, checked.locales) : [],
    perSecond: aimedRate(maxPerSecond),
    maxPerSecond,
    concurrency: settings.concurrency,
    journal: settings.journal.label,
    isResumed: settings.isResumed,
    keepsRecipients: settings.keepsRecipients,
    isTracked: identity.isTracked,
    notes: describeNotes(checked.notes),
    first: await findFirst(sending),
  }
}

/** Of the rows' locales, each template once. */
function findFallbacks(
  message: CompiledMessage,
  locales: ReadonlySet<string>,
): BulkPlan['fallbacks'] {
  const templates = new Map<string, TemplateName>()
  for (const locale of locales) {
    const { fallback } = bodyFor(message, locale)
    if (fallback === undefined) continue
    const { templateName, language } = fallback
    templates.set(JSON.stringify([templateName, language]), { templateName, language })
  }
  return [...templates.values()]
}

async function findFirst(sending: Sending): Promise<BulkPlan['first']> {
  for await (const row of pendingRows(sending)) {
    const to = maskRecipient(row.to, callingCodeOf(row.to))
    return { line: row.line, to, payload: renderRow(row, sending.rowSettings).payload }
  }
  return undefined
}

function describeNotes({ ignored, blankLines, delimiter }: ListNotes): readonly string[] {
  const columns = ignored.size === 1 ? 'column is' : 'columns are'
  return [
    ...(ignored.size === 0
      ? []
      : [`${ignored.size} ${columns} ignored: ${[...ignored].join(', ')}`]),
    ...(blankLines === 0
      ? []
      : [`${blankLines} blank ${blankLines === 1 ? 'line is' : 'lines are'} left out`]),
    ...(delimiter === undefined
      ? []
      : [`its delimiter is the ${delimiter} (--delimiter names another)`]),
  ]
}
