import type { Range } from './source.ts'

/** A piece of a text and what comes in its place. */
export interface Replacement extends Range {
  readonly text: string
}

/** Replaces pieces of a text, none of which reaches into another; all else stays as it is. */
export function applyEdits(text: string, edits: readonly Replacement[]): string {
  const ordered = edits.toSorted((left, right) => left.start - right.start || left.end - right.end)
  let result = ''
  let done = 0
  for (const { start, end, text: inserted } of ordered) {
    if (start < done) throw new RangeError(`two edits overlap at offset ${start}`)
    result += text.slice(done, start) + inserted
    done = end
  }
  return result + text.slice(done)
}

/** Whether two pieces overlap or meet: then what one becomes may depend on the other. */
export function doTouch(left: Range, right: Range): boolean {
  return left.start <= right.end && right.start <= left.end
}
