import type { TextFix } from '../../src/model/diagnostic.ts'

/** Applies the edits of a fix, which are in order and apart, to a text. */
export function applyFix(text: string, fix: TextFix | undefined): string {
  if (fix === undefined) throw new Error('there is no fix')
  return fix.edits.reduceRight(
    (changed, { start, end, text: inserted }) =>
      changed.slice(0, start) + inserted + changed.slice(end),
    text,
  )
}
