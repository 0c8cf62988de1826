import type { Condition, Guard, ItemBounds, SequenceBounds } from './bounds.ts'
import { addIntervals, exactly, type Interval, multiplyIntervals } from './shape.ts'

/** With more flags than this they are taken as independent: sound, but less exact. */
const maxFlags = 8

/** One way in which the flags of the whole message can be set. */
export type World = ReadonlyMap<string, boolean>

/**
 * All ways to set the flags that the guards ask for. Undefined where they are too many to try.
 * Flags of list elements are left out: they differ from element to element.
 */
export function worldsOf(guards: readonly Guard[]): readonly World[] | undefined {
  const flags = [
    ...new Set(
      guards
        .flat()
        .filter(isGlobal)
        .map((condition) => condition.flag),
    ),
  ]
  if (flags.length > maxFlags) return undefined
  let worlds: World[] = [new Map()]
  for (const flag of flags) {
    worlds = worlds.flatMap((world) => [
      new Map([...world, [flag, true]]),
      new Map([...world, [flag, false]]),
    ])
  }
  return worlds
}

/** Whether what is guarded is there in a world, as far as flags of the whole message say. */
export function holdsIn(guard: Guard, world: World): boolean {
  return guard.every(
    (condition) => !isGlobal(condition) || world.get(condition.flag) === condition.value,
  )
}

/** Whether two guards can hold in the same message. */
export function canCoexist(left: Guard, right: Guard): boolean {
  return !left.some(
    (condition) =>
      isGlobal(condition) &&
      right.some(
        (other) =>
          isGlobal(other) && other.flag === condition.flag && other.value !== condition.value,
      ),
  )
}

/** How many items a sequence has, wherever the sequence itself is there. */
export function countIn(sequence: SequenceBounds): Interval {
  return countOver(sequence.items, (item, world) => countOwn(item, world), sequence.guard)
}

/** How many items there are of several sequences together, counted over everything around them. */
export function countTogether(items: readonly ItemBounds[]): Interval {
  return countOver(items, countWithParents, [])
}

function countOver(
  items: readonly ItemBounds[],
  count: (item: ItemBounds, world: World | undefined) => Interval,
  given: Guard,
): Interval {
  const worlds = worldsOf([...items.map((item) => item.guard), given])
  if (worlds === undefined) return sum(items.map((item) => count(item, undefined)))
  const possible = worlds.filter((world) => holdsIn(given, world))
  const counts = possible.map((world) => sum(items.map((item) => count(item, world))))
  if (counts.length === 0) return exactly(0)
  return {
    min: Math.min(...counts.map((interval) => interval.min)),
    max: Math.max(...counts.map((interval) => interval.max)),
  }
}

function countWithParents(item: ItemBounds, world: World | undefined): Interval {
  const own = countOwn(item, world)
  return item.parent === undefined
    ? own
    : multiplyIntervals(own, countWithParents(item.parent, world))
}

function countOwn(item: ItemBounds, world: World | undefined): Interval {
  const global = item.ownGuard.filter(isGlobal)
  if (world !== undefined) return holdsIn(global, world) ? item.count : exactly(0)
  return global.length === 0 ? item.count : { min: 0, max: item.count.max }
}

function sum(intervals: readonly Interval[]): Interval {
  return intervals.reduce(addIntervals, exactly(0))
}

function isGlobal(condition: Condition): boolean {
  return condition.loop === undefined
}
