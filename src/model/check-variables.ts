import { maxShownChoices } from './check-choice.ts'
import { type Fault, faultOfString } from './check-string.ts'
import type { Declaration, Declarations, ObjectDeclaration, Variables } from './declaration.ts'
import { describeValue } from './describe-value.ts'
import type { VariableProblem } from './errors.ts'
import type { Form } from './form.ts'
import { hasOwn, isObject, isPlainObject, type JsonValue, setOwn } from './json.ts'
import { mayVary } from './may-vary.ts'
import { nearMiss } from './near-miss.ts'
import type { Path } from './source.ts'
import { staleCode } from './stale-code.ts'
import { everyValue, type ValueChecks } from './value-checks.ts'
import {
  maxProblems,
  note,
  noteFault,
  noteType,
  typeWords,
  type ValuePlace,
} from './variable-problem.ts'

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

/** Judges what a caller passes by the declarations; the input stays as it is. */
export function checkVariables(
  declarations: Declarations<Form>,
  values: unknown,
  checks: ValueChecks = mayVary ? everyValue : {},
): CheckedVariables {
  const problems: VariableProblem[] = []
  const checked = {}
  if (!isPlainObject(values)) {
    const message = `variables are ${describeValue(values)}, and a plain object is needed: pass \`{ name: value }\``
    return { values: checked, problems: [{ path: [], message, keyword: 'type' }] }
  }
  checkMembers(declarations, values, checked, { path: [], problems, checks, noun: 'variable' })
  return { values: checked, problems }
}

/** Judges one value by its declaration. */
export function checkValue(
  declaration: Declaration<Form>,
  value: unknown,
  path: Path,
): CheckedValue {
  const problems: VariableProblem[] = []
  const checked = judge(declaration, value, { path, problems, checks: everyValue })
  return checked === undefined ? { problems } : { value: checked, problems }
}

/** The value as it is used, or undefined after a problem was noted. */
function judge(
  declaration: Declaration<Form>,
  value: unknown,
  place: ValuePlace,
): JsonValue | undefined {
  switch (declaration.type) {
    case 'string': {
      if (typeof value !== 'string') return noteType(place, value, typeWords.string)
      const text = declaration.trim === false ? value : value.trim()
      const fault = faultOfChoice(declaration, text, place) ?? faultOfString(text, declaration)
      return noteFault(place, fault, text)
    }
    case 'integer':
    case 'number': {
      if (typeof value !== 'number') return noteType(place, value, typeWords[declaration.type])
      // Minus zero reads as zero and is sent as zero.
      const number = value === 0 ? 0 : value
      const fault =
        needed(place.checks.number)(number, declaration) ??
        faultOfChoice(declaration, number, place)
      return noteFault(place, fault, number)
    }
    case 'boolean':
      if (typeof value !== 'boolean') return noteType(place, value, typeWords.boolean)
      return noteFault(place, faultOfChoice(declaration, value, place), value)
    case 'array':
    case 'object': {
      const before = place.problems.length
      const checked =
        declaration.type === 'array'
          ? needed(place.checks.list)(declaration, value, place, judge)
          : judgeObject(declaration, value, place)
      if (checked === undefined || place.problems.length > before) return undefined
      return noteFault(place, faultOfChoice(declaration, checked, place), checked)
    }
    default:
      return declaration satisfies never
  }
}

function faultOfChoice(
  declaration: Declaration<Form>,
  value: JsonValue,
  { checks }: ValuePlace,
): Fault | undefined {
  if (declaration.const === undefined && declaration.enum === undefined) return undefined
  return needed(checks.choice)(declaration, value)
}

/** What generated code brings along where its message declares such values. */
function needed<T>(check: T | undefined): T {
  if (check === undefined) throw staleCode()
  return check
}

function judgeObject(
  { properties }: ObjectDeclaration<Form>,
  value: unknown,
  place: ValuePlace,
): JsonValue | undefined {
  if (!isPlainObject(value)) {
    return noteType(place, value, isObject(value) ? 'a plain object' : typeWords.object)
  }
  const checked = {}
  checkMembers(properties, value, checked, { ...place, noun: 'property' })
  return checked
}

/** Judges what is declared by name, and names that are not declared. */
function checkMembers(
  declarations: Declarations<Form>,
  values: { readonly [name: string]: unknown },
  checked: object,
  place: ValuePlace & { readonly noun: string },
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
        note(inner, {
          keyword: 'required',
          message: `is missing: pass ${typeWords[declaration.type]}`,
        })
      continue
    }
    const result = judge(declaration, value, inner)
    if (result !== undefined) setOwn(checked, name, result)
  }
}

function noteUnknown(
  name: string,
  meant: string | undefined,
  names: readonly string[],
  place: ValuePlace & { readonly noun: string },
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
