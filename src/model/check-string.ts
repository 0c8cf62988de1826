import type { StringDeclaration } from './declaration.ts'
import { describeValue } from './describe-value.ts'
import type { Form } from './form.ts'
import { formatOf } from './format-test.ts'
import { patternTestOf } from './pattern-test.ts'

/** What is wrong with a value, by the keyword that says so. The message has no subject yet. */
export interface Fault {
  readonly keyword: string
  readonly message: string
}

/** Finds what is wrong with a string whose ends were trimmed already. */
export function faultOfString(
  text: string,
  declaration: StringDeclaration<Form>,
): Fault | undefined {
  return (
    faultOfCharacters(text, declaration) ??
    faultOfLength(text, declaration) ??
    faultOfForm(text, declaration)
  )
}

function faultOfCharacters(
  text: string,
  { multiline }: StringDeclaration<Form>,
): Fault | undefined {
  if (!text.isWellFormed()) {
    const message =
      'holds half of a surrogate pair, which is no character: cut texts between characters'
    return { keyword: 'type', message }
  }
  const [control] = (multiline === true ? controlInLines : controlInLine).exec(text) ?? []
  if (control === undefined) return undefined
  const code = `U+${control.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
  if (control === '\n') {
    const message = `holds a line feed (${code}), and one line is allowed: remove it, or declare \`multiline: true\``
    return { keyword: 'multiline', message }
  }
  return { keyword: 'type', message: `holds the control character ${code}: remove it` }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const controlInLine = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/

/** The first character that no text may hold, however many lines it has. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
export const controlInLines: RegExp = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]/

function faultOfLength(text: string, declaration: StringDeclaration<Form>): Fault | undefined {
  const { minLength = 1, maxLength = Number.POSITIVE_INFINITY } = declaration
  if (text.length < minLength) {
    const message =
      text === ''
        ? `is empty, and at least ${count(minLength)} needed: give it a text`
        : `is ${characters(text.length)}, and at least ${count(minLength)} needed: make it longer`
    return { keyword: 'minLength', message }
  }
  if (text.length <= maxLength) return undefined
  const message = `is ${characters(text.length)}, at most ${maxLength} are allowed: make it ${text.length - maxLength} shorter`
  return { keyword: 'maxLength', message }
}

function count(number: number): string {
  return number === 1 ? 'one character is' : `${number} are`
}

function characters(number: number): string {
  return number === 1 ? '1 character' : `${number} characters`
}

function faultOfForm(text: string, declaration: StringDeclaration<Form>): Fault | undefined {
  const { format, pattern } = declaration
  const form = format && formatOf(format)
  if (form && !form.matches(text)) {
    return { keyword: 'format', message: `is ${describeValue(text)}, not ${form.description}` }
  }
  if (pattern === undefined) return undefined
  const expected = patternTestOf(declaration, pattern)
  if (expected.test(text)) return undefined
  return {
    keyword: 'pattern',
    message: `is ${describeValue(text)}, which does not match the pattern \`${expected.source}\``,
  }
}
