const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const longestTime = 2 ** 48 - 1
const randomBits = 80n

/** Fills an array with bytes and returns it. */
export type RandomBytes = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array

const pool = new Uint8Array(4096)
let used = pool.length

/** Fills an array of at most 4096 with bytes that nobody can foresee, which are fetched in stock. */
export const secureRandom: RandomBytes = (bytes) => {
  if (used + bytes.length > pool.length) {
    crypto.getRandomValues(pool)
    used = 0
  }
  bytes.set(pool.subarray(used, used + bytes.length))
  used += bytes.length
  return bytes
}

/**
 * Returns a function that makes ULIDs: 48 bits of time in milliseconds and 80 random ones. Within
 * one millisecond the random part counts up, so that ids sort in the order in which they were made.
 * @see https://github.com/ulid/spec
 */
export function createUlids(random: RandomBytes = secureRandom): (timeMs: number) => string {
  let lastTime = -1
  let lastRandom = 0n
  return (timeMs) => {
    const time = Math.min(Math.max(Math.floor(timeMs) || 0, 0), longestTime)
    lastRandom =
      time === lastTime
        ? BigInt.asUintN(Number(randomBits), lastRandom + 1n)
        : readInteger(random(new Uint8Array(10)))
    lastTime = time
    return encode((BigInt(time) << randomBits) | lastRandom)
  }
}

/** The big-endian number that some bytes write. */
export function readInteger(bytes: Uint8Array): bigint {
  return bytes.reduce((number, byte) => (number << 8n) | BigInt(byte), 0n)
}

function encode(number: bigint): string {
  let text = ''
  for (let rest = number; text.length < 26; rest >>= 5n) {
    text = alphabet.charAt(Number(rest & 31n)) + text
  }
  return text
}

/** The same 128 bits in the notation of a UUID. */
export function ulidToUuid(ulid: string): string {
  let number = 0n
  for (const letter of ulid) number = (number << 5n) | BigInt(Math.max(alphabet.indexOf(letter), 0))
  const hex = number.toString(16).padStart(32, '0')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
