import { charactersOf, everyCharacter } from './character-set.ts'
import type { Declaration } from './declaration.ts'
import { graphOfDeclaration } from './declared-graph.ts'
import { isObject, type JsonArray, type JsonObject, type JsonValue, setOwn } from './json.ts'
import { listValues } from './list-values.ts'
import { matchesData } from './match-data.ts'
import type { Edge, PatternGraph } from './pattern-graph.ts'
import { declarationsOf } from './read-id.ts'
import type { VariableDeclarations } from './reply-table.ts'
import type { Path } from './source.ts'
import { parseTemplate, type TemplatePart, wholeVariable } from './template.ts'
import { graphOfPatternAlone } from './text-graph.ts'
import { findMissingText } from './text-inclusion.ts'
import { type FitOptions, fitDeclaration, fitsValue } from './value-fit.ts'

/** `callbackData` as it is written, and the variables in it. */
export interface WrittenData {
  readonly written: JsonValue
  readonly variables: VariableDeclarations
}

/** What a place can hold: what is written there, or one of several declarations. */
type Data = WrittenData | { readonly declared: readonly Declaration[] }

/** What comes back was used, and has to be accepted. */
const dataFit: FitOptions = { from: 'used', to: 'accepted' }

/**
 * The place where `callbackData` that one form sent is not read by another one, or cannot be proven
 * to be: its keys, none for the whole of it. Nothing where all of it is read.
 */
export function findUnread(before: WrittenData, after: WrittenData): Path | undefined {
  return compare(before, after)
}

function compare(before: Data, after: Data): Path | undefined {
  const [old, now] = [openVariable(before), openVariable(after)]
  const members = 'declared' in old ? undefined : membersOf(old, now)
  for (const [key, item, target] of members ?? []) {
    const place = compare(item, target)
    if (place !== undefined) return [key, ...place]
  }
  return members !== undefined || isWhollyRead(old, now) ? undefined : []
}

function isWhollyRead(old: Data, now: Data): boolean {
  const values = valuesOf(old)
  if (values !== undefined) return values.every((value) => isRead(value, now))
  if ('declared' in old) return old.declared.every((one) => isDeclarationRead(one, now))
  const { written, variables } = old
  return typeof written === 'string' && isTextRead(written, variables, now)
}

/** A text that is one variable only holds whatever that is. */
function openVariable(data: Data): Data {
  if ('declared' in data || typeof data.written !== 'string') return data
  const names = wholeVariable(data.written)
  return names === undefined ? data : { declared: declarationsOf(data.variables, names.join('.')) }
}

/** All values of a place, where they are few. */
function valuesOf(data: Data): readonly JsonValue[] | undefined {
  if (!('declared' in data)) {
    const value = fixedValue(data.written)
    return value === undefined ? textsOf(data) : [value]
  }
  const values: JsonValue[] = []
  for (const declaration of data.declared) {
    const listed = listValues(declaration)
    if (listed === undefined) return undefined
    values.push(...listed)
  }
  return values
}

const mostTexts = 64

/** What a text with variables can become, where that is little. */
function textsOf({ written, variables }: WrittenData): readonly string[] | undefined {
  if (typeof written !== 'string') return undefined
  let texts: readonly string[] = ['']
  for (const part of parseTemplate(written).parts) {
    const ends =
      part.type === 'literal'
        ? [part.text]
        : valuesOf({ declared: declarationsOf(variables, part.names.join('.')) })?.map(String)
    if (ends === undefined || texts.length * ends.length > mostTexts) return undefined
    texts = texts.flatMap((text) => ends.map((end) => text + end))
  }
  return texts
}

/** What is sent, where nothing in it varies. */
function fixedValue(written: JsonValue): JsonValue | undefined {
  if (typeof written === 'string') {
    const { parts } = parseTemplate(written)
    if (parts.some(({ type }) => type === 'variable')) return undefined
    return parts.map((part) => (part.type === 'literal' ? part.text : '')).join('')
  }
  if (isList(written)) {
    const items = written.map(fixedValue)
    return items.includes(undefined) ? undefined : items.filter((item) => item !== undefined)
  }
  if (!isObject(written)) return written
  const fixed: JsonObject = {}
  for (const [key, item] of Object.entries(written)) {
    const value = fixedValue(item)
    if (value === undefined) return undefined
    setOwn(fixed, key, value)
  }
  return fixed
}

function isRead(value: JsonValue, now: Data): boolean {
  return 'declared' in now
    ? now.declared.some((declaration) => fitsValue(value, declaration, dataFit))
    : matchesData(now.written, now.variables, value)
}

function isDeclarationRead(old: Declaration, now: Data): boolean {
  if ('declared' in now) {
    return now.declared.some((one) => fitDeclaration(old, one, dataFit).fits === 'always')
  }
  const { written, variables } = now
  if (typeof written === 'string') {
    return old.type === 'string' && isWithin(graphOfDeclaration(old), written)
  }
  if (old.type !== 'object' || !isObject(written)) return false
  const names = Object.keys(old.properties)
  return (
    names.length === Object.keys(written).length &&
    names.every((name) => {
      const [property, item] = [old.properties[name], written[name]]
      return (
        property !== undefined &&
        item !== undefined &&
        Object.hasOwn(written, name) &&
        compare({ declared: [property] }, { written: item, variables }) === undefined
      )
    })
  )
}

