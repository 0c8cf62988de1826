import type { StringDeclaration, StringFormat } from '../model/declaration.ts'
import { formatShapes } from '../model/format-shapes.ts'
import type { JsonObject } from '../model/json.ts'
import { nearMiss } from '../model/near-miss.ts'
import { type Pattern, parsePattern } from '../model/pattern.ts'
import { factsOfString } from '../model/string-facts.ts'
import {
  type DeclarationPlace,
  maxPatternSteps,
  omitUndefined,
  readCount,
  readFlag,
  readText,
  report,
} from './declaration-place.ts'

/** Reads what is peculiar to a string. */
export function readString(
  raw: JsonObject,
  place: DeclarationPlace,
): StringDeclaration | undefined {
  const before = place.findings.length
  const stated = omitUndefined<StringDeclaration>({
    type: 'string',
    minLength: readCount(raw, 'minLength', place),
    maxLength: readCount(raw, 'maxLength', place),
    pattern: readText(raw, 'pattern', place),
    format: readFormat(raw, place),
    multiline: readFlag(raw, 'multiline', place),
    trim: readFlag(raw, 'trim', place),
  })
  const pattern = readPattern(stated, place)
  if (place.findings.length > before || place.patterns.stepsLeft < 0) return undefined
  const isListed = Object.hasOwn(raw, 'enum') || Object.hasOwn(raw, 'const')
  const isBounded = isListed || isBoundedItself(stated, pattern)
  const { maxLength = isBounded ? undefined : place.defaults.maxLength } = stated
  const declaration = maxLength === undefined ? stated : { ...stated, maxLength }
  const problem = findContradiction(stated, declaration, isListed)
  if (problem === undefined) return declaration
  report(place, [problem.keyword], problem.message)
  return undefined
}

function readFormat(raw: JsonObject, place: DeclarationPlace): StringFormat | undefined {
  const text = readText(raw, 'format', place)
  if (text === undefined || isFormat(text)) return text
  const names = Object.keys(formatShapes)
  const meant = nearMiss(text, names)
  const wayOut =
    meant === undefined ? `the formats are ${names.join(', ')}` : `did you mean \`${meant}\``
  report(place, ['format'], `\`${text}\` is no format: ${wayOut}`)
  return undefined
}

function isFormat(text: string): text is StringFormat {
  return Object.hasOwn(formatShapes, text)
}

function readPattern(
  { pattern: source }: StringDeclaration,
  place: DeclarationPlace,
): Pattern | undefined {
  if (source === undefined) return undefined
  const result = parsePattern(source)
  if ('pattern' in result) return withinBudget(result.pattern, place)
  const { message, span } = result.problem
  report(place, ['pattern'], message, { span })
  return undefined
}

/** Past the budget nothing more is read, and one finding says so. */
function withinBudget(pattern: Pattern, place: DeclarationPlace): Pattern | undefined {
  const { patterns } = place
  if (patterns.stepsLeft < 0) return undefined
  patterns.stepsLeft -= pattern.program.instructions.length
  if (patterns.stepsLeft >= 0) return pattern
  const message = `the patterns of this file have more than ${maxPatternSteps} steps when their repeats are written out: shorten them, or give \`maxLength\` instead`
  report(place, ['pattern'], message)
  return undefined
}

function isBoundedItself({ format }: StringDeclaration, pattern: Pattern | undefined): boolean {
  const own = [
    pattern?.length.max,
    format === undefined ? undefined : formatShapes[format].length.max,
  ]
  return own.some((max) => max !== undefined && max !== Number.POSITIVE_INFINITY)
}

interface Contradiction {
  readonly keyword: string
  readonly message: string
}

/** Finds out why no string is allowed; listed values are judged one by one elsewhere. */
function findContradiction(
  stated: StringDeclaration,
  declaration: StringDeclaration,
  isListed: boolean,
): Contradiction | undefined {
  const contradiction = contradictionOfLengths(stated, declaration)
  if (contradiction !== undefined || isListed) return contradiction
  return contradictionOfFormat(declaration) ?? contradictionOfPattern(declaration)
}

function contradictionOfLengths(
  stated: StringDeclaration,
  { maxLength }: StringDeclaration,
): Contradiction | undefined {
  const { minLength = 1 } = stated
  if (maxLength === undefined || minLength <= maxLength) return undefined
  if (stated.minLength === undefined) {
    const message = `\`maxLength\` ${maxLength} leaves only the empty text, which is not allowed: raise it, or add \`minLength: 0\``
    return { keyword: 'maxLength', message }
  }
  const message =
    stated.maxLength === undefined
      ? `\`minLength\` ${minLength} is above the ${maxLength} characters that a string without \`maxLength\` can have: add \`maxLength\``
      : `\`minLength\` ${minLength} is above \`maxLength\` ${maxLength}, so no text is allowed: swap them`
  return { keyword: 'minLength', message }
}

function contradictionOfFormat(declaration: StringDeclaration): Contradiction | undefined {
  const { format, minLength = 1, maxLength = Number.POSITIVE_INFINITY } = declaration
  if (format === undefined) return undefined
  const { min, max } = formatShapes[format].length
  if (maxLength < min) {
    const message = `\`maxLength\` is ${maxLength}, and \`${format}\` has at least ${min} characters: raise it, or remove it`
    return { keyword: 'maxLength', message }
  }
  if (minLength <= max) return undefined
  const message = `\`minLength\` is ${minLength}, and \`${format}\` has at most ${max} characters: lower it, or remove it`
  return { keyword: 'minLength', message }
}

function contradictionOfPattern(declaration: StringDeclaration): Contradiction | undefined {
  const { pattern, minLength = 1, maxLength, format, trim } = declaration
  if (pattern === undefined || factsOfString(declaration) !== undefined) return undefined
  const lengths =
    maxLength === undefined
      ? `at least ${minLength} characters`
      : `${minLength} to ${maxLength} characters`
  const ends = trim === false ? '' : ' and without blanks at its ends'
  const form = format === undefined ? '' : ` that \`format: ${format}\` allows`
  const kind = declaration.multiline === true ? 'text' : 'line'
  const message = `no ${kind} of ${lengths}${ends}${form} matches the pattern \`${pattern}\`: change one of them`
  return { keyword: 'pattern', message }
}
