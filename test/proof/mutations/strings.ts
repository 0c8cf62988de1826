import type { Mutation } from '../mutation.ts'

/** Strings: their bounds, formats and patterns. */
export const stringMutations: readonly Mutation[] = [
  {
    name: 'minLength, maxLength: an own minLength is not read',
    file: 'model/string-facts.ts',
    from: 'const { minLength = 1, maxLength = Number.POSITIVE_INFINITY, pattern } = declaration',
    to: `const { maxLength = Number.POSITIVE_INFINITY, pattern } = declaration
  const minLength = 1`,
  },
  {
    name: 'minLength, maxLength: strings may be empty by themselves',
    file: 'model/string-facts.ts',
    from: 'minLength = 1, maxLength',
    to: 'minLength = 0, maxLength',
  },
  {
    name: 'minLength, maxLength: strings are one longer than they say',
    file: 'model/string-facts.ts',
    from: 'const stated = { min: minLength, max: maxLength }',
    to: 'const stated = { min: minLength, max: maxLength + 1 }',
  },
  {
    name: 'minLength, maxLength: strings are one shorter than they say',
    file: 'model/string-facts.ts',
    from: 'const stated = { min: minLength, max: maxLength }',
    to: 'const stated = { min: minLength, max: maxLength - 1 }',
  },
  {
    name: 'formats: a format has no length',
    file: 'model/string-facts.ts',
    from: 'const length = format === undefined ? stated : overlap(stated, format.length)',
    to: 'const length = stated',
  },
  {
    name: 'formats: a format makes other bounds void',
    file: 'model/string-facts.ts',
    from: 'const length = format === undefined ? stated : overlap(stated, format.length)',
    to: 'const length = format?.length ?? stated',
  },
  {
    name: 'formats: a format has any characters',
    file: 'model/string-facts.ts',
    from: 'const alphabet = format === undefined ? allowed : intersectSets(allowed, format.alphabet)',
    to: 'const alphabet = allowed',
  },
  {
    name: 'formats: a UUID has 35 characters',
    file: 'model/format-shapes.ts',
    from: 'length: { min: 36, max: 36 }',
    to: 'length: { min: 35, max: 35 }',
  },
  {
    name: 'formats: a phone number has 15 characters at most',
    file: 'model/format-shapes.ts',
    from: 'length: { min: 8, max: 16 }',
    to: 'length: { min: 8, max: 15 }',
  },
  {
    name: 'formats: a time has no fraction',
    file: 'model/format-shapes.ts',
    from: 'length: { min: 9, max: unbounded }',
    to: 'length: { min: 9, max: 14 }',
  },
  {
    name: 'patterns: a pattern says nothing',
    file: 'model/string-facts.ts',
    from: 'if (pattern === undefined) return { length, jsonBytes: bytesOf(length, alphabet), alphabet }',
    to: 'if (length !== undefined) return { length, jsonBytes: bytesOf(length, alphabet), alphabet }',
  },
  {
    name: 'patterns: a pattern makes maxLength void',
    file: 'model/string-facts.ts',
    from: 'const length = overlapExactly(graph, own.length, stated)',
    to: 'const length = own.length',
  },
  {
    name: 'patterns: gaps between lengths are not seen',
    file: 'model/string-facts.ts',
    from: 'if (length.min === own.min && length.max === own.max) return length',
    to: 'if (length.min <= length.max) return length',
  },
  {
    name: 'patterns: blanks at the ends of a pattern are kept',
    file: 'model/string-facts.ts',
    from: 'isTrimmed: declaration.trim !== false })',
    to: 'isTrimmed: false })',
  },
  {
    name: 'patterns: bytes of a pattern are those of any text',
    file: 'model/string-facts.ts',
    from: 'const jsonBytes = overlap(own.jsonBytes, bytesOf(length, alphabet))',
    to: 'const jsonBytes = bytesOf(length, alphabet)',
  },
  {
    name: 'patterns: a circle is taken once',
    file: 'model/pattern-bounds.ts',
    from: 'if (isCircle && cost(edge) > 0) most = Number.POSITIVE_INFINITY',
    to: 'if (isCircle && cost(edge) > 0) most = Math.max(most, cost(edge))',
  },
  {
    name: 'patterns: the longest way is any way',
    file: 'model/pattern-bounds.ts',
    from: 'else if (!isCircle) most = Math.max(most, cost(edge) + (greatest[target] ?? 0))',
    to: 'else if (!isCircle) most = cost(edge) + (greatest[target] ?? 0)',
  },
  {
    name: 'patterns: the shortest way is any way',
    file: 'model/pattern-bounds.ts',
    from: 'if (reached >= (least[edge.to] ?? 0)) continue',
    to: 'if (least[edge.to] !== Number.POSITIVE_INFINITY) continue',
  },
  {
    name: 'patterns: a pattern begins anywhere',
    file: 'model/pattern-graph.ts',
    from: 'return taken === untouched ? [{ to: at(index + 1) }] : []',
    to: 'return [{ to: at(index + 1) }]',
  },
  {
    name: 'patterns: a trimmed text ends with a blank',
    file: 'model/pattern-graph.ts',
    from: 'return taken === blank ? [] : [{ to: accept }]',
    to: 'return [{ to: accept }]',
  },
  {
    name: 'patterns: repeats are made once less',
    file: 'model/pattern-program.ts',
    from: 'for (let count = min; count < max; count++)',
    to: 'for (let count = min; count < max - 1; count++)',
  },
  {
    name: 'patterns: repeats are made once more',
    file: 'model/pattern-program.ts',
    from: 'for (let count = 0; count < min; count++) emit',
    to: 'for (let count = 0; count < min + 1; count++) emit',
  },
  {
    name: 'patterns: of few texts one is missed',
    file: 'model/few-texts.ts',
    from: 'if (texts.length > maxTexts) return undefined',
    to: 'if (texts.length > 1) texts.pop()',
  },
  {
    name: 'patterns: lengths of few texts are not asked',
    file: 'model/few-texts.ts',
    from: 'if (longer.length > maxLength) continue',
    to: 'if (longer.length > maxLength - 1) continue',
  },
]
