import type { DefaultBounds } from '../model/declaration.ts'
import { describeValue } from '../model/describe-value.ts'
import type { NamedFinding } from '../model/diagnostic.ts'
import type { JsonObject, JsonValue } from '../model/json.ts'
import type { Path } from '../model/source.ts'

/** Where a declaration stands, and where its mistakes go. */
export interface DeclarationPlace {
  readonly path: Path
  readonly findings: NamedFinding[]
  readonly defaults: DefaultBounds
  /** Whether it declares a property or an item, not a variable. */
  readonly isInner: boolean
  /** What the patterns of the file may still take, together. */
  readonly patterns: PatternBudget
}

/** How much the patterns of one file may take together: each of them is cheap, hundreds are not. */
export interface PatternBudget {
  stepsLeft: number
}

/** So many steps have the patterns of a file together when their repeats are written out. */
export const maxPatternSteps = 40_000

/** Notes a mistake at a path below the declaration. */
export function report(
  place: DeclarationPlace,
  rest: Path,
  message: string,
  more: Pick<NamedFinding, 'at' | 'span'> = {},
): void {
  const path = [...place.path, ...rest]
  place.findings.push({ rule: 'invalid-declaration', path, message, ...more })
}

/** The value of a keyword; undefined where it does not stand there. */
export function keywordOf(raw: JsonObject, keyword: string): JsonValue | undefined {
  return Object.hasOwn(raw, keyword) ? raw[keyword] : undefined
}

/** Reads a keyword that counts something. */
export function readCount(
  raw: JsonObject,
  keyword: string,
  place: DeclarationPlace,
): number | undefined {
  const value = keywordOf(raw, keyword)
  if (value === undefined) return undefined
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value
  return refuse(place, keyword, value, 'a whole number from 0 on')
}

/** Reads a keyword that is a number. */
export function readNumber(
  raw: JsonObject,
  keyword: string,
  place: DeclarationPlace,
): number | undefined {
  const value = keywordOf(raw, keyword)
  if (value === undefined) return undefined
  if (typeof value === 'number' && Number.isFinite(value)) return value
  return refuse(place, keyword, value, 'a number')
}

/** Reads a keyword that is true or false. */
export function readFlag(
  raw: JsonObject,
  keyword: string,
  place: DeclarationPlace,
): boolean | undefined {
  const value = keywordOf(raw, keyword)
  if (value === undefined || typeof value === 'boolean') return value
  return refuse(place, keyword, value, '`true` or `false`')
}

/** Reads a keyword that is a text. */
export function readText(
  raw: JsonObject,
  keyword: string,
  place: DeclarationPlace,
): string | undefined {
  const value = keywordOf(raw, keyword)
  if (value === undefined || typeof value === 'string') return value
  return refuse(place, keyword, value, 'a text')
}

/** Reads a keyword that is a list. */
export function readList(
  raw: JsonObject,
  keyword: string,
  place: DeclarationPlace,
): readonly JsonValue[] | undefined {
  const value = keywordOf(raw, keyword)
  if (value === undefined) return undefined
  if (Array.isArray(value)) return value
  return refuse(place, keyword, value, 'a list')
}

function refuse(
  place: DeclarationPlace,
  keyword: string,
  value: JsonValue,
  expected: string,
): undefined {
  report(place, [keyword], `\`${keyword}\` is ${describeValue(value)}, and ${expected} is needed`)
}

/** Leaves out what is undefined, as if the key had never been written. */
export function omitUndefined<T extends object>(
  object: {
    readonly [K in keyof T]: T[K] | undefined
  },
): T {
  const entries = Object.entries(object).filter(([, value]) => value !== undefined)
  // What is left has a value for every key that T demands, since those were never undefined.
  return Object.fromEntries(entries) as T
}
