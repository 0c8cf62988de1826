import type { Declaration, Declarations } from './declaration.ts'
import { hasOwn, type JsonValue } from './json.ts'

/** What is done with a value: who passes an object may pass no more than is declared. */
export type TypeUse = 'passed' | 'read'

/**
 * Whether the TypeScript type of one declaration can stand where that of another is asked for: of
 * what callers pass the old one must fit the new one, of what handlers read it is the other way.
 */
export function fitsType(from: Declaration, to: Declaration, use: TypeUse): boolean {
  if (to.type === 'array') return from.type === 'array' && fitsType(from.items, to.items, use)
  if (to.type === 'object') {
    return from.type === 'object' && fitsMembers(from.properties, to.properties, use)
  }
  if (kindOf(from) !== kindOf(to)) return false
  const allowed = literalsOf(to)
  if (allowed === undefined) return true
  return literalsOf(from)?.every((value) => allowed.includes(value)) === true
}

function fitsMembers(from: Declarations, to: Declarations, use: TypeUse): boolean {
  const names = Object.keys(to)
  return (
    (use === 'read' || names.length === Object.keys(from).length) &&
    names.every((name) => {
      const [own, other] = [hasOwn(from, name) ? from[name] : undefined, to[name]]
      return own !== undefined && other !== undefined && fitsType(own, other, use)
    })
  )
}

/** Whole numbers have no type of their own. */
function kindOf({ type }: Declaration): string {
  return type === 'integer' ? 'number' : type
}

/** The values that the type of a scalar lists; undefined where it is `string`, `number` … itself. */
function literalsOf(declaration: Declaration): readonly JsonValue[] | undefined {
  if (declaration.const !== undefined) return [declaration.const]
  if (declaration.enum !== undefined) return declaration.enum
  return declaration.type === 'boolean' ? [true, false] : undefined
}
