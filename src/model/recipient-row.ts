import type { JsonObject, JsonValue } from './json.ts'
import type { Path } from './source.ts'

/** A place in a list of recipients: both are 1-based, the column counts UTF-16 units. */
export interface RowPlace {
  readonly line: number
  readonly column: number
}

/** What kind of mistake a list of recipients holds. */
export type RowFault =
  | 'recipients-encoding'
  | 'recipients-syntax'
  | 'recipients-column'
  | 'invalid-recipient'
  | 'duplicate-recipient'
  | 'unknown-locale'
  | 'invalid-variable'
  | 'invalid-message'

/** One mistake in a list of recipients. */
export interface RowProblem extends RowPlace {
  readonly fault: RowFault
  readonly message: string
}

/** What is wrong with one value of a row, by the path to it. */
export interface FieldProblem {
  readonly path: Path
  readonly fault: RowFault
  readonly message: string
}

/** One row as a list gives it, CSV or JSONL: nothing of it is judged by the message yet. */
export interface ListedRow {
  /** Where the row begins. */
  readonly line: number
  readonly to: JsonValue | undefined
  readonly name: JsonValue | undefined
  readonly locale: JsonValue | undefined
  readonly variables: JsonObject
  /** The whole JSONL line: what stands beside `variables` may be meant for one. */
  readonly beside?: JsonObject
  /** What could not be read; these values are missing above. */
  readonly problems: readonly FieldProblem[]
  /** The place of `to`, `name`, `locale`, or of a value below `variables`. */
  placeOf(path: Path): RowPlace
}

/** One recipient, judged. */
export interface RecipientRow {
  /** 1-based, in the order of the list. */
  readonly row: number
  readonly line: number
  /** In E.164 form, or a BSUID. */
  readonly to: string
  readonly name: string | undefined
  readonly locale: string
  /** Checked, with defaults filled in. */
  readonly variables: JsonObject
}
