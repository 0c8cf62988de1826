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
    from: `return names.length === 2 && loop.list.uniqueBy?.includes(names[1] ?? '') === true`,
    to: 'return names.length === 2',
  },
  {
    name: 'equal elements: no name is a key',
    file: 'model/may-be-equal.ts',
    from: `return names.length === 2 && loop.list.uniqueBy?.includes(names[1] ?? '') === true`,
    to: 'return names.length === 9',
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
    name: 'equal texts: a loose end of the second is not seen',
    file: 'model/may-be-equal.ts',
    from: 'if (!hasLooseEnds(left) && !hasLooseEnds(right)) {',
    to: 'if (!hasLooseEnds(left)) {',
  },
  {
    name: 'equal texts: a blank that is always in front is held',
    file: 'model/may-be-equal.ts',
    from: `shape.leadingBlank !== 'never' ||`,
    to: `shape.leadingBlank === 'sometimes' ||`,
  },
  {
    name: 'equal texts: a blank that is always at the end is held',
    file: 'model/may-be-equal.ts',
    from: `|| shape.trailingBlank !== 'never'
}`,
    to: `|| shape.trailingBlank === 'sometimes'
}`,
  },
  {
    name: 'equal texts: the first text is read from its start at both ends',
    file: 'model/may-be-equal.ts',
    from: 'units(left, how).toReversed(), units',
    to: 'units(left, how), units',
  },
  {
    name: 'equal texts: the second text is read from its start at both ends',
    file: 'model/may-be-equal.ts',
    from: 'units(right, how).toReversed()',
    to: 'units(right, how)',
  },
  {
    name: 'equal texts: an enum is its first value',
    file: 'model/may-be-equal.ts',
    from: 'const fixed = part.reference === undefined ? part.shape.values?.[0] : undefined',
    to: 'const fixed = part.shape.values?.[0]',
  },
  {
    name: 'equal texts: fixed letters keep their case',
    file: 'model/may-be-equal.ts',
    from: `how === 'trimmed' ? fixed : foldCase(fixed)`,
    to: 'fixed',
  },
  {
    name: 'equal texts: what both have counts as left over',
    file: 'model/may-be-equal.ts',
    from: 'one === undefined ? right.slice(index) : left',
    to: 'one === undefined ? right : left',
  },
  {
    name: 'equal texts: a variable of both takes its neighbour with it',
    file: 'model/may-be-equal.ts',
    from: 'rest.splice(twin, 1)',
    to: 'rest.splice(twin, 2)',
  },
  {
    name: 'equal texts: fixed text and a variable are the same part',
    file: 'model/may-be-equal.ts',
    from: 'return one === other && left.shape',
    to: 'return left.shape',
  },
  {
    name: 'equal texts: letters become two at most',
    file: 'model/may-be-equal.ts',
    from: 'const mostUnitsFolded = 3',
    to: 'const mostUnitsFolded = 2',
  },
  {
    name: 'equal texts: what grows is as long as its longest',
    file: 'model/may-be-equal.ts',
    from: 'if (grows) return text.shape.length.min >',
    to: 'if (grows) return text.shape.length.max >',
  },
  {
    name: 'equal texts: letters from afar are not folded',
    file: 'model/may-be-equal.ts',
    from: `if (how === 'ignoring-case' && !isAscii(shape)) return true
`,
    to: '',
  },
  {
    name: 'equal texts: what has ASCII characters is ASCII',
    file: 'model/may-be-equal.ts',
    from: 'alphabet.at(-1)?.[1]',
    to: 'alphabet.at(0)?.[1]',
  },
  {
    name: 'equal texts: shares of different lists do not meet',
    file: 'model/declared-reasoning.ts',
    from: ' || one.source !== other.source',
    to: '',
  },
  {
    name: 'equal texts: a share does not meet what is not shared out',
    file: 'model/declared-reasoning.ts',
    from: `      condition.loop === one &&
      right.guard.some(`,
    to: `      condition.loop === one ||
      right.guard.some(`,
  },
  {
    name: 'equal texts: a flag of the message shares a list out',
    file: 'model/declared-reasoning.ts',
    from: `      condition.loop === one &&
`,
    to: `      condition.flag !== undefined &&
`,
  },
  {
    name: 'equal texts: a flag of the message shares out for the other',
    file: 'model/declared-reasoning.ts',
    from: `          opposite.loop === other &&
`,
    to: '',
  },
  {
    name: 'equal texts: any two conditions share a list out',
    file: 'model/declared-reasoning.ts',
    from: `          tail(opposite.flag) === tail(condition.flag) &&
`,
    to: '',
  },
  {
    name: 'equal texts: the same condition shares a list out',
    file: 'model/declared-reasoning.ts',
    from: '          opposite.value !== condition.value,',
    to: '          true,',
  },
  {
    name: 'equal texts: shares that say different things do not meet',
    file: 'model/declared-reasoning.ts',
    from: 'excludes && renamed === left.source && tells',
    to: 'excludes && renamed !== undefined && tells',
  },
  {
    name: 'equal elements: what stands before a key may vary',
    file: 'model/may-be-equal.ts',
    from: 'if (before.every(isSame) && after.every(isSame)) return true',
    to: 'if (after.every(isSame)) return true',
  },
  {
    name: 'equal elements: a key at the end needs no end',
    file: 'model/may-be-equal.ts',
    from: `after.every(isFixed) && (hasFixedLength(part) || isDelimited(part, previous, 'end'))`,
    to: 'after.every(isFixed)',
  },
  {
    name: 'equal elements: a key is parted by what comes later',
    file: 'model/may-be-equal.ts',
    from: `isDelimited(part, after[0], 'start')`,
    to: `isDelimited(part, after[1], 'start')`,
  },
  {
    name: 'equal elements: a key is parted by what came first',
    file: 'model/may-be-equal.ts',
    from: 'const previous = before.at(-1)',
    to: 'const previous = before.at(0)',
  },
  {
    name: 'equal elements: a key is parted by the first value of an enum',
    file: 'model/may-be-equal.ts',
    from: 'const fixed = neighbour?.reference === undefined ? neighbour?.shape.values?.[0] : undefined',
    to: 'const fixed = neighbour?.shape.values?.[0]',
  },
  {
    name: 'equal elements: one length is kept where blanks are lost at the end',
    file: 'model/may-be-equal.ts',
    from: `leadingBlank === 'never' && trailingBlank === 'never'`,
    to: `leadingBlank === 'never'`,
  },
  {
    name: 'equal elements: one length is kept where blanks are lost in front',
    file: 'model/may-be-equal.ts',
    from: `leadingBlank === 'never' && trailingBlank === 'never'`,
    to: `trailingBlank === 'never'`,
  },
  {
    name: 'equal elements: blanks in front of a key are held',
    file: 'model/may-be-equal.ts',
    from: `(shape.leadingBlank !== 'never' && before.every(mayBeBlank)) ||
`,
    to: '',
  },
  {
    name: 'equal elements: blanks behind a key are held by blanks',
    file: 'model/may-be-equal.ts',
    from: `other.shape.blank !== 'never'
  return`,
    to: `other.shape.length.max === 0
  return`,
  },
  {
    name: 'equal elements: any condition stands for what it does not ask',
    file: 'model/may-be-equal.ts',
    from: 'asked.loop === loop && asked.flag ===',
    to: 'asked.loop === loop && name !==',
  },
  {
    name: 'equal elements: a part stands for the whole',
    file: 'model/may-be-equal.ts',
    from: 'reference?.loop === loop && reference.names.length === 2 && reference.names[1] === name',
    to: 'reference?.loop === loop && reference.names[1] === name',
  },
  {
    name: 'equal elements: a part of a key is a key',
    file: 'model/may-be-equal.ts',
    from: 'return names.length === 2 && loop.list',
    to: 'return loop.list',
  },
  {
    name: 'shared texts: what was not looked through is none',
    file: 'model/shared-text.ts',
    from: `if (nodes.length > most) return 'unknown'`,
    to: `if (nodes.length > most) return 'none'`,
  },
  {
    name: 'shared texts: one blank is lost in front',
    file: 'model/shared-text.ts',
    from: `node.phase === 'front' ? 'front' : 'end'`,
    to: `node.phase === 'front' ? 'middle' : 'end'`,
  },
  {
    name: 'shared texts: a place is the same in every phase',
    file: 'model/shared-text.ts',
    from: ' + phases[phase] * 2',
    to: '',
  },
  {
    name: 'shared texts: a place is the same whether parts differ or not',
    file: 'model/shared-text.ts',
    from: ' + (differs ? 1 : 0)',
    to: '',
  },
  {
    name: 'shared texts: case counts where it did once',
    file: 'model/text-graph.ts',
    from: 'ignoresCase ? knownGraphs.folded : knownGraphs.exact',
    to: 'knownGraphs.exact',
  },
  {
    name: 'shared texts: letters become two at most',
    file: 'model/text-graph.ts',
    from: 'to = index === sets.length - 1 ? end',
    to: 'to = index === 1 ? end',
  },
  {
    name: 'shared texts: a long string ends early',
    file: 'model/declared-graph.ts',
    from: 'Math.min(most, units + size) * 2',
    to: '(units + size) * 2',
  },
  {
    name: 'shared texts: a long string that may be empty has no blanks',
    file: 'model/declared-graph.ts',
    from: 'Math.max(1, Math.min(maxLaidOut, length.min))',
    to: 'Math.min(maxLaidOut, length.min)',
  },
  {
    name: 'shared texts: a long string is never long enough',
    file: 'model/declared-graph.ts',
    from: 'const least = Math.min(length.min, most)',
    to: 'const least = length.min',
  },
  {
    name: 'shared texts: a pair has three units',
    file: 'model/declared-graph.ts',
    from: 'take(pairs, 2, false)',
    to: 'take(pairs, 3, false)',
  },
  {
    name: 'shared texts: a blank has two units',
    file: 'model/declared-graph.ts',
    from: 'take(blank, 1, true)',
    to: 'take(blank, 2, true)',
  },
  {
    name: 'shared texts: nothing beyond plain letters is folded',
    file: 'model/fold-edges.ts',
    from: 'if (code >= 0xd800 && code <= 0xdfff) continue',
    to: 'if (code >= 0xd800) continue',
  },
  {
    name: 'shared texts: folding looks at the first characters alone',
    file: 'model/fold-edges.ts',
    from: '(set.at(-1)?.[1] ?? 0) <= lastAscii',
    to: '(set.at(0)?.[1] ?? 0) <= lastAscii',
  },
]
