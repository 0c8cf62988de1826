import type { Mutation } from '../mutation.ts'

/** Numbers, and what is declared by saying nothing. */
export const numberMutations: readonly Mutation[] = [
  {
    name: 'integers: as long as the nearest to zero',
    file: 'model/number-shape.ts',
    from: 'max: Math.max(...ends) }',
    to: 'max: Math.min(...ends) }',
  },
  {
    name: 'integers: as short as the least',
    file: 'model/number-shape.ts',
    from: 'return { min: String(nearest).length, max',
    to: 'return { min: String(first).length, max',
  },
  {
    name: 'integers: ends that are no multiples count',
    file: 'model/number-shape.ts',
    from: `const step = declaration.multipleOf ?? 1
`,
    to: `const step = 1
`,
  },
  {
    name: 'integers: multiples begin below the range',
    file: 'model/number-shape.ts',
    from: 'lowest - (lowest % step) + (lowest % step > 0 ? step : 0)',
    to: 'lowest - (lowest % step)',
  },
  {
    name: 'integers: multiples end above the range',
    file: 'model/number-shape.ts',
    from: 'highest - (highest % step) - (highest % step < 0 ? step : 0)',
    to: 'highest - (highest % step) + step',
  },
  {
    name: 'integers: of few one is missed',
    file: 'model/number-shape.ts',
    from: 'Array.from({ length: count }',
    to: 'Array.from({ length: count - 1 }',
  },
  {
    name: 'integers, numbers: exclusiveMinimum of an integer is included',
    file: 'model/number-range.ts',
    from: 'declaration.exclusiveMinimum + step',
    to: 'declaration.exclusiveMinimum',
  },
  {
    name: 'integers, numbers: exclusiveMaximum of an integer is included',
    file: 'model/number-range.ts',
    from: 'declaration.exclusiveMaximum - step',
    to: 'declaration.exclusiveMaximum',
  },
  {
    name: 'integers, numbers: exclusiveMaximum leaves two out',
    file: 'model/number-range.ts',
    from: 'declaration.exclusiveMaximum - step',
    to: 'declaration.exclusiveMaximum - 2 * step',
  },
  {
    name: 'integers, numbers: minimum is not read',
    file: 'model/number-range.ts',
    from: 'const least = [declaration.minimum ?? -Infinity]',
    to: 'const least = [-Infinity]',
  },
  {
    name: 'integers, numbers: maximum is not read',
    file: 'model/number-range.ts',
    from: 'const greatest = [declaration.maximum ?? Infinity]',
    to: 'const greatest = [Infinity]',
  },
  {
    name: 'integers, numbers: an enum of numbers is not read',
    file: 'model/number-range.ts',
    from: 'const listed = declaration.const === undefined ? declaration.enum : [declaration.const]',
    to: 'const listed = declaration.const === undefined ? undefined : [declaration.const]',
  },
  {
    name: 'numbers: 24 characters at most',
    file: 'model/number-shape.ts',
    from: 'export const longestNumber = 25',
    to: 'export const longestNumber = 24',
  },
  {
    name: 'numbers: the sign is not counted',
    file: 'model/number-shape.ts',
    from: 'const longest = Math.min(longestNumber - 1 + sign,',
    to: 'const longest = Math.min(longestNumber - 1,',
  },
  {
    name: 'numbers: multipleOf says nothing',
    file: 'model/number-shape.ts',
    from: 'if (multipleOf === undefined || !isWrittenOut) return Number.POSITIVE_INFINITY',
    to: `if (multipleOf !== undefined || !isWrittenOut) return Number.POSITIVE_INFINITY
  if (multipleOf === undefined) return Number.POSITIVE_INFINITY`,
  },
  {
    name: 'numbers: multiples have no decimals',
    file: 'model/number-shape.ts',
    from: 'const tail = decimals === 0 ? 0 : 1 + decimals',
    to: 'const tail = 0',
  },
  {
    name: 'numbers: multiples have no sign',
    file: 'model/number-shape.ts',
    from: '(end < 0 ? 1 : 0) + BigInt',
    to: 'BigInt',
  },
  {
    name: 'numbers: every range holds a digit',
    file: 'model/number-shape.ts',
    from: 'if (lowest > highest) return broken',
    to: 'if (lowest > highest) return 1',
  },
  {
    name: 'numbers: numbers near zero are as long as others',
    file: 'model/number-shape.ts',
    from: 'if (lowest <= 9 && highest >= 0) return 1',
    to: 'if (lowest <= -9 && highest >= 9) return 1',
  },
  {
    name: 'numbers: of few multiples the last is missed',
    file: 'model/decimal.ts',
    from: 'units <= last; units += size',
    to: 'units < last; units += size',
  },
  {
    name: 'numbers: a range excludes its end',
    file: 'language/measure.ts',
    from: 'return { range: rangeOf(declaration),',
    to: 'return { range: { ...rangeOf(declaration), max: rangeOf(declaration).max - 1 },',
  },
  {
    name: 'default bounds: a string without a bound has none',
    file: 'language/read-string.ts',
    from: 'const { maxLength = isBounded ? undefined : place.defaults.maxLength } = stated',
    to: 'const { maxLength = isBounded ? undefined : 9_999_999 } = stated',
  },
  {
    name: 'default bounds: a string with a pattern has one',
    file: 'language/read-string.ts',
    from: 'const { maxLength = isBounded ? undefined : place.defaults.maxLength } = stated',
    to: 'const { maxLength = isListed ? undefined : place.defaults.maxLength - 1 } = stated',
  },
  {
    name: 'default bounds: a list without a bound has none',
    file: 'language/read-composite.ts',
    from: 'maxItems: maxItems ?? place.defaults.maxItems',
    to: 'maxItems: maxItems ?? 9_999_999',
  },
  {
    name: 'default: it may lie outside its own bounds',
    file: 'language/declaration-choices.ts',
    from: `for (const problem of checkValue(declaration, value, ['default']).problems) {`,
    to: `for (const problem of checkValue(declaration, value, ['default']).problems.slice(9)) {`,
  },
  {
    name: 'integers: the last multiple below zero is not stepped down to',
    file: 'model/number-shape.ts',
    from: '(highest % step < 0 ? step : 0)',
    to: '0',
  },
  {
    name: 'numbers: few multiples leave none of both ends out',
    file: 'model/number-shape.ts',
    from: '(value) => value > exclusiveMinimum && value < exclusiveMaximum',
    to: '() => true',
  },
  {
    name: 'numbers: few multiples leave no first one out',
    file: 'model/number-shape.ts',
    from: 'value > exclusiveMinimum && value',
    to: 'value',
  },
  {
    name: 'numbers: few multiples leave no last one out',
    file: 'model/number-shape.ts',
    from: 'value > exclusiveMinimum && value < exclusiveMaximum',
    to: 'value > exclusiveMinimum',
  },
  {
    name: 'numbers: few multiples begin at the least number',
    file: 'model/decimal.ts',
    from: 'Math.min(low.exponent, high.exponent, unit.exponent)',
    to: 'Math.min(high.exponent, unit.exponent)',
  },
  {
    name: 'numbers: few multiples have the decimals of their step',
    file: 'model/decimal.ts',
    from: 'Math.min(low.exponent, high.exponent, unit.exponent)',
    to: 'Math.min(low.exponent, unit.exponent)',
  },
  {
    name: 'numbers: whole multiples have a point',
    file: 'model/number-shape.ts',
    from: `decimals === 0 ? 0 : 1 + decimals
  const ends`,
    to: `1 + decimals
  const ends`,
  },
  {
    name: 'numbers: a broken end below zero has no sign',
    file: 'model/number-shape.ts',
    from: '(end < 0 ? 1 : 0)',
    to: '(end <= -1 ? 1 : 0)',
  },
  {
    name: 'numbers: the shortest is as broken as the least',
    file: 'model/number-shape.ts',
    from: `const lowest = Math.ceil(min)
`,
    to: `const lowest = min
`,
  },
  {
    name: 'numbers: the shortest is as broken as the greatest',
    file: 'model/number-shape.ts',
    from: `const highest = Math.floor(max)
`,
    to: `const highest = max
`,
  },
  {
    name: 'numbers: one whole number is none',
    file: 'model/number-shape.ts',
    from: 'if (lowest > highest) return broken',
    to: 'if (lowest >= highest) return broken',
  },
  {
    name: 'numbers: the shortest below zero has one digit',
    file: 'model/number-shape.ts',
    from: 'if (lowest <= 9 && highest >= 0) return 1',
    to: 'if (lowest <= 9) return 1',
  },
  {
    name: 'numbers: no exponent makes a number shorter',
    file: 'model/number-shape.ts',
    from: 'return Math.min(nearest, 5)',
    to: 'return nearest',
  },
  {
    name: 'integers, numbers: the least of a list is its greatest',
    file: 'model/number-range.ts',
    from: 'min: Math.min(...allowed)',
    to: 'min: Math.max(...allowed)',
  },
  {
    name: 'numbers: an open end is past the next whole number',
    file: 'model/number-range.ts',
    from: `declaration.type === 'integer' ? 1 : 0`,
    to: '1',
  },
  {
    name: 'numbers: an integer can be broken',
    file: 'model/declared-graph.ts',
    from: `declaration.type === 'number' ? '(?:`,
    to: `declaration.type === 'integer' ? '(?:`,
  },
  {
    name: 'numbers: none has an exponent',
    file: 'model/declared-graph.ts',
    from: '(?:e[+-][0-9]+)?',
    to: '',
  },
  {
    name: 'numbers: none has a point',
    file: 'model/shape-of.ts',
    from: `'-+.e0123456789'`,
    to: `'-0123456789'`,
  },
  {
    name: 'integers, numbers: an open end needs another one',
    file: 'model/number-range.ts',
    from: 'if (declaration.exclusiveMinimum !== undefined) {',
    to: 'if (declaration.exclusiveMaximum !== undefined) {',
  },
]
