import type { Condition, Guard, ItemBounds, Loop, SequenceBounds } from './bounds.ts'
import { itemsOf } from './distinct-count.ts'
import { addIntervals, exactly, type Interval, multiplyIntervals } from './shape.ts'
import { isSamePath } from './source.ts'

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

/** Whether a condition is among those that hold. */
export function holdsAnyway({ flag, value, loop }: Condition, guard: Guard): boolean {
  return guard.some((other) => other.flag === flag && other.loop === loop && other.value === value)
}

/** Whether the conditions around one place can all hold: none of them is the opposite of another. */
export function canHold(guard: Guard): boolean {
  return !guard.some((condition) => holdsAnyway({ ...condition, value: !condition.value }, guard))
}

/** How many items a sequence has, wherever the sequence itself is there. */
export function countIn({ items, guard, loops }: SequenceBounds): Interval {
  const pinned = items.map((item) => pinItem(item, loops))
  return countOver(pinned, () => once, pinGuard(guard, loops))
}

/** A flag of an element that the whole sequence lies in is the same for all of its items. */
function pinItem(item: ItemBounds, loops: readonly Loop[]): ItemBounds {
  const ownGuard = pinGuard(item.ownGuard, loops)
  const isPinned = ownGuard.some((condition, index) => condition !== item.ownGuard[index])
  const count = isPinned && item.count.max > 0 ? countList(item) : item.count
  return { ...item, count, ownGuard, guard: pinGuard(item.guard, loops) }
}

/** Flags of such elements become flags of the message, under names that nothing else has. */
function pinGuard(guard: Guard, loops: readonly Loop[]): Guard {
  return guard.map((condition) => {
    const { loop, flag, ...rest } = condition
    const level = loop === undefined ? -1 : loops.indexOf(loop)
    return level < 0 ? condition : { ...rest, flag: `${level} ${flag}` }
  })
}

/** How many items there are of several sequences together, counted over everything around them. */
export function countTogether(items: readonly ItemBounds[]): Interval {
  return countOver(items, countParents, [])
}

const once = exactly(1)

/**
 * Whether two items share the elements of one list out between them: each element that gives no
 * item for the one gives an item for the other. They must stand in the same item of the outer
 * sequence, or both in items that are there once.
 */
export function arePartition(left: ItemBounds, right: ItemBounds): boolean {
  const [one, other] = [ownLoop(left), ownLoop(right)]
  if (one === undefined || other === undefined || !isSameList(one, other)) return false
  const [condition, opposite] = [left.ownGuard[0], right.ownGuard[0]]
  return (
    condition?.loop === one &&
    opposite?.loop === other &&
    condition.value !== opposite.value &&
    propertyOf(condition, one) === propertyOf(opposite, other)
  )
}

/** The loop of the item's own `$each`. */
function ownLoop({ loops, parent }: ItemBounds): Loop | undefined {
  const last = loops.at(-1)
  return last !== undefined && parent?.loops.includes(last) === true ? undefined : last
}

/** The list of the same element, or of the message itself. */
function isSameList(left: Loop, right: Loop): boolean {
  return left.parent === right.parent && isSamePath(left.declaredAt, right.declaredAt)
}

/** `parcel.late` without its first name, which every loop chooses itself. */
function propertyOf({ flag }: Condition, { name }: Loop): string | undefined {
  return flag.startsWith(`${name}.`) ? flag.slice(name.length + 1) : undefined
}

/** How often what an item lies in is there. */
type Repeats = (item: ItemBounds, world: World | undefined) => Interval

function countOver(items: readonly ItemBounds[], repeats: Repeats, given: Guard): Interval {
  const worlds = worldsOf([...items.map((item) => item.guard), given])
  const shares = shareOut(items)
  if (worlds === undefined) return countShares(shares, repeats, undefined)
  const possible = worlds.filter((world) => holdsIn(given, world))
  const counts = possible.map((world) => countShares(shares, repeats, world))
  if (counts.length === 0) return exactly(0)
  return {
    min: Math.min(...counts.map((interval) => interval.min)),
    max: Math.max(...counts.map((interval) => interval.max)),
  }
}

/** One item, or two that share the elements of a list out. */
type Share = readonly [item: ItemBounds, partner?: ItemBounds]

/** Finds for each item the one that takes what it leaves of a list, in the same place if possible. */
function shareOut(items: readonly ItemBounds[]): readonly Share[] {
  const taken = new Set<ItemBounds>()
  return items.flatMap((item, index): readonly Share[] => {
    if (taken.has(item)) return []
    if (item.ownGuard[0]?.loop === undefined) return [[item]]
    const later = items.slice(index + 1).filter((other) => !taken.has(other))
    const partners = later.filter((other) => arePartition(item, other))
    const partner = partners.find(({ parent }) => parent === item.parent) ?? partners[0]
    if (partner === undefined) return [[item]]
    taken.add(partner)
    return [[item, partner]]
  })
}

function countShares(
  shares: readonly Share[],
  repeats: Repeats,
  world: World | undefined,
): Interval {
  const count = (item: ItemBounds): Interval =>
    multiplyIntervals(countOwn(item, world), repeats(item, world))
  let total = exactly(0)
  for (const [item, partner] of shares) {
    if (partner === undefined) {
      total = addIntervals(total, count(item))
      continue
    }
    const [times, others] = [repeats(item, world), repeats(partner, world)]
    // Each element is there as often as the one or as the other.
    const either = {
      min: Math.min(times.min, others.min),
      max: Math.max(times.max, others.max),
    }
    const both = multiplyIntervals(countList(item), either)
    total = addIntervals(total, both)
  }
  return total
}

function countList(item: ItemBounds): Interval {
  const list = ownLoop(item)?.list
  return list === undefined ? once : itemsOf(list)
}

function countParents({ parent }: ItemBounds, world: World | undefined): Interval {
  if (parent === undefined) return once
  return multiplyIntervals(countOwn(parent, world), countParents(parent, world))
}

function countOwn(item: ItemBounds, world: World | undefined): Interval {
  const global = item.ownGuard.filter(isGlobal)
  if (world !== undefined) return holdsIn(global, world) ? item.count : exactly(0)
  return global.length === 0 ? item.count : { min: 0, max: item.count.max }
}

function isGlobal(condition: Condition): boolean {
  return condition.loop === undefined
}
