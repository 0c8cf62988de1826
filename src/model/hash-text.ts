/**
 * Mixes a text into 32 bits, as MurmurHash3 mixes, over UTF-16 units. Tells texts apart; keeps no
 * secret.
 */
export function hashText(text: string, seed: number): number {
  let state = Math.imul(seed, 0x9e3779b1)
  for (let index = 0; index < text.length; index++) {
    state = Math.imul(state ^ text.charCodeAt(index), 0xcc9e2d51)
    state = (state << 13) | (state >>> 19)
  }
  state ^= state >>> 16
  state = Math.imul(state, 0x85ebca6b)
  state ^= state >>> 13
  state = Math.imul(state, 0xc2b2ae35)
  return (state ^ (state >>> 16)) >>> 0
}
