import { checkValue } from './check-variables.ts'
import { isMultipleOf } from './decimal.ts'
import type {
  ArrayDeclaration,
  Declaration,
  NumberDeclaration,
  ObjectDeclaration,
} from './declaration.ts'
import { itemsOf } from './distinct-count.ts'
import { hasOwn, type JsonValue } from './json.ts'
import { listValues } from './list-values.ts'
import { rangeOf } from './number-range.ts'
import { canonicalJson } from './same-value.ts'
import type { Interval } from './shape.ts'
import { fitStrings } from './string-fit.ts'
import { type Aim, type Pins, witnessOf, witnessWith } from './witness.ts'

/** How values of one declaration meet another one. */
export interface FitOptions {
  /**
   * Which values are meant: those that a caller may pass, blanks at the ends of strings included,
   * or those that they become when they are used.
   */
  readonly from: 'passed' | 'used'
  /** What is asked of them: that they are accepted, or also that they stay what they are. */
  readonly to: 'accepted' | 'same'
}

/**
 * Whether all values fit: `sometimes` comes with one that does not, and `unknown` says that none
 * was found and that there is no proof.
 */
export type Fit =
  | { readonly fits: 'always' }
  | { readonly fits: 'sometimes'; readonly value: JsonValue }
  | { readonly fits: 'unknown' }

/** What callers ask: whether everything that they may pass is still accepted. */
export const callerFit: FitOptions = { from: 'passed', to: 'accepted' }

const always: Fit = { fits: 'always' }
const unknown: Fit = { fits: 'unknown' }

/** Finds out whether every value of one declaration fits another one. */
export function fitDeclaration(before: Declaration, after: Declaration, options: FitOptions): Fit {
  const listed = listValues(before)
  const isTyped = before.enum !== undefined || before.const !== undefined
  if (listed !== undefined && (isTyped || before.type !== 'string' || options.from === 'used')) {
    return fitListed(listed, after, options)
  }
  const guess = findMisfit(before, after, options)
  if (guess !== undefined) return { fits: 'sometimes', value: guess }
  // Of more values than the other one lists, one is not among them: the guesses were too few.
  if (after.enum !== undefined || after.const !== undefined) return unknown
  if (before.type === 'string' && after.type === 'string') {
    return fitStrings(before, after, options)
  }
  if (isNumber(before) && isNumber(after)) return fitNumbers(before, after)
  if (before.type === 'array' && after.type === 'array') return fitLists(before, after, options)
  if (before.type === 'object' && after.type === 'object') {
    return fitObjects(before, after, options)
  }
  return unknown
}

/** Whether one value fits. */
export function fitsValue(value: JsonValue, after: Declaration, { to }: FitOptions): boolean {
  const { value: used, problems } = checkValue(after, value, [])
  if (used === undefined || problems.length > 0) return false
  return to === 'accepted' || canonicalJson(used) === canonicalJson(value)
}

function fitListed(values: readonly JsonValue[], after: Declaration, options: FitOptions): Fit {
  const misfit = values.find((value) => !fitsValue(value, after, options))
  return misfit === undefined ? always : { fits: 'sometimes', value: misfit }
}

const aims: readonly Aim[] = ['shortest', 'longest', 'heaviest']
const guesses = 6

/** Tries values at the edges of what is allowed: most changes show there. */
function findMisfit(
  before: Declaration,
  after: Declaration,
  options: FitOptions,
): JsonValue | undefined {
  const listed = after.enum?.length ?? (after.const === undefined ? 0 : 1)
  // Deep values take their time to write, and their parts are asked about one by one.
  const count = before.type === 'array' || before.type === 'object' ? 1 : guesses + listed
  for (const aim of aims) {
    for (let seed = 0; seed < count; seed++) {
      const value = witnessOf(before, aim, seed)
      if (value === undefined) break
      if (!fitsValue(value, after, options)) return value
    }
  }
  if (!isNumber(before) || !isNumber(after)) return undefined
  const known = numbersOutside(after).filter((value) => fitsValue(value, before, callerFit))
  return known.find((value) => !fitsValue(value, after, options))
}

/** Numbers that a declaration refuses for being too small or too large. */
function numbersOutside(declaration: NumberDeclaration): readonly number[] {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = declaration
  return [
    ...(minimum === undefined ? [] : [minimum - Math.max(1, Math.abs(minimum))]),
    ...(maximum === undefined ? [] : [maximum + Math.max(1, Math.abs(maximum))]),
    ...(exclusiveMinimum === undefined ? [] : [exclusiveMinimum]),
    ...(exclusiveMaximum === undefined ? [] : [exclusiveMaximum]),
  ]
}

function isNumber(declaration: Declaration): declaration is NumberDeclaration {
  return declaration.type === 'integer' || declaration.type === 'number'
}

