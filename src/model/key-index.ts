/** Numbers that are found again by a key of two parts. */
export interface KeyIndex {
  readonly size: number
  /** Notes a value under a key; returns the one that stood there before, which stays. */
  add(key: number, check: number, value: number): number | undefined
  find(key: number, check: number): number | undefined
}

interface Table {
  readonly keys: Float64Array
  readonly checks: Uint32Array
  readonly values: Uint32Array
}

const leastCapacity = 1 << 10
/** Tenths of a table that are filled before it grows. */
const mostFilled = 7

/**
 * Makes an index that takes 16 to 32 bytes a key, a sixth of what a `Map` takes: a million shall fit
 * beside everything else in 200 MiB. A key is a safe integer other than 0 and 32 bits more.
 *
 * @param expected How many keys there will be, where that is known: then it need not grow.
 */
export function createKeyIndex(expected = 0): KeyIndex {
  let table = createTable(capacityFor(expected))
  let size = 0
  return {
    get size() {
      return size
    },
    add: (key, check, value) => {
      const slot = findSlot(table, key, check)
      if (table.keys[slot] !== 0) return table.values[slot]
      put(table, slot, key, check, value)
      size++
      if (size * 10 > table.keys.length * mostFilled) table = grow(table)
      return undefined
    },
    find: (key, check) => {
      const slot = findSlot(table, key, check)
      return table.keys[slot] === 0 ? undefined : table.values[slot]
    },
  }
}

function capacityFor(size: number): number {
  let capacity = leastCapacity
  while (size * 10 > capacity * mostFilled) capacity *= 2
  return capacity
}

function createTable(capacity: number): Table {
  return {
    keys: new Float64Array(capacity),
    checks: new Uint32Array(capacity),
    values: new Uint32Array(capacity),
  }
}

/** The slot of a key, or the free one where it belongs; no key is 0. */
function findSlot({ keys, checks }: Table, key: number, check: number): number {
  const mask = keys.length - 1
  let slot = spread(key, check) & mask
  while (keys[slot] !== 0 && (keys[slot] !== key || checks[slot] !== check))
    slot = (slot + 1) & mask
  return slot
}

/** Neighbouring numbers shall not form clusters. */
function spread(key: number, check: number): number {
  const high = Math.floor(key / 2 ** 32)
  let mixed = Math.imul(key >>> 0, 0x9e3779b1) ^ Math.imul(high ^ check, 0x85ebca6b)
  mixed ^= mixed >>> 15
  return Math.imul(mixed, 0xc2b2ae35) >>> 0
}

function put(table: Table, slot: number, key: number, check: number, value: number): void {
  table.keys[slot] = key
  table.checks[slot] = check
  table.values[slot] = value
}

function grow(old: Table): Table {
  const table = createTable(old.keys.length * 2)
  for (let index = 0; index < old.keys.length; index++) {
    const [key = 0, check = 0, value = 0] = [old.keys[index], old.checks[index], old.values[index]]
    if (key !== 0) put(table, findSlot(table, key, check), key, check, value)
  }
  return table
}
