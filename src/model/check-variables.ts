import { faultOfChoice, maxShownChoices } from './check-choice.ts'
import { faultOfNumber } from './check-number.ts'
import { faultsOfRepeats } from './check-repeats.ts'
import { type Fault, faultOfString } from './check-string.ts'
import type {
  ArrayDeclaration,
  Declaration,
  Declarations,
  ObjectDeclaration,
  Variables,
} from './declaration.ts'
import { describeValue } from './describe-value.ts'
import type { Form } from './form.ts'
import { hasOwn, isObject, type JsonValue, setOwn } from './json.ts'
import { nearMiss } from './near-miss.ts'
import { formatPath, type Path } from './source.ts'

/** Something wrong with one value that a caller passed. */
export interface VariableProblem {
  /** Keys from the variables to the value. */
  readonly path: Path
  readonly message: string
  /** The keyword of the declaration that it breaks; `required` and `unknown` are about names. */
  readonly keyword: string
}

/** The variables as they are used: trimmed, defaults filled in, nothing shared with the caller. */
export interface CheckedVariables {
  /** Those without a problem. */
  readonly values: Variables
  readonly problems: readonly VariableProblem[]
}

/** One value as it is used; absent where it is not allowed. */
export interface CheckedValue {
  readonly value?: JsonValue
  readonly problems: readonly VariableProblem[]
}

/** Nobody reads more, and a long list of wrong items must not become a longer list of messages. */
const maxProblems = 100

/** Judges what a caller passes by the declarations; the input stays as it is. */
export function checkVariables(
  declarations: Declarations<Form>,
  values: unknown,
): CheckedVariables {
  const problems: VariableProblem[] = []
  const checked = {}
  if (!isPlainObject(values)) {
    const message = `variables are ${describeValue(values)}, and an object is needed: pass \`{ name: value }\``
    return { values: checked, problems: [{ path: [], message, keyword: 'type' }] }
  }
  checkMembers(declarations, values, checked, { path: [], problems, noun: 'variable' })
  return { values: checked, problems }
}

/** Judges one value by its declaration. */
export function checkValue(
  declaration: Declaration<Form>,
  value: unknown,
  path: Path,
): CheckedValue {
  const problems: VariableProblem[] = []
  const checked = judge(declaration, value, { path, problems })
  return checked === undefined ? { problems } : { value: checked, problems }
}

interface Place {
  readonly path: Path
  readonly problems: VariableProblem[]
}

/** The value as it is used, or undefined after a problem was noted. */
function judge(
  declaration: Declaration<Form>,
  value: unknown,
  place: Place,
): JsonValue | undefined {
  switch (declaration.type) {
    case 'string': {
      if (typeof value !== 'string') return noteType(place, value, kinds.string)
      const text = declaration.trim === false ? value : value.trim()
      const fault = faultOfChoice(declaration, text) ?? faultOfString(text, declaration)
      return noteFault(place, fault, text)
    }
    case 'integer':
    case 'number': {
      if (typeof value !== 'number') return noteType(place, value, kinds[declaration.type])
      // Minus zero reads as zero and is sent as zero.
      const number = value === 0 ? 0 : value
      const fault = faultOfNumber(number, declaration) ?? faultOfChoice(declaration, number)
      return noteFault(place, fault, number)
    }
    case 'boolean':
      if (typeof value !== 'boolean') return noteType(place, value, kinds.boolean)
      return noteFault(place, faultOfChoice(declaration, value), value)
    case 'array':
    case 'object': {
      const before = place.problems.length
      const checked = judgeParts(declaration, value, place)
      if (checked === undefined || place.problems.length > before) return undefined
      return noteFault(place, faultOfChoice(declaration, checked), checked)
    }
    default:
      return declaration satisfies never
  }
}

function judgeParts(
  declaration: ArrayDeclaration<Form> | ObjectDeclaration<Form>,
  value: unknown,
  place: Place,
): JsonValue | undefined {
  return declaration.type === 'array'
    ? judgeArray(declaration, value, place)
    : judgeObject(declaration, value, place)
}

function note({ path, problems }: Place, { keyword, message }: Fault): void {
  if (problems.length >= maxProblems) return
  const subject = path.length === 0 ? 'the value' : `\`${formatPath(path)}\``
  problems.push({ path, message: `${subject} ${message}`, keyword })
}

