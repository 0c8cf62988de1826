import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8'

/** Both halves of it: the one in which new objects are made, and the one that they are copied to. */
const wantedBytes = 16 * 1024 * 1024
const itemsAtOnce = 8000
/** V8 may decide otherwise, and nothing depends on it but memory and speed. */
const mostAttempts = 200

/**
 * Gives V8's space for new objects one size. What is made of a row is garbage a moment later, and
 * V8 answers so much of it with a space that is many times as large as all that is kept. One that
 * stays small keeps what is under way for long-lived, which costs a quarter of the speed. The size
 * cannot be set any more once a program runs, so the space is made to grow by what it grows by:
 * objects that live on.
 */
export function fixYoungSpace(): void {
  const kept: number[][] = []
  setFlagsFromString('--semi-space-growth-factor=2')
  while (youngBytes() < wantedBytes && kept.length < mostAttempts) {
    kept.push(Array.from({ length: itemsAtOnce }, (_, index) => index))
  }
  setFlagsFromString('--semi-space-growth-factor=1')
}

function youngBytes(): number {
  const spaces = getHeapSpaceStatistics()
  return spaces.find(({ space_name: name }) => name === 'new_space')?.space_size ?? wantedBytes
}
