import { checkValue } from './check-variables.ts'
import type { Declaration } from './declaration.ts'
import type { Form } from './form.ts'
import { isObject, type JsonValue, ownMember } from './json.ts'
import { hasFixedParts } from './match-template.ts'
import type { VariableDeclarations } from './reply-table.ts'
import { parseTemplate, wholeVariable } from './template.ts'

/**
 * Whether a JSON value is one that `callbackData`, as it is written, can become. Of a text with
 * variables only its fixed parts are compared: its type is a text, whatever is in it.
 */
export function matchesData(
  written: JsonValue,
  variables: VariableDeclarations<Form>,
  value: unknown,
): boolean {
  if (typeof written === 'string') return matchesText(written, variables, value)
  if (Array.isArray(written)) {
    return (
      Array.isArray(value) &&
      value.length === written.length &&
      written.every((item: JsonValue, index) => matchesData(item, variables, value[index]))
    )
  }
  if (!isObject(written)) return value === written
  const keys = Object.keys(written)
  return (
    isObject(value) &&
    Object.keys(value).length === keys.length &&
    keys.every((key) => {
      const member = written[key]
      return (
        member !== undefined &&
        Object.hasOwn(value, key) &&
        matchesData(member, variables, value[key])
      )
    })
  )
}

function matchesText(
  written: string,
  variables: VariableDeclarations<Form>,
  value: unknown,
): boolean {
  const names = wholeVariable(written)
  if (names === undefined) {
    return typeof value === 'string' && hasFixedParts(parseTemplate(written).parts, value)
  }
  const name = names.join('.')
  const declared = ownMember(variables, name)
  const declarations: readonly Declaration<Form>[] = declared === undefined ? [] : [declared].flat()
  return declarations.some(
    (declaration) => checkValue(declaration, value, []).problems.length === 0,
  )
}
