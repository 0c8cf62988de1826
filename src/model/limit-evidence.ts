import { envelopeEvidence } from './limit-evidence-envelope.ts'
import { interactiveEvidence } from './limit-evidence-interactive.ts'
import { listEvidence } from './limit-evidence-list.ts'
import { locationEvidence } from './limit-evidence-location.ts'
import { mediaEvidence } from './limit-evidence-media.ts'
import { mediaFilesEvidence } from './limit-evidence-media-files.ts'
import type { Evidence } from './limit-evidence-pages.ts'
import { productsEvidence } from './limit-evidence-products.ts'
import { replyButtonsEvidence } from './limit-evidence-reply-buttons.ts'
import { sendingEvidence } from './limit-evidence-sending.ts'
import { templateEvidence } from './limit-evidence-template.ts'
import { textEvidence } from './limit-evidence-text.ts'
import type { Limit, LimitKey } from './limits.ts'

export type { Evidence }

/** What is known of every limit, under the same names as the limits. */
export const limitEvidence: Readonly<Record<LimitKey, Evidence>> = {
  ...envelopeEvidence,
  ...textEvidence,
  ...mediaEvidence,
  ...mediaFilesEvidence,
  ...locationEvidence,
  ...interactiveEvidence,
  ...listEvidence,
  ...replyButtonsEvidence,
  ...productsEvidence,
  ...templateEvidence,
  ...sendingEvidence,
}

const byKey: ReadonlyMap<string, Evidence> = new Map(Object.entries<Evidence>(limitEvidence))

/** What is known of one limit. */
export function evidenceOf(limit: Limit): Evidence | undefined {
  return byKey.get(limit.id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()))
}
