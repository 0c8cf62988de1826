import type { Limit, LimitKind } from './limits.ts'
import { mayVary } from './may-vary.ts'

/** Limits as rules ask for them. */
export interface LimitIndex {
  /** All of them, in the order of the tables. */
  readonly rows: readonly Limit[]
  /**
   * Those of one kind for one field, in the order of the tables. What holds for a field whatever is
   * around it holds for the field with a kind as well: `message.attachments[].url@image` finds the
   * rows of `message.attachments[].url`.
   */
  find(field: string, kind: LimitKind): readonly Limit[]
}

const anyParameter = 'fallback.parameters.'

/** Makes limits findable; they are put in order when the first is asked for. */
export function indexLimits(rows: readonly Limit[]): LimitIndex {
  /** By kind, then by field: texts that are put together only to be looked up take their time. */
  const answers = new Map<LimitKind, Map<string, readonly Limit[]>>()
  let byName: ReadonlyMap<string, readonly Limit[]> | undefined

  function lookUp(field: string, kind: LimitKind): readonly Limit[] {
    byName ??= groupByName(rows)
    const found: Limit[] = []
    for (const name of namesOf(field)) found.push(...(byName.get(`${kind} ${name}`) ?? []))
    return found
  }

  function find(field: string, kind: LimitKind): readonly Limit[] {
    // Every rule asks for every field of every message, so answers are kept; those about parameters,
    // which authors name, would be without end. One message is judged without.
    if (!mayVary || field.startsWith(anyParameter)) return lookUp(field, kind)
    const known = answers.get(kind) ?? new Map<string, readonly Limit[]>()
    const found = known.get(field) ?? lookUp(field, kind)
    if (!known.has(field)) answers.set(kind, known.set(field, found))
    return found
  }

  return { rows, find }
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

function groupByName(limits: readonly Limit[]): ReadonlyMap<string, readonly Limit[]> {
  const rows = new Map<string, Limit[]>()
  for (const limit of limits) {
    for (const field of limit.fields) {
      const key = `${limit.kind} ${field}`
      const known = rows.get(key)
      if (known === undefined) rows.set(key, [limit])
      else known.push(limit)
    }
  }
  return rows
}
