import type { JsonValue } from '../model/json.ts'
import type { Range } from '../model/source.ts'
import type { LocatedText } from './yaml-located-text.ts'

/** A value of a document together with where it stands. Aliased values share one place. */
export type Place = MappingPlace | SequencePlace | ScalarPlace

/** A mapping: only the first of several equal keys is found by name. */
export interface MappingPlace {
  readonly type: 'mapping'
  readonly range: Range
  /** Whether it is written with braces. */
  readonly isFlow: boolean
  readonly entries: ReadonlyMap<string, EntryPlace>
}

/** A key and its value. */
export interface EntryPlace {
  readonly key: string
  readonly keyRange: Range
  readonly value: Place
  /** Where it ends in the text: an aliased value stands elsewhere. */
  readonly end: number
}

/** A sequence. */
export interface SequencePlace {
  readonly type: 'sequence'
  readonly range: Range
  /** Whether it is written with brackets. */
  readonly isFlow: boolean
  readonly items: readonly ItemPlace[]
}

/** An item of a sequence; it begins at its dash, or where its value does. */
export interface ItemPlace {
  readonly start: number
  /** Where it ends in the text: an aliased value stands elsewhere. */
  readonly end: number
  readonly value: Place
}

/** How a scalar is written. */
export type ScalarStyle = 'plain' | 'single-quoted' | 'double-quoted' | 'literal' | 'folded'

/** A text, number, boolean or null. */
export interface ScalarPlace {
  readonly type: 'scalar'
  readonly range: Range
  readonly style: ScalarStyle
  readonly hasTag: boolean
  readonly value: null | boolean | number | string
  /** Where each unit of a text stands; undefined where that could not be found out. */
  locate(): LocatedText | undefined
}

/** A value with its place and what it costs to write it out. */
export interface Built {
  readonly value: JsonValue
  readonly place: Place
  readonly nodes: number
  readonly depth: number
  readonly aliasExpansions: number
}
