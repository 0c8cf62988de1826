import { hasOwn, isObject } from '../model/json.ts'
import { formatPath, type Path } from '../model/source.ts'
import type { ShapeFinding } from './shape-finding.ts'
import { type Grammar, knownKeys, placeAt } from './validate-schema.ts'

/** A key beside a list that belongs to the last item of it: it is not indented far enough. */
export interface Stray {
  readonly key: string
  /** Of the mapping in which it stands. */
  readonly path: Path
  /** Of the item to which it belongs. */
  readonly owner: Path
  /** The first key of the item. */
  readonly first: string
}

/** Finds the keys that stand below a list instead of in its last item, which knows and lacks them. */
export function findStrays(
  value: { readonly [key: string]: unknown },
  path: Path,
  unknown: readonly string[],
  grammar: Grammar,
): readonly Stray[] {
  return unknown.flatMap((key) => {
    const owner = lastItemBefore(key, value, unknown)
    if (owner === undefined) return []
    const ownerPath = [...path, ...owner.path]
    const [first] = Object.keys(owner.item)
    const isKnown = knownKeys(placeAt(grammar, ownerPath)).includes(key)
    if (first === undefined || hasOwn(owner.item, key) || !isKnown) return []
    return [{ key, path, owner: ownerPath, first }]
  })
}

function lastItemBefore(
  key: string,
  value: { readonly [key: string]: unknown },
  unknown: readonly string[],
): { readonly item: object; readonly path: Path } | undefined {
  const keys = Object.keys(value)
  const list = keys.slice(0, keys.indexOf(key)).findLast((name) => !unknown.includes(name))
  const items = list === undefined ? undefined : value[list]
  if (list === undefined || !Array.isArray(items)) return undefined
  const item: unknown = items.at(-1)
  return isObject(item) ? { item, path: [list, items.length - 1] } : undefined
}

/** Says where a key belongs. */
export function explainStray({ key, path, owner, first }: Stray): ShapeFinding {
  const message = `unknown key \`${key}\` in \`${formatPath(path)}\`: it belongs to \`${formatPath(owner.slice(-2))}\`, so indent it like \`${first}\` there`
  return { rule: 'unknown-key', path: [...path, key], at: 'key', message, covers: owner }
}
