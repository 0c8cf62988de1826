import type { ArrayDeclaration, Declaration } from './declaration.ts'
import type { JsonObject, JsonValue } from './json.ts'
import type { LimitIndex } from './limit-index.ts'
import type { ContentType } from './message.ts'
import type { Reasoning } from './reasoning.ts'
import type { Interval, TextShape } from './shape.ts'
import type { Path, Span } from './source.ts'

/**
 * What the variables of a message allow, field by field: the one thing that rules read.
 *
 * Fields are named without indexes: `message.listMessage.sections[].rows[].text`. Where a limit
 * depends on the kind around it, the field carries that kind: `message.text@listMessage`,
 * `message.attachments[].caption@audio`.
 */
export interface MessageBounds {
  readonly type: ContentType
  /** The whole file: `message`, `callbackData`, `sender` … with its templates, if it has any. */
  readonly root: JsonObject
  readonly texts: readonly TextBounds[]
  readonly numbers: readonly NumberBounds[]
  readonly objects: readonly ObjectBounds[]
  readonly sequences: readonly SequenceBounds[]
  readonly callbackData?: ValueBounds
  readonly reasoning: Reasoning
  /** What the message is held to. */
  readonly limits: LimitIndex
}

/** Where something stands, and when. */
export interface Place {
  /** Keys from the root of the file (of the filled message, when that is measured). */
  readonly path: Path
  readonly field: string
  /** Under which conditions it is there at all: its own and those of everything around it. */
  readonly guard: Guard
  /** The `$each` loops around it, outermost first. */
  readonly loops: readonly Loop[]
}

/** A text and everything it can become. */
export interface TextBounds extends Place {
  readonly source: string
  readonly shape: TextShape
  readonly parts: readonly TextPart[]
}

/** A piece of a text: fixed, or one variable. */
export interface TextPart {
  /** Where it stands in the source string. */
  readonly span: Span
  readonly shape: TextShape
  readonly reference?: Reference
}

/** A number and everything it can become. */
export interface NumberBounds extends Place {
  readonly range: Interval
  readonly reference?: Reference
  /** Where the reference stands in the source string. */
  readonly span?: Span
}

/** A mapping that is there, or there under conditions. */
export interface ObjectBounds extends Place {
  readonly value: JsonObject
}

/** A sequence with the mappings written in it. */
export interface SequenceBounds extends Place {
  readonly items: readonly ItemBounds[]
}

/** One mapping written in a sequence: it can stand for none, one or many items. */
export interface ItemBounds extends Place {
  /** How many items it gives when {@link ownGuard} holds. */
  readonly count: Interval
  /** Its own condition, without those of what is around it. */
  readonly ownGuard: Guard
  /** The item of the outer sequence that it lies in. */
  readonly parent?: ItemBounds
}

/** A JSON value and the bytes of its compact UTF-8 JSON. */
export interface ValueBounds extends Place {
  readonly value: JsonValue
  readonly bytes: Interval
  /** How many of the bytes are kept free for the key of `tracking`, where the config turns it on. */
  readonly trackingBytes?: number
  /** The template variable in it that can take the most bytes. */
  readonly largest?: ValuePart
}

/** A template variable somewhere in a JSON value. */
export interface ValuePart {
  /** The string that it stands in. */
  readonly path: Path
  readonly span: Span
  readonly bytes: Interval
  readonly reference: Reference
  /** How often the same variable stands in the whole value. */
  readonly times: number
}

/** Conditions that must all hold. */
export type Guard = readonly Condition[]

/** A boolean variable that must have a value. */
export interface Condition {
  /** The variable's name as it is written, `parcel.late`. */
  readonly flag: string
  readonly value: boolean
  /** Where it is declared. */
  readonly declaredAt: Path
  /** The loop whose element the flag belongs to; absent for a flag of the whole message. */
  readonly loop?: Loop
}

/** A `$each` that repeats what it stands on. */
export interface Loop {
  readonly name: string
  readonly list: ArrayDeclaration
  /** The list as it is written, `section.rows`. */
  readonly source: string
  /** Where the list is declared: `['variables', 'parcels']`. */
  readonly declaredAt: Path
  /** The loop whose element the list belongs to. */
  readonly parent?: Loop
}

/** A name in a template and what it stands for. */
export interface Reference {
  readonly names: readonly string[]
  readonly declaration: Declaration
  /** Where it is declared: `['variables', 'parcels', 'items', 'properties', 'label']`. */
  readonly declaredAt: Path
  /** The loop whose element it belongs to. */
  readonly loop?: Loop
  /** What its string form can become. */
  shape(): TextShape
  /** What that would be if the variable were a string of at most so many units. */
  shapeUpTo(maxLength: number): TextShape
  /** The most spaces in a row that its string form can hold, counted up to a cap. */
  longestSpaceRun(cap: number): number
}

/** The texts of one field, in the order of the file. */
export function textsOf(bounds: MessageBounds, field: string): readonly TextBounds[] {
  return bounds.texts.filter((text) => text.field === field)
}
