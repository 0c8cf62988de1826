import type { Form, Forms } from './form.ts'
import type { JsonValue } from './json.ts'

/** The formats of string variables. */
export type StringFormat = 'date' | 'date-time' | 'time' | 'uuid' | 'email' | 'uri' | 'e164'

interface Common<T extends JsonValue> {
  readonly title?: string
  readonly description?: string
  readonly default?: T
  readonly examples?: readonly JsonValue[]
  readonly enum?: readonly T[]
  readonly const?: T
}

/**
 * A string variable. Lengths are UTF-16 code units, counted after the ends were trimmed. In generated
 * code pattern and format are what tests it.
 */
export interface StringDeclaration<F extends Form = 'written'> extends Common<string> {
  readonly type: 'string'
  /** @defaultValue 1 */
  readonly minLength?: number
  /** Always there where neither `enum`, `const`, `format` nor `pattern` bounds the length. */
  readonly maxLength?: number
  readonly pattern?: Forms[F]['pattern']
  readonly format?: Forms[F]['format']
  /** Whether line feeds may stand in it. @defaultValue false */
  readonly multiline?: boolean
  /** Whether blanks at the ends are removed. @defaultValue true */
  readonly trim?: boolean
}

/** A number variable; an `integer` is a safe integer. */
export interface NumberDeclaration extends Common<number> {
  readonly type: 'integer' | 'number'
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly exclusiveMaximum?: number
  readonly multipleOf?: number
}

/** A variable that is true or false. */
export interface BooleanDeclaration extends Common<boolean> {
  readonly type: 'boolean'
}

/** A list variable. */
export interface ArrayDeclaration<F extends Form = 'written'> extends Common<readonly JsonValue[]> {
  readonly type: 'array'
  readonly items: Declaration<F>
  /** @defaultValue 0 */
  readonly minItems?: number
  /** Always there: an author's silence was replaced by the configured bound. */
  readonly maxItems: number
  readonly uniqueItems?: boolean
  /** Properties of the items, each of which no two items share (case is ignored). */
  readonly uniqueBy?: readonly string[]
}

/** An object variable: every property is required and no others are allowed. */
export interface ObjectDeclaration<F extends Form = 'written'>
  extends Common<{ readonly [key: string]: JsonValue }> {
  readonly type: 'object'
  readonly properties: Declarations<F>
}

/** A variable's declaration with short forms written out and default bounds filled in. */
export type Declaration<F extends Form = 'written'> =
  | StringDeclaration<F>
  | NumberDeclaration
  | BooleanDeclaration
  | ArrayDeclaration<F>
  | ObjectDeclaration<F>

/** Name → declaration, in the order of the file. */
export interface Declarations<F extends Form = 'written'> {
  readonly [name: string]: Declaration<F>
}

/** Bounds for strings and lists that state none. */
export interface DefaultBounds {
  readonly maxLength: number
  readonly maxItems: number
}

/** @see language reference, "Everything is bounded" */
export const defaultBounds: DefaultBounds = { maxLength: 256, maxItems: 30 }

/** The value of a variable, as a caller passes it. */
export interface Variables {
  readonly [name: string]: JsonValue
}
