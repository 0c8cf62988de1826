import type { Declaration, Declarations } from '../model/declaration.ts'
import { setOwn } from '../model/json.ts'
import type { MessageDefinition } from '../model/message.ts'
import { jsonBytesOf } from '../model/shape-of.ts'

/** A message that would be filled with more than this gets no counterexample. */
const maxFilled = 2_000_000

/** These break most of what can be broken, and are quickly filled in and quickly read. */
const handy = { text: 1100, list: 12 }

/**
 * Longer texts and lists than the first break nothing that shorter ones do not break: 520 digits
 * are more than callback data can hold. Shorter ones are taken where a message repeats them often.
 */
const sizes = [
  { text: 40_000, list: 520 },
  { text: 1100, list: 520 },
  { text: 1100, list: 130 },
  { text: 1100, list: 40 },
  { text: 256, list: 40 },
]

/**
 * The declarations without what only makes values large: a text variable that stands in a message
 * often, and may be of any length, would otherwise fill the memory. First as they are handy, then
 * as large as can be afforded.
 */
export function affordable(definition: MessageDefinition): readonly Declarations[] {
  const { variables, ...rest } = definition
  const times = JSON.stringify(rest).split('{{').length
  const found: Declarations[] = []
  for (const size of [handy, ...sizes]) {
    const shortened = shortenAll(variables, size)
    const bytes = Object.values(shortened).map((declaration) => jsonBytesOf(declaration).max)
    if (times * bytes.reduce((sum, each) => sum + each, 0) > maxFilled) continue
    if (JSON.stringify(shortened) !== JSON.stringify(found[0])) found.push(shortened)
    if (size !== handy) break
  }
  return found
}

function shortenAll(
  declarations: Declarations,
  size: { text: number; list: number },
): Declarations {
  const shortened = {}
  for (const [name, declaration] of Object.entries(declarations)) {
    setOwn(shortened, name, shorten(declaration, size))
  }
  return shortened
}

function shorten(declaration: Declaration, size: { text: number; list: number }): Declaration {
  switch (declaration.type) {
    case 'string': {
      const { minLength = 1, maxLength, format, pattern } = declaration
      if (maxLength === undefined || format !== undefined || pattern !== undefined)
        return declaration
      return { ...declaration, maxLength: Math.min(maxLength, Math.max(minLength, size.text)) }
    }
    case 'array': {
      const { minItems = 0, maxItems } = declaration
      // A list in a list is repeated as often as the outer one has items.
      const items = shorten(declaration.items, { ...size, list: Math.min(size.list, 40) })
      return { ...declaration, items, maxItems: Math.min(maxItems, Math.max(minItems, size.list)) }
    }
    case 'object':
      return { ...declaration, properties: shortenAll(declaration.properties, size) }
    default:
      return declaration
  }
}
