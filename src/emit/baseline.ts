import { ruleFacts } from '../language/rules/facts.generated.ts'
import { compareText, type Diagnostic } from '../model/diagnostic.ts'
import { formatPath, type Source } from '../model/source.ts'
import { fingerprintsOf } from './reporters/fingerprints.ts'

/** A finding that somebody decided to live with for now. */
export interface BaselineEntry {
  /** Relative to the folder of the baseline, with `/`. */
  readonly file: string
  readonly rule: string
  readonly fingerprint: string
  /** Where in the message it is: `message.attachments[0].url`. Absent in files of older versions. */
  readonly path?: string
  /** For whoever reviews it: nothing compares it. */
  readonly message: string
}

/** What was found, as a baseline sees it. */
export interface BaselineInput {
  readonly diagnostics: readonly Diagnostic[]
  readonly sources: ReadonlyMap<string, Source>
  /** The path of a file as the baseline says it. */
  labelOf(file: string): string
}

/** A finding and what would stand for it in a baseline. */
export interface BaselineCandidate {
  readonly diagnostic: Diagnostic
  readonly entry: BaselineEntry
  /** Whether it is never left out: the API refuses such a message. */
  readonly isLocked: boolean
}

/** Says of each finding how a baseline would name it. */
export function nameForBaseline({
  diagnostics,
  sources,
  labelOf,
}: BaselineInput): readonly BaselineCandidate[] {
  const labelled = diagnostics.map((diagnostic) => ({
    ...diagnostic,
    file: labelOf(diagnostic.file),
  }))
  const texts = new Map([...sources].map(([path, source]) => [labelOf(path), source]))
  const fingerprints = fingerprintsOf(labelled, texts)
  return labelled.flatMap((named, index) => {
    const diagnostic = diagnostics[index]
    const fingerprint = fingerprints.get(named)
    if (diagnostic === undefined || fingerprint === undefined) return []
    const { file, rule, message } = named
    const path = formatPath(named.path)
    const entry = { file, rule, fingerprint, ...(path === '' ? {} : { path }), message }
    return [{ diagnostic, entry, isLocked: isLocked(named) }]
  })
}

/** What concerns a file as a whole carries no mark: there the rule tells. */
function isLocked({ isLocked: isMarked, range, rule }: Diagnostic): boolean {
  if (isMarked === true) return true
  return range.end === 0 && ruleFacts.get(rule)?.isLocked === true
}

/** The text of a baseline: sorted, one finding a line, so that a review sees which ones went. */
export function formatBaseline(entries: readonly BaselineEntry[]): string {
  const lines = entries
    .toSorted(
      (left, right) =>
        compareText(left.file, right.file) ||
        compareText(left.rule, right.rule) ||
        compareText(left.fingerprint, right.fingerprint),
    )
    .map(({ file, rule, fingerprint, path, message }) => {
      const line = JSON.stringify({ file, rule, fingerprint, path, message })
      return `\n    ${line}`
    })
  const findings = lines.length === 0 ? '[]' : `[${lines.join(',')}\n  ]`
  return `{\n  "version": 1,\n  "findings": ${findings}\n}\n`
}
