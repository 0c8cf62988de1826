import type { NumberDeclaration } from '../model/declaration.ts'
import type { JsonObject } from '../model/json.ts'
import { rangeOf } from '../model/number-range.ts'
import { stepsOf } from '../model/number-shape.ts'
import { witnessOf } from '../model/witness.ts'
import { type DeclarationPlace, omitUndefined, readNumber, report } from './declaration-place.ts'

/** Reads what is peculiar to an integer or a number. */
export function readNumeric(
  raw: JsonObject,
  type: NumberDeclaration['type'],
  place: DeclarationPlace,
): NumberDeclaration | undefined {
  const before = place.findings.length
  const read = (keyword: string): number | undefined => readBound(raw, keyword, type, place)
  const declaration = omitUndefined<NumberDeclaration>({
    type,
    minimum: read('minimum'),
    maximum: read('maximum'),
    exclusiveMinimum: read('exclusiveMinimum'),
    exclusiveMaximum: read('exclusiveMaximum'),
    multipleOf: readStep(raw, type, place),
  })
  if (place.findings.length > before) return undefined
  reportContradiction(declaration, place)
  return declaration
}

function readBound(
  raw: JsonObject,
  keyword: string,
  type: NumberDeclaration['type'],
  place: DeclarationPlace,
): number | undefined {
  const value = readNumber(raw, keyword, place)
  if (value === undefined || type === 'number' || Number.isSafeInteger(value)) return value
  const wayOut = Number.isInteger(value)
    ? 'JavaScript counts whole numbers exactly up to 9007199254740991 only: lower it'
    : 'write a whole number, or declare a `number`'
  report(place, [keyword], `\`${keyword}\` of an integer is ${value}: ${wayOut}`)
  return undefined
}

function readStep(
  raw: JsonObject,
  type: NumberDeclaration['type'],
  place: DeclarationPlace,
): number | undefined {
  const step = readBound(raw, 'multipleOf', type, place)
  if (step === undefined || step > 0) return step
  report(place, ['multipleOf'], `\`multipleOf\` is ${step}, and must be above 0`)
  return undefined
}

function reportContradiction(declaration: NumberDeclaration, place: DeclarationPlace): void {
  const { min, max } = rangeOf(declaration)
  const isOpen = min === declaration.exclusiveMinimum || max === declaration.exclusiveMaximum
  const isEmpty = min > max || (min === max && declaration.type === 'number' && isOpen)
  if (isEmpty) {
    const [low, high] = bindingBounds(declaration)
    const message = `\`${low}\` ${declaration[low]} and \`${high}\` ${declaration[high]} leave no ${declaration.type} between them: swap or change them`
    report(place, [low], message)
    return
  }
  if (declaration.multipleOf === undefined || hasMultiple(declaration)) return
  const message = `no multiple of ${declaration.multipleOf} lies in the allowed range: change \`multipleOf\` or the range`
  report(place, ['multipleOf'], message)
}

/** The bounds that decide, of each two that an author can state. */
function bindingBounds(
  declaration: NumberDeclaration,
): readonly ['minimum' | 'exclusiveMinimum', 'maximum' | 'exclusiveMaximum'] {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = declaration
  const isAbove =
    exclusiveMinimum !== undefined && !(minimum !== undefined && minimum > exclusiveMinimum)
  const isBelow =
    exclusiveMaximum !== undefined && !(maximum !== undefined && maximum < exclusiveMaximum)
  return [isAbove ? 'exclusiveMinimum' : 'minimum', isBelow ? 'exclusiveMaximum' : 'maximum']
}

function hasMultiple(declaration: NumberDeclaration): boolean {
  if (declaration.type === 'integer') return stepsOf(declaration).count >= 1
  return witnessOf(declaration, 'shortest') !== undefined
}
