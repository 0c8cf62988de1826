import type { Fix } from '../model/diagnostic.ts'
import { formatPath, type Path } from '../model/source.ts'
import { isDeclared } from './forgotten-object.ts'
import type { ShapeFinding } from './shape-finding.ts'
import { type Grammar, knownKeys, placeAt } from './validate-schema.ts'
import { hasType } from './validate-types.ts'

/** Keys that stand below an empty one to which they belong: they are not indented. */
export interface Fallen {
  /** Of the mapping in which all of them stand. */
  readonly path: Path
  readonly owner: string
  readonly keys: readonly [string, ...string[]]
}

type Members = { readonly [key: string]: unknown }

/** Finds unknown keys right below an empty key whose mapping would know them. */
export function findFallen(
  value: Members,
  path: Path,
  unknown: readonly string[],
  grammar: Grammar,
): readonly Fallen[] {
  const names = Object.keys(value)
  return names.flatMap((owner, index) => {
    if (value[owner] !== null || unknown.includes(owner)) return []
    const takes = takerOf([...path, owner], grammar)
    const below = names.slice(index + 1)
    const end = below.findIndex((key) => !unknown.includes(key) || !takes(key, value[key]))
    const [first, ...others] = end < 0 ? below : below.slice(0, end)
    return first === undefined ? [] : [{ path, owner, keys: [first, ...others] }]
  })
}

/** What the mapping at a place could have. */
function takerOf(path: Path, grammar: Grammar): (key: string, value: unknown) => boolean {
  const place = placeAt(grammar, path)
  if (!hasType({}, place.schema.type)) return () => false
  const known = knownKeys(place)
  // Where authors choose the names, the values tell.
  if (place.kind === 'variables' || place.kind === 'properties')
    return (_, value) => isDeclared(value)
  return (key) => known.includes(key)
}

/** Says where the keys belong, at the first of them. */
export function explainFallen({ path, owner, keys }: Fallen): ShapeFinding {
  const names = keys.map((key) => `\`${key}\``)
  const [last = '', ...others] = names.toReversed()
  const subject =
    others.length === 0 ? `${last} belongs` : `${others.toReversed().join(', ')} and ${last} belong`
  const message = `${subject} under \`${formatPath([...path, owner])}\`, so indent ${others.length === 0 ? 'it' : 'them'}`
  const fix: Fix = {
    title: `indent ${names.join(', ')}`,
    safe: true,
    edits: [{ type: 'indent', path, keys }],
  }
  const place = { path: [...path, keys[0]], at: 'key', covers: [...path, owner] } as const
  const isOfVariables = path.length === 0 && owner === 'variables'
  const declares = isOfVariables ? { declares: keys.map((key) => [key]) } : {}
  return { rule: 'unknown-key', ...place, message, fix, ...declares }
}
