import type { MessageBounds, ObjectBounds } from '../../model/bounds.ts'
import { type Limit, type LimitKind, limitRows } from '../../model/limits.ts'

/** A mapping that a limit speaks about, and the key that it must or may not have. */
export interface Presence {
  readonly limit: Limit
  readonly object: ObjectBounds
  readonly key: string
}

/** Every mapping for which a limit of this kind names a key. */
export function* presencesOf(bounds: MessageBounds, kind: LimitKind): Iterable<Presence> {
  for (const limit of limitRows) {
    if (limit.kind !== kind) continue
    for (const field of limit.fields) yield* matchField(bounds, limit, field)
  }
}

function* matchField(bounds: MessageBounds, limit: Limit, field: string): Iterable<Presence> {
  const [name = '', around] = field.split('@')
  const dot = name.lastIndexOf('.')
  if (dot < 0) return
  const [parent, key] = [name.slice(0, dot), name.slice(dot + 1)]
  for (const object of bounds.objects) {
    if (object.field !== parent) continue
    if (around === undefined || around === kindAround(bounds, object)) yield { limit, object, key }
  }
}

function kindAround(bounds: MessageBounds, { field, value }: ObjectBounds): unknown {
  return field === 'message' ? bounds.type : value['type']
}
