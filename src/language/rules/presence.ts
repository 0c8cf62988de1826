import type { MessageBounds, ObjectBounds } from '../../model/bounds.ts'
import type { LimitIndex } from '../../model/limit-index.ts'
import type { Limit } from '../../model/limits.ts'
import { remember } from '../../model/remember.ts'

/** A mapping that a limit speaks about, and the key that it must or may not have. */
export interface Presence {
  readonly limit: Limit
  readonly object: ObjectBounds
  readonly key: string
}

/** Every mapping for which a limit of this kind names a key. */
export function* presencesOf(
  bounds: MessageBounds,
  kind: 'required' | 'forbidden',
): Iterable<Presence> {
  const keys = keysOf(bounds.limits)
  for (const object of bounds.objects) {
    for (const { limit, key, around } of keys.get(object.field) ?? []) {
      if (limit.kind !== kind) continue
      if (around === undefined || around === kindAround(bounds, object))
        yield { limit, object, key }
    }
  }
}

/** A field of a limit, taken apart: `key` of a mapping, where that has the kind `around`. */
interface LimitedKey {
  readonly limit: Limit
  readonly key: string
  readonly around: string | undefined
}

/** Field of the mapping → what is said of its keys. */
const keysOf = /* @__PURE__ */ remember(
  ({ rows }: LimitIndex): ReadonlyMap<string, readonly LimitedKey[]> => {
    const keys = new Map<string, LimitedKey[]>()
    for (const limit of rows) {
      if (limit.kind !== 'required' && limit.kind !== 'forbidden') continue
      for (const field of limit.fields) {
        const [name = '', around] = field.split('@')
        const dot = name.lastIndexOf('.')
        if (dot < 0) continue
        const parent = name.slice(0, dot)
        const list = keys.get(parent) ?? []
        keys.set(parent, list)
        list.push({ limit, key: name.slice(dot + 1), around })
      }
    }
    return keys
  },
)

function kindAround(bounds: MessageBounds, { field, value }: ObjectBounds): unknown {
  return field === 'message' ? bounds.type : value['type']
}
