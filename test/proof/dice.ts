/** A source of whole numbers from 0 up to, not including, a bound. */
export type Dice = (sides: number) => number

/** Dice that throw the same for the same seed. */
export function diceOf(seed: number): Dice {
  let state = seed | 0
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides
  }
}

/** The seed of one case of a run: cases can be repeated one by one. */
export function caseSeed(seed: number, index: number): number {
  return Math.imul(seed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b)
}

/** One of a list. */
export function pick<T>(roll: Dice, list: readonly T[]): T {
  const index = roll(list.length)
  const value = list[index]
  if (value === undefined && !(index in list)) throw new RangeError('nothing to pick from')
  return value as T
}

/** Whether one throw of many comes out. */
export function chance(roll: Dice, oneIn: number): boolean {
  return roll(oneIn) === 0
}
