import type { Mutation } from '../mutation.ts'

/** Whether two texts can be the same. */
export const equalityMutations: readonly Mutation[] = [
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
]
