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
import { mayVary } from './may-vary.ts'

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
  | 'non-blank'
  | 'trimmed'
  | 'single-line'
  | 'format'
  | 'value'
  | 'markup'
  | 'emoji'
  | 'rate'
  | 'other'

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
export const limitRows: readonly Limit[] = Object.values<Limit>(limits)

const anyParameter = 'fallback.parameters.'

let index: ReadonlyMap<string, readonly Limit[]> | undefined

/**
 * The limits of one kind for one field, in the order of the table. What holds for a field whatever
 * is around it holds for the field with a kind as well: `message.attachments[].url@image` finds the
 * rows of `message.attachments[].url`.
 */
export function limitsFor(field: string, kind: LimitKind): readonly Limit[] {
  // Every rule asks for every field of every message, so answers are kept; those about parameters,
  // which authors name, would be without end. One message is judged without.
  if (!mayVary || field.startsWith(anyParameter)) return findLimits(field, kind)
  const known = answers.get(kind) ?? new Map<string, readonly Limit[]>()
  const found = known.get(field) ?? findLimits(field, kind)
  if (!known.has(field)) answers.set(kind, known.set(field, found))
  return found
}

/** By kind, then by field: texts that are put together only to be looked up take their time. */
const answers = new Map<LimitKind, Map<string, readonly Limit[]>>()

function findLimits(field: string, kind: LimitKind): readonly Limit[] {
  index ??= indexLimits()
  const found: Limit[] = []
  for (const name of namesOf(field)) found.push(...(index.get(`${kind} ${name}`) ?? []))
  return found
}

/** The names under which rows speak of a field, the most general first. */
function namesOf(field: string): readonly string[] {
  // Parameters are named by authors: a dot or an `@` in such a name has no meaning.
  if (field.startsWith(anyParameter)) {
    return [...new Set([`${anyParameter}*`, field.replace(/\d+$/, '*'), field])]
  }
  const end = field.indexOf('@')
  return end < 0 ? [field] : [field.slice(0, end), field]
}

function indexLimits(): ReadonlyMap<string, readonly Limit[]> {
  const rows = new Map<string, Limit[]>()
  for (const limit of limitRows) {
    for (const field of limit.fields) {
      const key = `${limit.kind} ${field}`
      const known = rows.get(key)
      if (known === undefined) rows.set(key, [limit])
      else known.push(limit)
    }
  }
  return rows
}
