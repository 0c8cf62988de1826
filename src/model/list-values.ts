import { checkValue } from './check-variables.ts'
import type { Declaration } from './declaration.ts'
import type { JsonValue } from './json.ts'
import { listNumbers } from './number-shape.ts'

/** All values that a declaration allows, where it lists them or they are few. */
export function listValues(declaration: Declaration): readonly JsonValue[] | undefined {
  const listed: readonly JsonValue[] | undefined =
    declaration.const === undefined ? declaration.enum : [declaration.const]
  if (listed !== undefined) {
    return listed.flatMap((choice) => {
      const { value } = checkValue(declaration, choice, [])
      return value === undefined ? [] : [value]
    })
  }
  if (declaration.type === 'boolean') return [true, false]
  if (declaration.type === 'integer') return listNumbers(declaration)
  return undefined
}