function noteType(place: Place, value: unknown, expected: string): undefined {
  note(place, { keyword: 'type', message: `is ${describeValue(value)}, and ${expected} is needed` })
}

function noteFault<T>(place: Place, fault: Fault | undefined, value: T): T | undefined {
  if (fault === undefined) return value
  note(place, fault)
  return undefined
}

function judgeArray(
  declaration: ArrayDeclaration<Form>,
  value: unknown,
  place: Place,
): JsonValue | undefined {
  if (!Array.isArray(value)) return noteType(place, value, kinds.array)
  const { minItems = 0, maxItems, items } = declaration
  const size = value.length === 1 ? '1 item' : `${value.length} items`
  if (value.length < minItems) {
    return noteFault(
      place,
      {
        keyword: 'minItems',
        message: `has ${size}, and at least ${minItems} are needed: add ${minItems - value.length}`,
      },
      undefined,
    )
  }
  // The items of a list that is too long are not looked at: there may be millions.
  if (value.length > maxItems) {
    return noteFault(
      place,
      {
        keyword: 'maxItems',
        message: `has ${size}, at most ${maxItems} are allowed: remove ${value.length - maxItems}`,
      },
      undefined,
    )
  }
  const before = place.problems.length
  const checked: JsonValue[] = []
  for (let index = 0; index < value.length && place.problems.length < maxProblems; index++) {
    const item = judge(items, value[index], { ...place, path: [...place.path, index] })
    if (item !== undefined) checked.push(item)
  }
  if (place.problems.length > before || checked.length < value.length) return undefined
  for (const { path, ...fault } of faultsOfRepeats(declaration, checked, place.path)) {
    note({ ...place, path }, fault)
  }
  return checked
}

function judgeObject(
  { properties }: ObjectDeclaration<Form>,
  value: unknown,
  place: Place,
): JsonValue | undefined {
  if (!isPlainObject(value)) return noteType(place, value, kinds.object)
  const checked = {}
  checkMembers(properties, value, checked, { ...place, noun: 'property' })
  return checked
}

/** Only objects made by `{}` or `JSON.parse`, of any realm: instances of classes are no data. */
function isPlainObject(value: unknown): value is { readonly [key: string]: unknown } {
  if (!isObject(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

/** Judges what is declared by name, and names that are not declared. */
function checkMembers(
  declarations: Declarations<Form>,
  values: { readonly [name: string]: unknown },
  checked: object,
  place: Place & { readonly noun: string },
): void {
  const names = Object.keys(declarations)
  const given = names.filter((name) => hasOwn(values, name) && values[name] !== undefined)
  const missing = new Set(names.filter((name) => !given.includes(name)))
  for (const name of Object.keys(values)) {
    if (Object.hasOwn(declarations, name)) continue
    if (place.problems.length >= maxProblems) return
    const meant = nearMiss(name, [...missing]) ?? nearMiss(name, names)
    // A misspelt name is one mistake: the one that it stands for is not missing besides.
    if (meant !== undefined) missing.delete(meant)
    noteUnknown(name, meant, names, place)
  }
  for (const name of names) {
    const declaration = declarations[name]
    if (declaration === undefined) continue
    const isGiven = given.includes(name)
    const value = isGiven ? values[name] : declaration.default
    const inner = { ...place, path: [...place.path, name] }
    if (value === undefined) {
      if (missing.has(name))
        note(inner, { keyword: 'required', message: `is missing: pass ${kinds[declaration.type]}` })
      continue
    }
    const result = judge(declaration, value, inner)
    if (result !== undefined) setOwn(checked, name, result)
  }
}

const kinds: { readonly [type in Declaration['type']]: string } = {
  string: 'a string',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
}

function noteUnknown(
  name: string,
  meant: string | undefined,
  names: readonly string[],
  place: Place & { readonly noun: string },
): void {
  const declared = names
    .slice(0, maxShownChoices)
    .map((known) => `\`${known}\``)
    .join(', ')
  const others = declared === '' ? 'none is declared' : `declared are ${declared}`
  const rest = names.length > maxShownChoices ? ', …' : ''
  const wayOut = meant === undefined ? `${others}${rest}` : `did you mean \`${meant}\``
  const inner = { ...place, path: [...place.path, name] }
  note(inner, { keyword: 'unknown', message: `is no declared ${place.noun}: ${wayOut}` })
}
