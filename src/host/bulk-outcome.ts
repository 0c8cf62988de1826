import type { RowOutcome } from '../model/row-state.ts'
import type { Outcome } from './delivery.ts'

/** An outcome in the words of the journal; what was surely not sent is not started. */
export function toRowOutcome(outcome: Outcome): RowOutcome {
  const isTemplate = outcome.about === 'fallback'
  switch (outcome.state) {
    case 'accepted':
      return { state: 'accepted', id: outcome.id, isTemplate }
    case 'refused': {
      const { status, code, type, traceId } = outcome.error
      return { state: 'refused', isTemplate, status, code, type, traceId }
    }
    case 'unknown': {
      const { reason, status, code, type, traceId } = outcome.error
      return { state: 'unknown', isTemplate, reason, status, code, type, traceId }
    }
    case 'not_sent':
      return { state: 'not_started', code: outcome.error && (outcome.error.code ?? 'network') }
    default:
      return outcome satisfies never
  }
}
