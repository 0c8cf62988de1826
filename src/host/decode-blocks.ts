import { isUtf8 } from 'node:buffer'
import type { RowProblem } from '../model/recipient-row.ts'
import { describeNotUtf8, findInvalidByte } from './read-source.ts'

/** A mistake in a list of recipients after which nothing more of it can be read. */
export class BrokenList extends Error {
  readonly problem: RowProblem

  constructor(problem: RowProblem) {
    super(problem.message)
    this.problem = problem
  }
}

/**
 * Decodes UTF-8, to the last byte. A byte-order mark stays.
 * @throws {@link BrokenList} at the first byte that belongs to no character.
 */
export async function* decodeBlocks(blocks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest: Buffer = Buffer.alloc(0)
  let base = 0
  const place = createPlaceCounter()
  for await (const block of blocks) {
    const bytes = rest.length === 0 ? block : Buffer.concat([rest, block])
    const whole = bytes.subarray(0, endOfCharacters(bytes))
    if (!isUtf8(whole)) {
      const valid = bytes.toString('utf8', 0, findInvalidByte(bytes))
      place.pass(valid)
      // What stands before the mistake is judged too.
      yield valid
      throw broken(bytes, base, place)
    }
    const text = whole.toString('utf8')
    place.pass(text)
    yield text
    base += whole.length
    rest = Buffer.from(bytes.subarray(whole.length))
  }
  if (rest.length > 0) throw broken(rest, base, place)
}

/** Where the last character ends that is there as a whole. */
function endOfCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return bytes.length
    if (byte >= 0xc0) return needed(byte) > back ? bytes.length - back : bytes.length
  }
  return bytes.length
}

function needed(lead: number): number {
  if (lead >= 0xf0) return 4
  return lead >= 0xe0 ? 3 : 2
}

function broken(bytes: Buffer, base: number, place: PlaceCounter): BrokenList {
  return new BrokenList({
    line: place.line,
    column: place.column,
    fault: 'recipients-encoding',
    message: describeNotUtf8(bytes, base),
  })
}

interface PlaceCounter {
  readonly line: number
  readonly column: number
  pass(text: string): void
}

function createPlaceCounter(): PlaceCounter {
  let line = 1
  let column = 1
  let endsWithReturn = false
  return {
    get line() {
      return line
    },
    get column() {
      return column
    },
    pass: (text) => {
      // A CR LF that two texts share is one line break.
      const isFirst = line === 1 && column === 1
      const isMark = isFirst ? text.startsWith('\uFEFF') : endsWithReturn && text.startsWith('\n')
      const start = isMark ? 1 : 0
      let from = start
      for (const { index, 0: found } of text.slice(start).matchAll(/\r\n|\n|\r/g)) {
        line++
        column = 1
        from = start + index + found.length
      }
      column += text.length - from
      endsWithReturn = text.endsWith('\r')
    },
  }
}
