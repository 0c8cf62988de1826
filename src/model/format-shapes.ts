import type { StringFormat } from './declaration.ts'
import type { CharacterSet, Interval } from './shape.ts'

/** What the texts of a format have in common. */
export interface FormatShape {
  /** UTF-16 code units; `max` is `Infinity` where the format has no longest text. */
  readonly length: Interval
  /** The characters that can occur: all are ASCII, and none needs an escape in JSON. */
  readonly alphabet: CharacterSet
}

const unbounded = Number.POSITIVE_INFINITY

/** How long the texts of the formats are, and of what. */
export const formatShapes: { readonly [name in StringFormat]: FormatShape } = {
  date: {
    length: { min: 10, max: 10 },
    alphabet: [
      [0x2d, 0x2d],
      [0x30, 0x39],
    ],
  },
  'date-time': {
    length: { min: 20, max: unbounded },
    // + - . 0-9 : T Z t z
    alphabet: [
      [0x2b, 0x2b],
      [0x2d, 0x2e],
      [0x30, 0x3a],
      [0x54, 0x54],
      [0x5a, 0x5a],
      [0x74, 0x74],
      [0x7a, 0x7a],
    ],
  },
  time: {
    length: { min: 9, max: unbounded },
    // + - . 0-9 : Z z
    alphabet: [
      [0x2b, 0x2b],
      [0x2d, 0x2e],
      [0x30, 0x3a],
      [0x5a, 0x5a],
      [0x7a, 0x7a],
    ],
  },
  uuid: {
    length: { min: 36, max: 36 },
    alphabet: [
      [0x2d, 0x2d],
      [0x30, 0x39],
      [0x41, 0x46],
      [0x61, 0x66],
    ],
  },
  email: {
    length: { min: 6, max: unbounded },
    // Everything but blanks, quotes, brackets, comma, colon, semicolon and backslash.
    alphabet: [
      [0x21, 0x21],
      [0x23, 0x27],
      [0x2a, 0x2b],
      [0x2d, 0x39],
      [0x3d, 0x3d],
      [0x3f, 0x5a],
      [0x5e, 0x7e],
    ],
  },
  uri: {
    length: { min: 8, max: unbounded },
    // RFC 3986: no blanks, no quotation mark, none of < > \ ^ ` { | }.
    alphabet: [
      [0x21, 0x21],
      [0x23, 0x3b],
      [0x3d, 0x3d],
      [0x3f, 0x5b],
      [0x5d, 0x5d],
      [0x5f, 0x5f],
      [0x61, 0x7a],
      [0x7e, 0x7e],
    ],
  },
  e164: {
    // E.164 allows 15 digits with the country's; the shortest numbers in service (Niue, Saint
    // Helena in its old plan) have 7.
    length: { min: 8, max: 16 },
    alphabet: [
      [0x2b, 0x2b],
      [0x30, 0x39],
    ],
  },
}