/** A text with variables in it: only another text with the same fixed parts, or fewer, takes it. */
function isTextRead(written: string, variables: VariableDeclarations, now: Data): boolean {
  if ('declared' in now || typeof now.written !== 'string') return false
  const { parts } = parseTemplate(written)
  const graph = joinParts(parts, (part) =>
    declarationsOf(variables, part.names.join('.')).map(graphOfDeclaration),
  )
  return isWithin(graph, now.written)
}

const budget = 20_000
const anyLength = { min: 0, max: Number.POSITIVE_INFINITY }

/** Whether all texts of a graph have the fixed parts of a text, whatever stands between them. */
function isWithin(graph: PatternGraph, written: string): boolean {
  const around = joinParts(parseTemplate(written).parts, () => [anything])
  const texts = { graph: graphOfPatternAlone(graph), length: anyLength }
  return findMissingText(texts, graphOfPatternAlone(around), budget) === 'none'
}

const anything: PatternGraph = {
  edges: [[{ to: 0, set: everyCharacter }, { to: 1 }], []],
  last: 1,
  isAnchored: true,
}

type VariablePart = Extract<TemplatePart, { readonly type: 'variable' }>

/** Lays the parts of a text out one behind the other. */
function joinParts(
  parts: readonly TemplatePart[],
  graphsOf: (part: VariablePart) => readonly PatternGraph[],
): PatternGraph {
  const edges: Edge[][] = [[]]
  let last = 0
  for (const part of parts) {
    const graphs = part.type === 'variable' ? graphsOf(part) : [graphOfLiteral(part.text)]
    const ends: number[] = []
    for (const graph of graphs) {
      const first = edges.length
      edges[last]?.push({ to: first })
      edges.push(...graph.edges.map((ways) => ways.map((way) => ({ ...way, to: way.to + first }))))
      ends.push(first + graph.last)
    }
    const end = edges.push([]) - 1
    for (const state of ends) edges[state]?.push({ to: end })
    last = end
  }
  return { edges, last, isAnchored: true }
}

function graphOfLiteral(text: string): PatternGraph {
  const characters = [...text]
  const edges: Edge[][] = characters.map((character, index) => [
    { to: index + 1, set: charactersOf(character) },
  ])
  return { edges: [...edges, []], last: characters.length, isAnchored: true }
}

/** Key, what is written there, and what it meets; nothing where the two have another form. */
function membersOf(
  { written, variables }: WrittenData,
  now: Data,
): readonly (readonly [string | number, Data, Data])[] | undefined {
  if (typeof written !== 'object' || written === null) return undefined
  const entries: readonly (readonly [string | number, JsonValue])[] = isList(written)
    ? [...written.entries()]
    : Object.entries(written)
  const pairs = entries.flatMap(([key, item]) => {
    const target = targetAt(now, key, entries.length)
    return target === undefined ? [] : [[key, { written: item, variables }, target] as const]
  })
  return pairs.length === entries.length && isSameKind(written, now) ? pairs : undefined
}

/** What has no members is told from other things by its kind alone; of a variable its values are asked. */
function isSameKind(written: JsonArray | JsonObject, now: Data): boolean {
  if (Object.keys(written).length > 0) return true
  if ('declared' in now || typeof now.written !== 'object' || now.written === null) return false
  return isList(written) === isList(now.written) && Object.keys(now.written).length === 0
}

/** What stands at a key, if there are as many keys. */
function targetAt(now: Data, key: string | number, count: number): Data | undefined {
  if ('declared' in now) return declaredAt(now.declared, key, count)
  const { written, variables } = now
  if (isList(written)) {
    const item = typeof key === 'number' && written.length === count ? written[key] : undefined
    return item === undefined ? undefined : { written: item, variables }
  }
  if (!isObject(written) || Object.keys(written).length !== count) return undefined
  const item = Object.hasOwn(written, key) ? written[String(key)] : undefined
  return item === undefined ? undefined : { written: item, variables }
}

function declaredAt(
  [declaration, ...others]: readonly Declaration[],
  key: string | number,
  count: number,
): Data | undefined {
  if (declaration === undefined || others.length > 0) return undefined
  if (declaration.enum !== undefined || declaration.const !== undefined) return undefined
  if (declaration.type === 'object' && Object.keys(declaration.properties).length === count) {
    const { properties } = declaration
    const property = Object.hasOwn(properties, key) ? properties[String(key)] : undefined
    return property === undefined ? undefined : { declared: [property] }
  }
  if (declaration.type !== 'array' || typeof key !== 'number') return undefined
  const { minItems = 0, maxItems, uniqueItems, uniqueBy = [], items } = declaration
  const isFree = uniqueItems !== true && uniqueBy.length === 0
  return isFree && count >= minItems && count <= maxItems ? { declared: [items] } : undefined
}

function isList(value: JsonValue): value is JsonArray {
  return Array.isArray(value)
}