/** The guesses found no misfit, so only a proof is looked for. */
function fitNumbers(before: NumberDeclaration, after: NumberDeclaration): Fit {
  if (after.type === 'integer' && !isWhole(before)) return unknown
  return isInRange(before, after) && keepsStep(before, after) ? always : unknown
}

function isWhole({ type, multipleOf }: NumberDeclaration): boolean {
  return type === 'integer' || (multipleOf !== undefined && Number.isInteger(multipleOf))
}

function isInRange(before: NumberDeclaration, after: NumberDeclaration): boolean {
  const { min, max } = usedRange(before)
  const widest = before.type === 'integer' ? Number.MAX_SAFE_INTEGER : Number.POSITIVE_INFINITY
  const reach = after.type === 'integer' ? Number.MAX_SAFE_INTEGER : Number.POSITIVE_INFINITY
  const [low, high] = [Math.max(min, -widest), Math.min(max, widest)]
  const isOpenLow = before.type === 'number' && before.exclusiveMinimum === low
  const isOpenHigh = before.type === 'number' && before.exclusiveMaximum === high
  const { exclusiveMinimum, exclusiveMaximum } = after
  const isAbove =
    exclusiveMinimum === undefined ||
    low > exclusiveMinimum ||
    (isOpenLow && low === exclusiveMinimum)
  const isBelow =
    exclusiveMaximum === undefined ||
    high < exclusiveMaximum ||
    (isOpenHigh && high === exclusiveMaximum)
  return (
    isAbove &&
    isBelow &&
    low >= Math.max(after.minimum ?? -Infinity, -reach) &&
    high <= Math.min(after.maximum ?? Infinity, reach)
  )
}

/** From the least to the greatest value, where whole steps lead to them. */
function usedRange(declaration: NumberDeclaration): Interval {
  const { min, max } = rangeOf(declaration)
  const { multipleOf: step } = declaration
  if (step === undefined || !Number.isInteger(step)) return { min, max }
  return { min: Math.ceil(min / step) * step, max: Math.floor(max / step) * step }
}

function keepsStep(before: NumberDeclaration, after: NumberDeclaration): boolean {
  const { multipleOf } = after
  if (multipleOf === undefined) return true
  const step = before.multipleOf ?? (before.type === 'integer' ? 1 : undefined)
  return step !== undefined && isMultipleOf(step, multipleOf)
}

function fitLists(before: ArrayDeclaration, after: ArrayDeclaration, options: FitOptions): Fit {
  const most = itemsOf(before).max
  if (most === 0) return always
  const items = fitDeclaration(before.items, after.items, options)
  if (items.fits === 'sometimes') {
    return withPart(before, { at: new Map([[0, { value: items.value }]]) }, after, options)
  }
  const isCounted = (before.minItems ?? 0) >= (after.minItems ?? 0) && most <= after.maxItems
  return isCounted && (most === 1 || isAsUnique(before, after)) ? items : unknown
}

function isAsUnique(before: ArrayDeclaration, after: ArrayDeclaration): boolean {
  const { uniqueBy: known = [] } = before
  const { uniqueBy: asked = [] } = after
  const areItemsUnique = before.uniqueItems === true || known.length > 0
  if (asked.length === 0 && after.uniqueItems !== true) return true
  return (
    asked.every((name) => known.includes(name)) &&
    (after.uniqueItems !== true || areItemsUnique) &&
    staysDifferent(before.items, after.items)
  )
}

/** Whether values that were different are so still: trimmed, they may not be. */
function staysDifferent(before: Declaration, after: Declaration): boolean {
  return fitDeclaration(before, after, { from: 'used', to: 'same' }).fits === 'always'
}

function fitObjects(before: ObjectDeclaration, after: ObjectDeclaration, options: FitOptions): Fit {
  let fit: Fit = always
  for (const [name, property] of Object.entries(before.properties)) {
    const other = hasOwn(after.properties, name) ? after.properties[name] : undefined
    if (other === undefined) return unknown
    const own = fitDeclaration(property, other, options)
    if (own.fits === 'sometimes') {
      return withPart(before, { at: new Map([[name, { value: own.value }]]) }, after, options)
    }
    if (own.fits === 'unknown') fit = own
  }
  const names = Object.keys(after.properties)
  return names.every((name) => hasOwn(before.properties, name)) ? fit : unknown
}

/** A whole value with a part that does not fit, where one can be written. */
function withPart(before: Declaration, pins: Pins, after: Declaration, options: FitOptions): Fit {
  const value = witnessWith(before, 'shortest', pins)
  const isMisfit = value !== undefined && !fitsValue(value, after, options)
  return isMisfit ? { fits: 'sometimes', value } : unknown
}
