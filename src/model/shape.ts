/** Two ends of what a number can be, both included. */
export interface Interval {
  readonly min: number
  readonly max: number
}

/** Whether something holds for no allowed value, for some, or for all. */
export type Possibility = 'never' | 'sometimes' | 'always'

/**
 * What a text can become, over all allowed values of the variables in it. Every statement is an
 * over-approximation: what is called `never` cannot happen, what is outside an interval neither.
 * A text without variables is the case in which both ends meet.
 */
export interface TextShape {
  /** Length in UTF-16 code units. */
  readonly length: Interval
  /** UTF-8 bytes between the quotes of its compact JSON, escapes included. */
  readonly jsonBytes: Interval
  /** Whether nothing is left after `trim()`. */
  readonly blank: Possibility
  /** Whether it holds a line feed. */
  readonly lineFeed: Possibility
  /** Whether `trim()` would take something from its front. */
  readonly leadingBlank: Possibility
  /** Whether `trim()` would take something from its end. */
  readonly trailingBlank: Possibility
  /** All texts it can be, where they are few (enum, const, boolean, fixed text). */
  readonly values?: readonly string[]
  /** The characters that can occur, where something is known of them. */
  readonly alphabet?: CharacterSet
}

/** Sorted, non-overlapping, inclusive ranges of code points. */
export type CharacterSet = readonly (readonly [first: number, last: number])[]

/** The interval that holds one number only. */
export function exactly(value: number): Interval {
  return { min: value, max: value }
}

/** Adds two intervals. */
export function addIntervals(left: Interval, right: Interval): Interval {
  return { min: left.min + right.min, max: left.max + right.max }
}

/** How many: one interval times another, both at least zero. */
export function multiplyIntervals(left: Interval, right: Interval): Interval {
  return { min: left.min * right.min, max: multiply(left.max, right.max) }
}

/** `0 × ∞` is zero here: nothing repeated without end is still nothing. */
function multiply(left: number, right: number): number {
  return left === 0 || right === 0 ? 0 : left * right
}
