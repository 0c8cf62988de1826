import { isObject } from '../model/json.ts'
import type { Path } from '../model/source.ts'
import type { Judge } from './violation.ts'

/** The five kinds of value that have a shape. */
export type GrammarKind = 'message' | 'variant' | 'session' | 'template' | 'config'

/** The part of a JSON Schema that wording needs. */
export interface Schema {
  readonly title?: string | undefined
  readonly $ref?: string | undefined
  readonly type?: string | readonly string[] | undefined
  readonly properties?: { readonly [name: string]: Schema | boolean } | undefined
  readonly patternProperties?: { readonly [pattern: string]: Schema | boolean } | undefined
  readonly additionalProperties?: Schema | boolean | undefined
  readonly items?: Schema | undefined
  readonly enum?: readonly unknown[] | undefined
  readonly definitions?: { readonly [name: string]: Schema } | undefined
}

/** What a value is judged as. */
export interface Grammar {
  readonly kind: GrammarKind
  readonly judge: Judge
  readonly schema: Schema
  /** The definition to begin with, where it is not the schema's root. */
  readonly start?: string
}

/** What the schema says of one place in a value. */
export interface Place {
  readonly schema: Schema
  /** The definition that it has, `listRow`; else the key it stands under; empty at the root. */
  readonly kind: string
}

/** Finds what a schema says of a place; an unknown place allows everything. */
export function placeAt({ schema: document, start }: Grammar, path: Path): Place {
  const root: Schema = start === undefined ? document : { $ref: `#/definitions/${start}` }
  let place = resolve(document, root, '')
  for (const step of path) {
    const inner = typeof step === 'number' ? place.schema.items : memberOf(place.schema, step)
    place = resolve(document, inner ?? {}, String(step))
  }
  return path.length === 0 ? { ...place, kind: '' } : place
}

/** The keys that a place knows, in the order of the schema. */
export function knownKeys({ schema }: Place): readonly string[] {
  return Object.keys(schema.properties ?? {})
}

function resolve(document: Schema, schema: Schema, key: string): Place {
  const name = schema.$ref?.replace('#/definitions/', '')
  if (name === undefined) return { schema, kind: key }
  return { schema: document.definitions?.[name] ?? {}, kind: name }
}

function memberOf(schema: Schema, key: string): Schema | undefined {
  const { properties, patternProperties, additionalProperties } = schema
  const own =
    properties !== undefined && Object.hasOwn(properties, key) ? properties[key] : undefined
  const candidates = [own, ...Object.values(patternProperties ?? {}), additionalProperties]
  return candidates.find(isSchema)
}

function isSchema(value: Schema | boolean | undefined): value is Schema {
  return isObject(value)
}
