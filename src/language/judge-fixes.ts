import type { Diagnostic, TextFix } from '../model/diagnostic.ts'
import { formatPath, isInside, isSamePath, type Path } from '../model/source.ts'

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

/** The rules of each step of the compiler that keep the later steps from looking. */
const steps: readonly ReadonlySet<string>[] = [
  new Set([...readingRules, 'control-character', 'unquoted-text']),
  new Set([
    'content-type',
    'forbidden-key',
    'invalid-value',
    'missing-key',
    'unknown-key',
    'wrong-type',
  ]),
  new Set(['invalid-declaration']),
  new Set([
    'invalid-condition',
    'invalid-each',
    'template-syntax',
    'undeclared-variable',
    'wrong-variable-type',
  ]),
]

/** The step that a rule belongs to; after those that hide something come all others. */
function stepOf({ rule }: Diagnostic): number {
  const step = steps.findIndex((rules) => rules.has(rule))
  return step < 0 ? steps.length : step
}

/**
 * Whether an error was there all the time, behind one that kept the compiler from looking: below a
 * misspelt key, in a text that YAML read as something else, in a locale that was not compared.
 */
function didHide({ diagnostic, fix }: FixCandidate, error: Diagnostic): boolean {
  if (diagnostic.severity !== 'error') return false
  if (readingRules.has(error.rule) && !readingRules.has(diagnostic.rule)) return false
  if (error.rule === 'wrong-type' && isSamePath(error.path, diagnostic.path)) return false
  // What a safe fix leads to is what the author wrote.
  return fix.safe || didWait({ diagnostic, fix }, error)
}

/** Another fix is a guess: what was judged already may not suffer from it, nor what it writes. */
function didWait({ diagnostic, fix }: FixCandidate, error: Diagnostic): boolean {
  const [before, step] = [stepOf(diagnostic), stepOf(error)]
  if (before === steps.length || step < before) return false
  if (step < steps.length && isSamePath(error.path, diagnostic.path)) return false
  const places = [diagnostic.path, ...renamedPaths(diagnostic, fix)]
  if (step === before && !places.some((path) => isInside(error.path, path))) return false
  // Examples say what callers pass: a guess about a declaration that they contradict is wrong.
  return error.rule !== 'invalid-example' || diagnostic.path[0] !== 'variables'
}

/** Where the value of a key stands once it has the name that a fix writes. */
function renamedPaths({ path, rule }: Diagnostic, fix: TextFix): readonly Path[] {
  if (rule !== 'unknown-key') return []
  return fix.edits.map(({ text }) => [...path.slice(0, -1), text.replaceAll(/^["']|["']$/g, '')])
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
