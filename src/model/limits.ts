import { indexLimits, type LimitIndex } from './limit-index.ts'
import { envelopeLimits } from './limits-envelope.ts'
import { interactiveLimits } from './limits-interactive.ts'
import { listLimits } from './limits-list.ts'
import { locationLimits } from './limits-location.ts'
import { mediaLimits } from './limits-media.ts'
import { mediaFilesLimits } from './limits-media-files.ts'
import { productsLimits } from './limits-products.ts'
import { replyButtonsLimits } from './limits-reply-buttons.ts'
import { sendingLimits } from './limits-sending.ts'
import { templateLimits } from './limits-template.ts'
import { textLimits } from './limits-text.ts'

/** One limit of the platform, as far as checks need it; its source stands in the evidence. */
export interface Limit {
  /** The key in {@link limits}, in kebab case. */
  readonly id: string
  /**
   * What it holds for, without indexes: `message.listMessage.sections[].rows[].text`. A field that
   * ends in `[]` is counted item by item, with `[*]` over all sections together; `@` names the kind
   * around it, `*` any name, and a colon a property of a file that no payload shows.
   */
  readonly fields: readonly string[]
  readonly kind: LimitKind
  /** How a diagnostic names it: `button text`. */
  readonly subject: string
  readonly min?: number
  readonly max?: number
  readonly unit: LimitUnit
  readonly severity: 'error' | 'warning'
  /** The severity in the preset `strict`, where that is another. */
  readonly strict?: 'error'
  /** Whether the API refuses a message that breaks it: such a rule cannot be turned off. */
  readonly refused: boolean
}

/** What a limit speaks about. */
export type LimitKind =
  | 'length'
  | 'bytes'
  | 'count'
  | 'range'
  | 'required'
  | 'forbidden'
  | 'unique'
  | 'unique-ignoring-case'
  | 'non-blank'
  | 'trimmed'
  | 'single-line'
  | 'format'
  | 'value'
  | 'markup'
  | 'emoji'
  | 'rate'
  | 'other'

/** Whether it is about texts that may not be alike. */
export function isUnique(limit: Limit | undefined): boolean {
  return limit?.kind === 'unique' || limit?.kind === 'unique-ignoring-case'
}

/** What the numbers of a limit count; characters are UTF-16 code units. */
export type LimitUnit =
  | 'characters'
  | 'bytes'
  | 'items'
  | 'degrees'
  | 'per second'
  | 'seconds'
  | 'hours'
  | 'none'

/** Every limit, by name. No number of a limit stands anywhere else in the code. */
export const limits: typeof envelopeLimits &
  typeof textLimits &
  typeof mediaLimits &
  typeof mediaFilesLimits &
  typeof locationLimits &
  typeof interactiveLimits &
  typeof listLimits &
  typeof replyButtonsLimits &
  typeof productsLimits &
  typeof templateLimits &
  typeof sendingLimits = {
  ...envelopeLimits,
  ...textLimits,
  ...mediaLimits,
  ...mediaFilesLimits,
  ...locationLimits,
  ...interactiveLimits,
  ...listLimits,
  ...replyButtonsLimits,
  ...productsLimits,
  ...templateLimits,
  ...sendingLimits,
}

/** The name of a limit. */
export type LimitKey = keyof typeof limits

/** Every limit, in the order of the table. */
export const limitRows: readonly Limit[] = /* @__PURE__ */ Object.values<Limit>(limits)

/** All of them, as rules ask for them. */
export const everyLimit: LimitIndex = /* @__PURE__ */ indexLimits(limitRows)
