import { checkValue } from './check-variables.ts'
import type { Declaration } from './declaration.ts'
import { fewTexts } from './few-texts.ts'
import type { JsonValue } from './json.ts'
import { listNumbers } from './number-shape.ts'
import { remember } from './remember.ts'

/** All values that a declaration allows, where it lists them or they are few. */
export const listValues: (declaration: Declaration) => readonly JsonValue[] | undefined =
  remember(list)

function list(declaration: Declaration): readonly JsonValue[] | undefined {
  const listed: readonly JsonValue[] | undefined =
    declaration.const === undefined ? declaration.enum : [declaration.const]
  if (listed !== undefined) return allowedOf(declaration, listed)
  switch (declaration.type) {
    case 'boolean':
      return [true, false]
    case 'integer':
    case 'number':
      return listNumbers(declaration)
    case 'string': {
      const texts = fewTexts(declaration)
      return texts && allowedOf(declaration, texts)
    }
    default:
      return undefined
  }
}

function allowedOf(declaration: Declaration, choices: readonly JsonValue[]): readonly JsonValue[] {
  return choices.flatMap((choice) => {
    const { value } = checkValue(declaration, choice, [])
    return value === undefined ? [] : [value]
  })
}
