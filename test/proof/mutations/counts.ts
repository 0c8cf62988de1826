import type { Mutation } from '../mutation.ts'

/** How many items there are. */
export const countMutations: readonly Mutation[] = [
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
    from: 'return countOver(items, countParents, [])',
    to: 'return countOver(items, () => once, [])',
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
    from: 'if (one === undefined || other === undefined || !isSameList(one, other)) return false',
    to: 'if (one !== undefined) return false',
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
    name: 'flags of elements: each item has its own',
    file: 'model/worlds.ts',
    from: 'return level < 0 ? condition :',
    to: 'return level < 9 ? condition :',
  },
  {
    name: 'flags of elements: all items have one, also those of other elements',
    file: 'model/worlds.ts',
    from: 'return level < 0 ? condition :',
    to: 'return loop === undefined ? condition :',
  },
  {
    name: 'flags of elements: an item is there whatever they are',
    file: 'model/worlds.ts',
    from: 'const ownGuard = pinGuard(item.ownGuard, loops)',
    to: 'const ownGuard = pinGuard(item.ownGuard, loops).filter(({ loop }) => loop !== undefined)',
  },
  {
    name: 'lists shared out: the fewest are none',
    file: 'model/worlds.ts',
    from: 'return list === undefined ? once : itemsOf(list)',
    to: 'return list === undefined ? once : { min: 0, max: itemsOf(list).max }',
  },
  {
    name: 'lists shared out: one may hold items that cannot differ',
    file: 'model/worlds.ts',
    from: 'return list === undefined ? once : itemsOf(list)',
    to: 'return list === undefined ? once : { min: list.minItems ?? 0, max: list.maxItems }',
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
    from: 'return dependsOnElement ? { min: 0, max: count.max } : count',
    to: 'return count',
  },
  {
    name: 'loops: the condition of an element never holds',
    file: 'language/measure.ts',
    from: 'return dependsOnElement ? { min: 0, max: count.max } : count',
    to: 'return dependsOnElement ? { min: 0, max: count.max - 1 } : count',
  },
  {
    name: 'conditions: of too many, all always hold',
    file: 'model/worlds.ts',
    from: 'global.length === 0 ? item.count : { min: 0, max: item.count.max }',
    to: 'item.count',
  },
  {
    name: 'conditions: of too many, none ever holds',
    file: 'model/worlds.ts',
    from: '{ min: 0, max: item.count.max }',
    to: 'exactly(0)',
  },
  {
    name: 'conditions: those of elements are the same for all',
    file: 'model/worlds.ts',
    from: 'return condition.loop === undefined',
    to: 'return condition !== undefined',
  },
  {
    name: 'conditions: two that ask the same exclude each other',
    file: 'model/worlds.ts',
    from: 'isGlobal(other) && other.flag === condition.flag && other.value !== condition.value',
    to: 'isGlobal(other) && other.flag === condition.flag',
  },
  {
    name: 'conditions: an opposite of another flag excludes',
    file: 'model/worlds.ts',
    from: 'other.flag === condition.flag && other.value !== condition.value',
    to: 'other.value !== condition.value',
  },
  {
    name: 'conditions: another flag that is asked holds as well',
    file: 'model/worlds.ts',
    from: 'other.flag === flag && other.loop === loop && other.value === value',
    to: 'other.loop === loop && other.value === value',
  },
  {
    name: 'conditions: a flag that is asked stands for every variable',
    file: 'language/measure.ts',
    from: 'condition.flag === flag && condition.loop === loop',
    to: 'condition.loop === loop',
  },
  {
    name: 'conditions: what may be missing is not read',
    file: 'model/walk.ts',
    from: 'if (!mayVary || count.max > 0) read()',
    to: 'if (count.min > 0) read()',
  },
  {
    name: 'conditions: what stands before what is never there is not read',
    file: 'model/walk.ts',
    from: 'list.length = lengths[index] ?? 0',
    to: 'list.length = 0',
  },
  {
    name: 'conditions: what is never there is read',
    file: 'model/walk.ts',
    from: 'list.length = lengths[index] ?? 0',
    to: 'lengths.at(index)',
  },
  {
    name: 'lists shared out: flags of other loops share them out',
    file: 'model/worlds.ts',
    from: `condition?.loop === one &&
    opposite?.loop === other &&
    condition.value !== opposite.value`,
    to: 'condition?.value !== opposite?.value',
  },
  {
    name: 'lists shared out: the second share is there as often as both',
    file: 'model/worlds.ts',
    from: 'max: Math.max(times.max, others.max)',
    to: 'max: others.max',
  },
  {
    name: 'lists shared out: what stands before is forgotten',
    file: 'model/worlds.ts',
    from: 'total = addIntervals(total, both)',
    to: 'total = both',
  },
  {
    name: 'uniqueItems, uniqueBy: multiples are counted as if all were there',
    file: 'model/number-shape.ts',
    from: '(last - first) / step + 1',
    to: 'last - first + 1',
  },
  {
    name: 'conditions: one excludes what has none',
    file: 'model/worlds.ts',
    from: '      right.some(',
    to: '      right.every(',
  },
  {
    name: 'lists shared out: flags with one ending share them out',
    file: 'model/worlds.ts',
    from: 'flag.slice(name.length + 1)',
    to: 'flag.slice(name.length + 2)',
  },
]
