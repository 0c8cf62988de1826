/** One weakening of the checker: the first text in a file becomes the second one. */
export interface Mutation {
  /** The transfer rule, and what is wrong with it. */
  readonly name: string
  /** Below `src`. */
  readonly file: string
  readonly from: string
  readonly to: string
}

/** Each makes the checker overlook, or invent, something; a test must notice every one. */
export const mutations: readonly Mutation[] = [
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
  {
    name: 'JSON bytes: quotes are not escaped',
    file: 'model/json-bytes.ts',
    from: '[0x22, 0x22, 1, 2]',
    to: '[0x22, 0x22, 1, 1]',
  },
  {
    name: 'JSON bytes: backslashes are not escaped',
    file: 'model/json-bytes.ts',
    from: '[0x5c, 0x5c, 1, 2]',
    to: '[0x5c, 0x5c, 1, 1]',
  },
  {
    name: 'JSON bytes: line feeds are not escaped',
    file: 'model/json-bytes.ts',
    from: '[0x08, 0x0a, 1, 2]',
    to: '[0x08, 0x0a, 1, 1]',
  },
  {
    name: 'JSON bytes: é is one byte',
    file: 'model/json-bytes.ts',
    from: '[0x80, 0x7ff, 1, 2]',
    to: '[0x80, 0x7ff, 1, 1]',
  },
  {
    name: 'JSON bytes: 漢 is two bytes',
    file: 'model/json-bytes.ts',
    from: '[0x800, 0xd7ff, 1, 3]',
    to: '[0x800, 0xd7ff, 1, 2]',
  },
  {
    name: 'JSON bytes: a private character is two bytes',
    file: 'model/json-bytes.ts',
    from: '[0xe000, 0xffff, 1, 3]',
    to: '[0xe000, 0xffff, 1, 2]',
  },
  {
    name: 'JSON bytes: a pair is three bytes',
    file: 'model/json-bytes.ts',
    from: '[0x10000, 0x10ffff, 2, 4]',
    to: '[0x10000, 0x10ffff, 2, 3]',
  },
  {
    name: 'JSON bytes: a pair is one unit',
    file: 'model/json-bytes.ts',
    from: '[0x10000, 0x10ffff, 2, 4]',
    to: '[0x10000, 0x10ffff, 1, 4]',
  },
  {
    name: 'JSON bytes: every character is one byte',
    file: 'model/json-bytes.ts',
    from: 'const bytesPerUnit = bytes / units',
    to: 'const bytesPerUnit = 1',
  },
  {
    name: 'JSON bytes: fixed text: pairs are six bytes',
    file: 'model/json-bytes.ts',
    from: 'if (unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff)) bytes++',
    to: 'if (unit > 0x7ff) bytes++',
  },
  {
    name: 'JSON bytes: fixed text: é is one byte',
    file: 'model/json-bytes.ts',
    from: 'if (unit > 0x7f) bytes++',
    to: 'if (unit > 0xff) bytes++',
  },
  {
    name: 'JSON bytes: a string has no quotes',
    file: 'model/shape-of.ts',
    from: 'addIntervals(shapeOf(declaration).jsonBytes, exactly(2))',
    to: 'addIntervals(shapeOf(declaration).jsonBytes, exactly(0))',
  },
  {
    name: 'JSON bytes: a list has no commas',
    file: 'model/shape-of.ts',
    from: 'max: Math.max(0, count.max - 1) }',
    to: 'max: 0 }',
  },
  {
    name: 'JSON bytes: a list is never empty',
    file: 'model/shape-of.ts',
    from: 'const count = itemsOf(declaration)',
    to: 'const count = { min: Math.max(1, itemsOf(declaration).min), max: itemsOf(declaration).max }',
  },
  {
    name: 'JSON bytes: a list has as few items as it may',
    file: 'model/shape-of.ts',
    from: 'const count = itemsOf(declaration)',
    to: 'const count = exactly(itemsOf(declaration).min)',
  },
  {
    name: 'JSON bytes: uniqueness bounds no list',
    file: 'model/shape-of.ts',
    from: 'const count = itemsOf(declaration)',
    to: 'const count = { min: declaration.minItems ?? 0, max: declaration.maxItems }',
  },
  {
    name: 'JSON bytes: keys take no bytes',
    file: 'model/shape-of.ts',
    from: 'exactly(jsonBytesOfValue(key) + 1)',
    to: 'exactly(0)',
  },
  {
    name: 'JSON bytes: an object has no commas',
    file: 'model/shape-of.ts',
    from: 'exactly(2 + Math.max(0, members.length - 1))',
    to: 'exactly(2)',
  },
  {
    name: 'JSON bytes: listed values are as heavy as the first',
    file: 'model/shape-of.ts',
    from: 'if (listed !== undefined) return hull(listed.map(jsonBytesOfValue))',
    to: 'if (listed !== undefined) return hull(listed.slice(0, 1).map(jsonBytesOfValue))',
  },
  {
    name: 'JSON bytes: a text has no quotes',
    file: 'language/measure-value.ts',
    from: 'let bytes = exactly(isWhole ? 0 : 2)',
    to: 'let bytes = exactly(0)',
  },
  {
    name: 'JSON bytes: a whole variable is put in quotes',
    file: 'language/measure-value.ts',
    from: 'let bytes = exactly(isWhole ? 0 : 2)',
    to: 'let bytes = exactly(2)',
  },
  {
    name: 'JSON bytes: the last variable of a text counts',
    file: 'language/measure-value.ts',
    from: `bytes = addIntervals(bytes, own)
`,
    to: `bytes = own
`,
  },
  {
    name: 'JSON bytes: fixed lists have no commas',
    file: 'language/measure-value.ts',
    from: 'return items.reduce(addIntervals, exactly(2 + Math.max(0, items.length - 1)))',
    to: 'return items.reduce(addIntervals, exactly(2))',
  },
  {
    name: 'JSON bytes: fixed keys take no bytes',
    file: 'language/measure-value.ts',
    from: 'const names = keys.reduce((sum, key) => sum + jsonBytesOfValue(key) + 1, 0)',
    to: 'const names = 0',
  },
  {
    name: 'joined texts: the second one has no length',
    file: 'model/text-shape.ts',
    from: 'length: addIntervals(left.length, right.length)',
    to: 'length: { min: left.length.min, max: Math.max(left.length.max, right.length.max) }',
  },
  {
    name: 'joined texts: one unit too many',
    file: 'model/text-shape.ts',
    from: 'length: addIntervals(left.length, right.length)',
    to: 'length: { min: left.length.min + right.length.min, max: left.length.max + right.length.max + 1 }',
  },
  {
    name: 'joined texts: bytes of the longer one only',
    file: 'model/text-shape.ts',
    from: 'jsonBytes: addIntervals(left.jsonBytes, right.jsonBytes)',
    to: 'jsonBytes: hull(left.jsonBytes, right.jsonBytes)',
  },
  {
    name: 'joined texts: blank as soon as one is',
    file: 'model/text-shape.ts',
    from: 'blank: all(blanks)',
    to: 'blank: some(blanks)',
  },
  {
    name: 'joined texts: line feeds of all only',
    file: 'model/text-shape.ts',
    from: 'lineFeed: some(lineFeeds)',
    to: 'lineFeed: all(lineFeeds)',
  },
  {
    name: 'joined texts: the outer one alone decides the end',
    file: 'model/text-shape.ts',
    from: 'if (length.min > 0) return outer',
    to: 'if (length.max > 0) return outer',
  },
  {
    name: 'joined texts: the inner one decides the end',
    file: 'model/text-shape.ts',
    from: 'trailingBlank: edge(right.trailingBlank, right, left.trailingBlank)',
    to: 'trailingBlank: left.trailingBlank',
  },
  {
    name: 'joined texts: the front is never blank',
    file: 'model/text-shape.ts',
    from: 'leadingBlank: edge(left.leadingBlank, left, right.leadingBlank)',
    to: `leadingBlank: 'never'`,
  },
  {
    name: 'joined texts: what may be empty hides the blank behind it',
    file: 'model/text-shape.ts',
    from: `return outer === 'never' && inner === 'never' ? 'never' : 'sometimes'`,
    to: 'return outer',
  },
  {
    name: 'joined texts: few values beside each other: the first of each',
    file: 'model/text-shape.ts',
    from: 'joined = joined.flatMap((front) => values.map((back) => front + back))',
    to: `joined = joined.map((front) => front + (values[0] ?? ''))`,
  },
  {
    name: 'enum, const, fixed text: as long as the first value',
    file: 'model/text-shape.ts',
    from: 'length: hull(left.length, right.length)',
    to: 'length: left.length',
  },
  {
    name: 'enum, const, fixed text: bytes of the first value',
    file: 'model/text-shape.ts',
    from: 'jsonBytes: hull(left.jsonBytes, right.jsonBytes)',
    to: 'jsonBytes: left.jsonBytes',
  },
  {
    name: 'enum, const, fixed text: blank as the first value',
    file: 'model/text-shape.ts',
    from: 'blank: either(left.blank, right.blank)',
    to: 'blank: left.blank',
  },
  {
    name: 'enum, const, fixed text: line feeds as in the first value',
    file: 'model/text-shape.ts',
    from: 'lineFeed: either(left.lineFeed, right.lineFeed)',
    to: 'lineFeed: left.lineFeed',
  },
  {
    name: 'enum, const, fixed text: in front as the first value',
    file: 'model/text-shape.ts',
    from: 'leadingBlank: either(left.leadingBlank, right.leadingBlank)',
    to: 'leadingBlank: left.leadingBlank',
  },
  {
    name: 'enum, const, fixed text: at the end as the first value',
    file: 'model/text-shape.ts',
    from: 'trailingBlank: either(left.trailingBlank, right.trailingBlank)',
    to: 'trailingBlank: left.trailingBlank',
  },
  {
    name: 'enum, const, fixed text: no text begins with a blank',
    file: 'model/text-shape.ts',
    from: 'leadingBlank: always(trimmed.length < text.length && text !== text.trimStart())',
    to: `leadingBlank: 'never'`,
  },
  {
    name: 'enum, const, fixed text: no text ends with a blank',
    file: 'model/text-shape.ts',
    from: 'trailingBlank: always(trimmed.length < text.length && text !== text.trimEnd())',
    to: `trailingBlank: 'never'`,
  },
  {
    name: 'enum, const, fixed text: no fixed text holds a line feed',
    file: 'model/text-shape.ts',
    from: `lineFeed: always(text.includes('\\n'))`,
    to: `lineFeed: 'never'`,
  },
  {
    name: 'enum, const, fixed text: no fixed text is blank',
    file: 'model/text-shape.ts',
    from: 'blank: always(isBlank)',
    to: `blank: 'never'`,
  },
  {
    name: 'enum, const, fixed text: a const is not read',
    file: 'model/list-values.ts',
    from: 'declaration.const === undefined ? declaration.enum : [declaration.const]',
    to: 'declaration.enum',
  },
  {
    name: 'enum, const, fixed text: an enum is not read',
    file: 'model/list-values.ts',
    from: 'declaration.const === undefined ? declaration.enum : [declaration.const]',
    to: 'declaration.const === undefined ? undefined : [declaration.const]',
  },
  {
    name: 'boolean: always true',
    file: 'model/list-values.ts',
    from: 'return [true, false]',
    to: 'return [true]',
  },
  {
    name: 'boolean: a condition does not narrow its flag',
    file: 'language/measure.ts',
    from: 'return known && literalShape(String(known.value))',
    to: 'return undefined',
  },
  {
    name: 'boolean: a condition narrows its flag to true',
    file: 'language/measure.ts',
    from: 'return known && literalShape(String(known.value))',
    to: `return known && literalShape('true')`,
  },
  {
    name: 'blanks, line feeds: a variable is never blank',
    file: 'model/text-shape.ts',
    from: `blank: length.max === 0 ? 'always' : possibly(mayBeBlank)`,
    to: `blank: length.max === 0 ? 'always' : 'never'`,
  },
  {
    name: 'blanks, line feeds: only what may be empty is blank',
    file: 'model/text-shape.ts',
    from: `const mayBeBlank = mayBeEmpty || atEnds === 'sometimes'`,
    to: 'const mayBeBlank = mayBeEmpty',
  },
  {
    name: 'blanks, line feeds: no variable has blanks at its ends',
    file: 'model/text-shape.ts',
    from: `mayHoldBlanks && length.max > 0 ? 'sometimes' : 'never'`,
    to: `mayHoldBlanks && length.max > 9999 ? 'sometimes' : 'never'`,
  },
  {
    name: 'blanks, line feeds: trimmed variables have blanks too',
    file: 'model/text-shape.ts',
    from: 'const mayHoldBlanks = !isTrimmed && intersect',
    to: 'const mayHoldBlanks = intersect',
  },
  {
    name: 'blanks, line feeds: no variable holds a line feed',
    file: 'model/text-shape.ts',
    from: 'lineFeed: possibly(mayBreak)',
    to: 'lineFeed: possibly(mayBreak && length.max > 9999)',
  },
  {
    name: 'blanks, line feeds: trimmed variables of two units hold line feeds',
    file: 'model/text-shape.ts',
    from: 'length.max > (isTrimmed ? 2 : 0)',
    to: 'length.max > 0',
  },
  {
    name: 'blanks, line feeds: a pattern is never blank',
    file: 'model/graph-blanks.ts',
    from: `blank: isBlank === 'sometimes' && !canBeBlank(graph, mayBeEmpty) ? 'never' : isBlank`,
    to: `blank: isBlank === 'sometimes' ? 'never' : isBlank`,
  },
  {
    name: 'blanks, line feeds: a pattern is blank where some character is',
    file: 'model/graph-blanks.ts',
    from: `blank: isBlank === 'sometimes' && !canBeBlank(graph, mayBeEmpty) ? 'never' : isBlank`,
    to: 'blank: isBlank',
  },
  {
    name: 'blanks, line feeds: a pattern begins as it may anywhere',
    file: 'model/graph-blanks.ts',
    from: 'leadingBlank: unlessEmpty(howMany(firstSets), mayBeEmpty)',
    to: 'leadingBlank: isBlank',
  },
  {
    name: 'blanks, line feeds: a pattern never ends with a blank',
    file: 'model/graph-blanks.ts',
    from: 'trailingBlank: unlessEmpty(howMany(lastSets), mayBeEmpty)',
    to: `trailingBlank: 'never'`,
  },
  {
    name: 'blanks, line feeds: what may be empty has a blank at its end',
    file: 'model/graph-blanks.ts',
    from: `return possibility === 'always' && mayBeEmpty ? 'sometimes' : possibility`,
    to: 'return possibility',
  },
  {
    name: 'blanks, line feeds: several lines are one line',
    file: 'model/string-facts.ts',
    from: 'declaration.multiline === true ? multilineCharacters : lineCharacters',
    to: 'lineCharacters',
  },
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
    from: 'Array.from({ length: Math.max(0, count) }',
    to: 'Array.from({ length: Math.max(0, count - 1) }',
  },
  {
    name: 'integers, numbers: exclusiveMinimum of an integer is included',
    file: 'model/number-range.ts',
    from: 'Math.floor(declaration.exclusiveMinimum) + 1',
    to: 'Math.floor(declaration.exclusiveMinimum)',
  },
  {
    name: 'integers, numbers: exclusiveMaximum of an integer is included',
    file: 'model/number-range.ts',
    from: 'Math.ceil(declaration.exclusiveMaximum) - 1',
    to: 'Math.ceil(declaration.exclusiveMaximum)',
  },
  {
    name: 'integers, numbers: exclusiveMaximum leaves two out',
    file: 'model/number-range.ts',
    from: 'Math.ceil(declaration.exclusiveMaximum) - 1',
    to: 'Math.ceil(declaration.exclusiveMaximum) - 2',
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
    name: 'uniqueItems, uniqueBy: uniqueItems bounds nothing',
    file: 'model/distinct-count.ts',
    from: 'const counts = uniqueItems === true ? [distinctCount(items)] : []',
    to: 'const counts: number[] = []',
  },
  {
    name: 'uniqueItems, uniqueBy: items are always different',
    file: 'model/distinct-count.ts',
    from: 'const counts = uniqueItems === true ? [distinctCount(items)] : []',
    to: 'const counts = [distinctCount(items)]',
  },
  {
    name: 'uniqueItems, uniqueBy: uniqueBy bounds nothing',
    file: 'model/distinct-count.ts',
    from: 'if (property !== undefined) counts.push(distinctCount(property))',
    to: 'if (property !== undefined && counts.length > 9) counts.push(distinctCount(property))',
  },
  {
    name: 'uniqueItems, uniqueBy: case makes a difference',
    file: 'model/distinct-count.ts',
    from: 'return new Set(listed.map(caselessJson)).size',
    to: 'return new Set(listed).size',
  },
  {
    name: 'uniqueItems, uniqueBy: one value fewer',
    file: 'model/distinct-count.ts',
    from: 'return new Set(listed.map(caselessJson)).size',
    to: 'return new Set(listed.map(caselessJson)).size - 1',
  },
  {
    name: 'uniqueItems, uniqueBy: integers are as many as can be',
    file: 'model/distinct-count.ts',
    from: `if (declaration.type === 'integer') return stepsOf(declaration).count`,
    to: `if (declaration.type === 'integer') return stepsOf(declaration).count - 1`,
  },
  {
    name: 'uniqueItems, uniqueBy: an object has as many values as its first property',
    file: 'model/distinct-count.ts',
    from: 'return counts.reduce((product, count) => product * count, 1)',
    to: 'return counts[0] ?? 1',
  },
  {
    name: 'conditions: no two can hold together',
    file: 'model/worlds.ts',
    from: `  return !left.some(
    (condition) =>
      isGlobal(condition) &&
      right.some(`,
    to: `  if (left.length > 0 && right.length > 0) return false
  return !left.some(
    (condition) =>
      isGlobal(condition) &&
      right.some(`,
  },
  {
    name: 'conditions: any two can hold together',
    file: 'model/worlds.ts',
    from: 'isGlobal(other) && other.flag === condition.flag && other.value !== condition.value',
    to: 'isGlobal(other) && other.flag === condition.flag && other.value === undefined',
  },
  {
    name: 'conditions: they are not asked',
    file: 'model/worlds.ts',
    from: '(condition) => !isGlobal(condition) || world.get(condition.flag) === condition.value',
    to: '() => true',
  },
  {
    name: 'conditions: what holds anyway is open',
    file: 'model/worlds.ts',
    from: 'return guard.some((other) => other.flag === flag &&',
    to: 'return guard.some((other) => other.flag === undefined &&',
  },
  {
    name: 'conditions: what never holds is there',
    file: 'model/worlds.ts',
    from: 'return !guard.some((condition) => holdsAnyway({ ...condition, value: !condition.value }, guard))',
    to: 'return true',
  },
  {
    name: 'item counts: the fewest of one world are the fewest',
    file: 'model/worlds.ts',
    from: 'min: Math.min(...counts.map((interval) => interval.min))',
    to: 'min: Math.max(...counts.map((interval) => interval.min))',
  },
  {
    name: 'item counts: the most of one world are the most',
    file: 'model/worlds.ts',
    from: 'max: Math.max(...counts.map((interval) => interval.max))',
    to: 'max: Math.min(...counts.map((interval) => interval.max))',
  },
  {
    name: 'item counts: sections repeat nothing',
    file: 'model/worlds.ts',
    from: 'return multiplyIntervals(countOwn(parent, world), countParents(parent, world))',
    to: 'return countParents(parent, world)',
  },
  {
    name: 'item counts: sections are there once',
    file: 'model/worlds.ts',
    from: '(item, world) => countParents(item, world), [])',
    to: '() => once, [])',
  },
  {
    name: 'item counts: only the last item counts',
    file: 'model/worlds.ts',
    from: `total = addIntervals(total, count(item))
`,
    to: `total = count(item)
`,
  },
  {
    name: 'lists shared out: any two loops share a list out',
    file: 'model/worlds.ts',
    from: `condition.value !== opposite.value &&
`,
    to: `condition.value !== undefined &&
`,
  },
  {
    name: 'lists shared out: none do',
    file: 'model/worlds.ts',
    from: 'if (left.ownGuard.length !== 1 || right.ownGuard.length !== 1) return false',
    to: 'if (left.ownGuard.length > 0) return false',
  },
  {
    name: 'lists shared out: loops over other lists do',
    file: 'model/worlds.ts',
    from: 'if (one === undefined || other === undefined || !isSameList(one, other)) return false',
    to: 'if (one === undefined || other === undefined) return false',
  },
  {
    name: 'lists shared out: what they ask makes no difference',
    file: 'model/worlds.ts',
    from: 'propertyOf(condition, one) === propertyOf(opposite, other)',
    to: 'propertyOf(condition, one) !== undefined',
  },
  {
    name: 'lists shared out: elements count for the first item alone',
    file: 'model/worlds.ts',
    from: 'max: Math.max(times.max, others.max),',
    to: 'max: times.max,',
  },
  {
    name: 'lists shared out: the fewest are none',
    file: 'model/worlds.ts',
    from: 'return list === undefined ? item.count : itemsOf(list)',
    to: 'return list === undefined ? item.count : { min: 0, max: itemsOf(list).max }',
  },
  {
    name: 'lists shared out: one may hold items that cannot differ',
    file: 'model/worlds.ts',
    from: 'return list === undefined ? item.count : itemsOf(list)',
    to: 'return list === undefined ? item.count : { min: list.minItems ?? 0, max: list.maxItems }',
  },
  {
    name: 'loops: two elements where items cannot differ',
    file: 'model/may-be-equal.ts',
    from: 'if (itemsOf(loop.list).max <= 1',
    to: 'if (loop.list.maxItems <= 1',
  },
  {
    name: 'loops: as few items as may be',
    file: 'model/distinct-count.ts',
    from: 'max: Math.min(list.maxItems, mostItems(list)),',
    to: 'max: list.minItems ?? 0,',
  },
  {
    name: 'loops: one item at least',
    file: 'model/distinct-count.ts',
    from: 'min: list.minItems ?? 0,',
    to: 'min: Math.max(1, list.minItems ?? 0),',
  },
  {
    name: 'loops: no items at least',
    file: 'model/distinct-count.ts',
    from: 'min: list.minItems ?? 0,',
    to: 'min: 0,',
  },
  {
    name: 'loops: the condition of an element always holds',
    file: 'language/measure.ts',
    from: 'return isOpen ? { min: 0, max: count.max } : count',
    to: 'return count',
  },
  {
    name: 'loops: the condition of an element never holds',
    file: 'language/measure.ts',
    from: 'return isOpen ? { min: 0, max: count.max } : count',
    to: 'return isOpen ? { min: 0, max: count.max - 1 } : count',
  },
  {
    name: 'equal texts: none are',
    file: 'model/may-be-equal.ts',
    from: '  const known = haveEqualValues(left, right, how)',
    to: `  if (left !== right) return false
  const known = haveEqualValues(left, right, how)`,
  },
  {
    name: 'equal texts: all with variables are',
    file: 'model/may-be-equal.ts',
    from: `return findSharedText(...graphs, { budget, isTrimmed: true }) !== 'none'`,
    to: 'return graphs.length > 0',
  },
  {
    name: 'equal texts: blanks at the ends count',
    file: 'model/may-be-equal.ts',
    from: `return findSharedText(...graphs, { budget, isTrimmed: true }) !== 'none'`,
    to: `return findSharedText(...graphs, { budget, isTrimmed: false }) !== 'none'`,
  },
  {
    name: 'equal texts: case always counts',
    file: 'model/may-be-equal.ts',
    from: `const ignoresCase = how === 'ignoring-case'`,
    to: 'const ignoresCase = false',
  },
  {
    name: 'equal texts: one of equal length is longer',
    file: 'model/may-be-equal.ts',
    from: 'return difference > rest.reduce',
    to: 'return difference >= rest.reduce',
  },
  {
    name: 'equal texts: folding makes no text longer',
    file: 'model/may-be-equal.ts',
    from: 'return text.shape.length.min > other.shape.length.max * mostUnitsFolded',
    to: 'return text.shape.length.min > other.shape.length.max',
  },
  {
    name: 'equal texts: a longer one with loose ends is longer',
    file: 'model/may-be-equal.ts',
    from: 'if (isLonger(left, right, how) && !hasLooseEnds(left)) return false',
    to: 'if (isLonger(left, right, how)) return false',
  },
  {
    name: 'equal texts: loose ends hold',
    file: 'model/may-be-equal.ts',
    from: `return shape.leadingBlank !== 'never' || shape.trailingBlank !== 'never'
}

function startsApart`,
    to: `return shape.leadingBlank === undefined
}

function startsApart`,
  },
  {
    name: 'equal texts: what may be empty starts as it may',
    file: 'model/may-be-equal.ts',
    from: 'return part.shape.length.min > 0 && !mayContain(part, character, how)',
    to: 'return !mayContain(part, character, how)',
  },
  {
    name: 'equal texts: two variables never start alike',
    file: 'model/may-be-equal.ts',
    from: 'return part.shape.length.min > 0 && !mayContain(part, character, how)',
    to: 'return true',
  },
  {
    name: 'equal texts: two variables start apart',
    file: 'model/may-be-equal.ts',
    from: `  if (typeof other === 'string' && typeof one !== 'string') return cannotStartWith(one, other, how)
  return false`,
    to: `  if (typeof other === 'string' && typeof one !== 'string') return cannotStartWith(one, other, how)
  return true`,
  },
  {
    name: 'equal texts: the rest of a text is never empty',
    file: 'model/may-be-equal.ts',
    from: `return rest.some((unit) => typeof unit === 'string' || unit.shape.length.min > 0)`,
    to: 'return true',
  },
  {
    name: 'equal texts: a loop variable is the same everywhere',
    file: 'model/may-be-equal.ts',
    from: `if (left.reference.loop !== undefined || right.reference.loop !== undefined) return false
`,
    to: '',
  },
  {
    name: 'equal elements: none are',
    file: 'model/may-be-equal.ts',
    from: 'if (itemsOf(loop.list).max <= 1 || tellsApart',
    to: 'if (itemsOf(loop.list).max > 0 || tellsApart',
  },
  {
    name: 'equal elements: one element equals itself',
    file: 'model/may-be-equal.ts',
    from: 'if (itemsOf(loop.list).max <= 1 || tellsApart(parts, loop, new Set(loops.slice(depth))))',
    to: 'if (tellsApart(parts, loop, new Set(loops.slice(depth))))',
  },
  {
    name: 'equal elements: every name is a key',
    file: 'model/may-be-equal.ts',
    from: `return isScalar && names.length === 2 && loop.list.uniqueBy?.includes(names[1] ?? '') === true`,
    to: 'return isScalar && names.length === 2',
  },
  {
    name: 'equal elements: no name is a key',
    file: 'model/may-be-equal.ts',
    from: `return isScalar && names.length === 2 && loop.list.uniqueBy?.includes(names[1] ?? '') === true`,
    to: 'return isScalar && names.length === 9',
  },
  {
    name: 'equal elements: items are always different',
    file: 'model/may-be-equal.ts',
    from: 'if (names.length === 1) return loop.list.uniqueItems === true',
    to: 'if (names.length === 1) return true',
  },
  {
    name: 'equal elements: a key of an inner loop is one of the outer',
    file: 'model/may-be-equal.ts',
    from: `  if (loop !== wanted) return false
`,
    to: '',
  },
  {
    name: 'equal elements: a key beside anything is read back',
    file: 'model/may-be-equal.ts',
    from: 'if (!namesKey(parts, loop, guard)) return true',
    to: `if (namesKey(parts, loop, guard)) return false
  if (!namesKey(parts, loop, guard)) return true`,
  },
  {
    name: 'equal elements: a key shows only alone',
    file: 'model/may-be-equal.ts',
    from: `  return findSharedText(graph, graph, options) !== 'none'`,
    to: '  return graph !== undefined',
  },
  {
    name: 'equal elements: objects differ in all that is named',
    file: 'model/may-be-equal.ts',
    from: `if (uniqueItems !== true || items.type !== 'object') return false`,
    to: `if (items.type !== 'object') return false`,
  },
  {
    name: 'equal elements: objects differ in something that is named',
    file: 'model/may-be-equal.ts',
    from: 'return Object.entries(items.properties).every(',
    to: 'return Object.entries(items.properties).some(',
  },
  {
    name: 'equal elements: what varies in length holds the place of a key',
    file: 'model/may-be-equal.ts',
    from: 'isFixed(other) || sameName(other, part) || hasFixedLength(other)',
    to: 'true',
  },
  {
    name: 'equal elements: blanks at the end of a key are held',
    file: 'model/may-be-equal.ts',
    from: 'if (!isKey(part) || isTrimmedAway(part, before, after)) return false',
    to: 'if (!isKey(part)) return false',
  },
  {
    name: 'equal elements: a key ends where what it can hold stands',
    file: 'model/may-be-equal.ts',
    from: `return delimiter !== undefined && !mayContain(part, delimiter, 'trimmed')`,
    to: 'return delimiter !== undefined',
  },
  {
    name: 'equal texts: the case of fixed texts counts',
    file: 'model/equal-values.ts',
    from: `return how === 'trimmed' ? text.trim() : foldCase(text.trim())`,
    to: 'return text.trim()',
  },
  {
    name: 'equal texts: blanks of fixed texts count',
    file: 'model/equal-values.ts',
    from: `return how === 'trimmed' ? text.trim() : foldCase(text.trim())`,
    to: `return how === 'trimmed' ? text : foldCase(text)`,
  },
  {
    name: 'shared texts: parts always differ',
    file: 'model/shared-text.ts',
    from: `const first: Node = { left: 0, right: 0, phase: 'front', differs: !mustDiffer }`,
    to: `const first: Node = { left: 0, right: 0, phase: 'front', differs: true }`,
  },
  {
    name: 'shared texts: parts never differ',
    file: 'model/shared-text.ts',
    from: 'const differs = node.differs || left.part !== right.part',
    to: 'const differs = node.differs',
  },
  {
    name: 'shared texts: only one text loses blanks',
    file: 'model/shared-text.ts',
    from: `  for (const right of theirs) {
    const codePoint`,
    to: `  for (const right of theirs.slice(0, 0)) {
    const codePoint`,
  },
  {
    name: 'shared texts: blanks are lost in front only',
    file: 'model/shared-text.ts',
    from: `const phase = node.phase === 'front' ? 'front' : 'end'`,
    to: `if (node.phase !== 'front') return
  const phase = 'front'`,
  },
  {
    name: 'shared texts: one text may end before the other',
    file: 'model/shared-text.ts',
    from: 'left.mayEnd(node.left) && right.mayEnd(node.right)) return spell(node)',
    to: '(left.mayEnd(node.left) || right.mayEnd(node.right))) return spell(node)',
  },
  {
    name: 'shared texts: variables are one unit shorter',
    file: 'model/declared-graph.ts',
    from: 'const most = isShort ? length.max :',
    to: 'const most = isShort ? length.max - 1 :',
  },
  {
    name: 'shared texts: variables are never short',
    file: 'model/declared-graph.ts',
    from: 'const isShort = length.max <= maxLaidOut',
    to: 'const isShort = length.max < 0',
  },
  {
    name: 'shared texts: variables hold no pairs',
    file: 'model/declared-graph.ts',
    from: `take(pairs, 2, false)
`,
    to: '',
  },
  {
    name: 'shared texts: variables hold no blanks',
    file: 'model/declared-graph.ts',
    from: `if (units > 0) take(blank, 1, true)
`,
    to: '',
  },
  {
    name: 'shared texts: numbers are never negative',
    file: 'model/declared-graph.ts',
    from: `const sign = rangeOf(declaration).min < 0 ? '-?' : ''`,
    to: `const sign = ''`,
  },
  {
    name: 'shared texts: no character becomes several',
    file: 'model/fold-edges.ts',
    from: 'several: mixed }',
    to: 'several: [] }',
  },
  {
    name: 'shared texts: upper case stays',
    file: 'model/fold-edges.ts',
    from: 'return { single: uniteSets([unchanged, single]), several',
    to: 'return { single: unchanged, several',
  },
  {
    name: 'runs of spaces: trimmed ends leave no room',
    file: 'model/space-run.ts',
    from: 'Math.max(0, length.max - 2)',
    to: 'Math.max(0, length.max - 3)',
  },
  {
    name: 'runs of spaces: trimmed ends take no room',
    file: 'model/space-run.ts',
    from: 'declaration.trim === false ? length.max : Math.max(0, length.max - 2)',
    to: 'length.max',
  },
  {
    name: 'runs of spaces: a pattern says nothing',
    file: 'model/space-run.ts',
    from: 'return graph === undefined ? cap : longestWalk(graph, cap)',
    to: 'return graph === undefined ? cap : cap',
  },
  {
    name: 'runs of spaces: a pattern allows no runs',
    file: 'model/space-run.ts',
    from: `if (states.size === 0) return taken
`,
    to: `if (states.size < 99) return taken
`,
  },
]
