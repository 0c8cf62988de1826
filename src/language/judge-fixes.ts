import type { Diagnostic, TextFix } from '../model/diagnostic.ts'
import { formatPath, isSamePath } from '../model/source.ts'

/** A diagnostic and the fix of it that may be applied. */
export interface FixCandidate {
  readonly diagnostic: Diagnostic
  readonly fix: TextFix
}

/** Whether fixes, applied together, mend their findings and break nothing. */
export type FixJudge = (fixes: readonly FixCandidate[]) => boolean

/** Makes the judge of fixes for one state of the files; `compileWith` says what they would leave. */
export function judgeFixes(
  before: readonly Diagnostic[],
  compileWith: (fixes: readonly FixCandidate[]) => readonly Diagnostic[],
): FixJudge {
  const known = countBy(before, sentenceOf)
  const places = new Set(before.map(placeOf))
  return (fixes) => {
    const after = compileWith(fixes)
    const left = countBy(after, sentenceOf)
    const mended = countBy(
      fixes.map(({ diagnostic }) => diagnostic),
      sentenceOf,
    )
    for (const [sentence, count] of mended) {
      if ((left.get(sentence) ?? 0) > (known.get(sentence) ?? 0) - count) return false
    }
    return after.every((diagnostic) => {
      const sentence = sentenceOf(diagnostic)
      const isNew =
        diagnostic.severity === 'error' &&
        (left.get(sentence) ?? 0) > (known.get(sentence) ?? 0) &&
        // With another number in its message it is the same finding.
        !places.has(placeOf(diagnostic))
      return !isNew || fixes.some((fix) => didHide(fix, diagnostic))
    })
  }
}

/** Rules about the text before anything in it has a meaning. */
const readingRules: ReadonlySet<string> = new Set([
  'duplicate-key',
  'yaml-feature',
  'yaml-syntax',
  'yaml-too-large',
])

/**
 * Whether an error was there all the time, behind one that kept the compiler from looking: below a
 * misspelt key, or in a text that YAML read as something else. Only a safe fix can bring out such a
 * one, since what it leads to is what the author wrote.
 */
function didHide({ diagnostic, fix }: FixCandidate, error: Diagnostic): boolean {
  if (!fix.safe || diagnostic.severity !== 'error') return false
  if (readingRules.has(error.rule) && !readingRules.has(diagnostic.rule)) return false
  return error.rule !== 'wrong-type' || !isSamePath(error.path, diagnostic.path)
}

function sentenceOf({ file, rule, message }: Diagnostic): string {
  return `${file}\n${rule}\n${message}`
}

function placeOf({ file, rule, path }: Diagnostic): string {
  return `${file}\n${rule}\n${formatPath(path)}`
}

function countBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1)
  return counts
}
