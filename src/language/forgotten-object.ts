import type { PathEdit } from '../model/diagnostic.ts'
import { hasOwn, isObject } from '../model/json.ts'
import { formatPath, type Path } from '../model/source.ts'
import type { ShapeFinding } from './shape-finding.ts'
import { expandShortForm, meantFor } from './short-form.ts'

/** A mapping from names to declarations that stands where a declaration is due. */
type Names = { readonly [name: string]: unknown }

/** Whether a mapping names properties and declares each, and says nowhere that it is an object. */
export function isForgottenObject(value: unknown): value is Names {
  if (!isObject(value) || hasOwn(value, 'type')) return false
  const inner = Object.values(value)
  return inner.length > 0 && inner.every(isDeclared)
}

/** Whether a value is a declaration, or close to one. */
export function isDeclared(value: unknown): boolean {
  if (typeof value === 'string')
    return 'raw' in expandShortForm(value) || meantFor(value) !== undefined
  return isObject(value) && (hasOwn(value, 'type') || isForgottenObject(value))
}

/** Says what stands around properties, and puts it there. */
export function explainForgottenObject(path: Path, value: Names): ShapeFinding {
  const names = Object.keys(value)
  const shown = names.slice(0, 3).map((name) => `${name}: …`)
  if (names.length > shown.length) shown.push('…')
  const form = `{ type: object, properties: { ${shown.join(', ')} } }`
  const message = `\`${formatPath(path)}\` names properties and no \`type\`: write \`${form}\``
  const title = 'write `type: object` and `properties`'
  const fix = { title, safe: false, edits: [...wraps(path, value)] }
  return { rule: 'missing-key', path, message, fix }
}

/** Objects in the object lack the same. */
function* wraps(path: Path, value: Names, depth = 0): Generator<PathEdit> {
  yield { type: 'wrap', path, key: 'properties', beside: ['type', 'object'], depth }
  for (const [name, inner] of Object.entries(value)) {
    if (isForgottenObject(inner)) yield* wraps([...path, name], inner, depth + 1)
  }
}
