import fc from 'fast-check'

const atoms = fc.constantFrom(
  ...['a', 'b', 'c', '0', '-', ' ', '.', 'é', '😀', '[ab]', '[^ab]', '[a-c0-9]', '[^]', '[😀-😂]'],
  ...['\\d', '\\w', '\\s', '\\D', '\\W', '\\S', '\\.', '\\u{61}', '\\x62', '\\u0063', '\\n'],
  ...[
    '\\p{L}',
    '\\P{L}',
    '[\\p{Lu}\\d]',
    '[^\\p{L}\\s]',
    '[\\D]',
    '[\\w-]',
    '\\ud83d\\ude00',
    '[\\-\\]]',
  ],
)
const quantifiers = fc.constantFrom('', '', '', '?', '*', '+', '{2}', '{0,2}', '{1,}', '*?', '{0}')
const made = fc.letrec<{ term: string; sequence: string; pattern: string }>((tie) => ({
  term: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.tuple(atoms, quantifiers).map(([atom, quantifier]) => atom + quantifier),
    fc.constantFrom('^', '$'),
    fc
      .tuple(fc.constantFrom('(', '(?:', '(?<n>'), tie('pattern'), quantifiers)
      .map(([open, inner, quantifier]) => `${open}${inner})${quantifier}`)
      .filter((text) => text.split('(?<n>').length < 3),
  ),
  sequence: fc.array(tie('term'), { maxLength: 4 }).map((terms) => terms.join('')),
  pattern: fc.oneof(
    { depthSize: 'small' },
    tie('sequence'),
    tie('sequence').map((text) => `^${text}$`),
    fc.tuple(tie('sequence'), tie('sequence')).map(([left, right]) => `${left}|${right}`),
  ),
}))

/** Patterns of the subset, among them many that no author would write. */
export const patterns: fc.Arbitrary<string> = made.pattern

/** Texts of the characters that the patterns are about. */
export const texts: fc.Arbitrary<string> = fc
  .array(fc.constantFrom('a', 'b', 'c', '0', '-', ' ', '.', 'é', '😀', '\n', 'Z', '_', ']'), {
    maxLength: 8,
  })
  .map((characters) => characters.join(''))
