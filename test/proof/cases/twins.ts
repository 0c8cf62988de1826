import { buttonsCase, type DirectedCase } from '../directed-case.ts'
import { integer, string } from './declare.ts'
import { looseEnds, sameId, sameLetters, sameText } from './found.ts'

const words = {
  a: string({ maxLength: 9 }),
  b: string({ maxLength: 9 }),
  d: string({ pattern: '^[0-9]{1,3}$' }),
  h: string({ pattern: '^[0-9]{1,3}$' }),
  c: string({ pattern: '^[A-Z]{3}$' }),
  q: string({ pattern: '^[0-9]{0,2}$', minLength: 0 }),
  r: string({ maxLength: 3 }),
  s: string({ maxLength: 3 }),
  t: string({ pattern: '^[a-z]{2} $', trim: false }),
  e: string({ enum: ['One', 'two'] }),
  l: string({ maxLength: 3, trim: false }),
  z: string({ minLength: 0, maxLength: 3 }),
  g: string({ pattern: '^[Ä-Ö]{30}$' }),
  i: integer({ minimum: -99_999, maximum: 9 }),
  j: integer({ minimum: 0, maximum: 99_999 }),
  m: string({ pattern: '^-[0-9]{4}$' }),
}
const twins = (name: string, one: string, other: string, expected: string): DirectedCase =>
  buttonsCase(
    name,
    words,
    [
      { id: one, text: 'A' },
      { id: other, text: 'B' },
    ],
    expected,
  )
const labels = (name: string, one: string, other: string, expected: string): DirectedCase =>
  buttonsCase(
    name,
    words,
    [
      { id: 'a', text: one },
      { id: 'b', text: other },
    ],
    expected,
  )

/** Whether two texts can be the same. */
export const twinCases: readonly DirectedCase[] = [
  twins('fixed texts', 'a', 'a', sameId),
  twins('fixed texts but for their blanks', 'a', 'a ', `${looseEnds}, ${sameId}`),
  twins('fixed texts that differ', 'a', 'b', 'nothing'),
  twins('two variables', '{{ a }}', '{{ b }}', sameId),
  twins('a variable and a text that it can be', '{{ a }}', 'x', sameId),
  twins('a variable and a text of other characters', '{{ d }}', 'x', 'nothing'),
  twins('an enum and one of its values', '{{ e }}', 'two', sameId),
  twins('an enum and another text', '{{ e }}', 'three', 'nothing'),
  twins('prefixes that differ', 'a-{{ a }}', 'b-{{ b }}', 'nothing'),
  twins('ends that differ', '{{ a }}-a', '{{ b }}-b', 'nothing'),
  twins('what may be empty in front of the same', '{{ q }}x', 'x', sameId),
  twins('what may be empty behind the same', 'x{{ z }}', 'x', sameId),
  twins(
    'loose blanks at both starts',
    '{{ l }}x{{ a }}',
    '{{ l }} x{{ a }}',
    `${looseEnds}, ${sameId}`,
  ),
  twins('a blank of the first that is trimmed away', '{{ t }}', 'ab', `${looseEnds}, ${sameId}`),
  twins('a blank of the second that is trimmed away', 'ab', '{{ t }}', `${looseEnds}, ${sameId}`),
  twins('a place that no length reaches', '{{ s }}x{{ r }}', 'aaaaxb', 'nothing'),
  twins('a place that a length reaches', '{{ s }}x{{ r }}', 'aaaxb', sameId),
  twins('a variable and a pair', '{{ a }}', '😀', sameId),
  twins('a variable and a blank within', '{{ a }}', 'x y', sameId),
  twins('a prefix that the other may have', 'a-{{ a }}', '{{ b }}', sameId),
  twins('an end that the other may have', '{{ a }}-a', '{{ b }}', sameId),
  twins('a text longer than the other', '{{ a }}', '0123456789', 'nothing'),
  twins(
    'a text longer by what they do not share',
    '{{ a }}{{ d }}',
    '{{ a }}{{ d }}xxxx',
    'nothing',
  ),
  twins('a text as long as the other', '{{ a }}', '012345678', sameId),
  twins('a longer text in both orders', '0123456789', '{{ a }}', 'nothing'),
  twins('the same variable at both starts', '{{ a }}x', '{{ a }}y', 'nothing'),
  twins('the same variable behind which all is empty', '{{ a }}{{ z }}', '{{ a }}', sameId),
  twins(
    'blanks that are trimmed away',
    '{{ l }}',
    'x',
    `reply-button-id-non-blank, ${looseEnds}, ${sameId}`,
  ),
  twins('a prefix and loose blanks', 'x{{ l }}', 'x', `${looseEnds}, ${sameId}`),
  twins('a prefix before loose blanks that differs', 'x{{ l }}', 'y', looseEnds),
  twins('loose blanks in the middle', 'x{{ l }}x', 'x{{ l }}y', 'nothing'),
  twins('blanks in front that are trimmed away', '{{ l }}x', 'x', `${looseEnds}, ${sameId}`),
  twins('patterns with nothing in common', '{{ c }}', '{{ d }}', 'nothing'),
  twins('patterns put together in two ways', '{{ h }}{{ c }}', '{{ d }}{{ d }}{{ c }}', sameId),
  twins('a number below zero and a text', '{{ i }}', '{{ m }}', sameId),
  twins('a number above zero and a text', '{{ j }}', '{{ m }}', 'nothing'),
  labels('letters of another case', 'a', 'A', sameLetters),
  labels('a variable and another case', '{{ c }}', 'abc', sameLetters),
  labels('a variable and other letters', '{{ c }}', 'ab1', 'nothing'),
  labels('an enum and another case', '{{ e }}', 'TWO', sameLetters),
  labels('a letter that becomes two', '{{ a }}', 'SSSSSSSSSSSSSSSSSS', sameLetters),
  labels('more letters than can become of it', '{{ a }}', 'XXXXXXXXXXXXXXXXXX', 'nothing'),
  labels('the same letters to the letter', '{{ c }}', 'ABC', sameText),
]
