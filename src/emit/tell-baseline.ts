import { countOf } from './amounts.ts'
import type { BaselineCandidate, BaselineEntry } from './baseline.ts'
import type { BaselineMatches } from './match-baseline.ts'

/** What a run did with a baseline. */
export interface BaselineOutcome {
  readonly use: {
    readonly file: string
    readonly isUpdated: boolean
    readonly added: readonly string[]
  }
  /** What it held; absent where there was none. */
  readonly known: readonly BaselineEntry[] | undefined
  readonly matches: BaselineMatches
  /** Findings that were put into it. */
  readonly fresh: readonly BaselineCandidate[]
  /** Entries that no longer occur. */
  readonly stale: ReadonlySet<BaselineEntry>
  /** Findings that are told. */
  readonly left: readonly BaselineCandidate[]
}

/** Says what a run did with a baseline, line by line. */
export function* tellBaseline(outcome: BaselineOutcome): Generator<string> {
  yield* tellFresh(outcome)
  yield* tellRefused(outcome)
  yield* tellMoved(outcome)
  yield* tellStale(outcome)
}

function* tellFresh({ use: { file, added }, known, fresh }: BaselineOutcome): Generator<string> {
  if (known === undefined) yield `made ${file} with ${countFindings(fresh.length)}`
  else if (added.length > 0) {
    const rules = added.map((rule) => `\`${rule}\``).join(', ')
    yield `added to ${file}: ${countFindings(fresh.length)} of ${rules}`
  }
}

function* tellRefused({
  use: { added },
  known,
  matches,
  left,
}: BaselineOutcome): Generator<string> {
  const refused = left.filter((candidate) => {
    const isMeant = known === undefined || matches.entries.has(candidate)
    return candidate.isLocked && (isMeant || added.includes(candidate.entry.rule))
  })
  if (refused.length === 0) return
  yield `${countFindings(refused.length)} cannot be put into a baseline, since the API refuses such a message: mend ${refused.length === 1 ? 'it' : 'them'}`
}

function* tellMoved({ use, matches: { moved } }: BaselineOutcome): Generator<string> {
  if (moved.size === 0) return
  const [are, them] = moved.size === 1 ? ['is', 'it'] : ['are', 'them']
  const end = use.isUpdated ? 'renewed' : `--update-baseline renews ${them}`
  yield `${countFindings(moved.size)} of ${use.file} ${are} known by place and rule, the text there is another one: ${end}`
  yield* list([...moved].map(({ entry }) => entry))
}

function* tellStale({ use: { file, isUpdated }, stale }: BaselineOutcome): Generator<string> {
  if (stale.size === 0) return
  const occurs = stale.size === 1 ? 'no longer occurs' : 'no longer occur'
  yield isUpdated
    ? `removed from ${file}: ${countFindings(stale.size)} that ${occurs}`
    : `${countFindings(stale.size)} of ${file} ${occurs}: --update-baseline removes ${stale.size === 1 ? 'it' : 'them'}`
  yield* list([...stale])
}

const mostListed = 10

function* list(entries: readonly BaselineEntry[]): Generator<string> {
  for (const { file, rule } of entries.slice(0, mostListed)) yield `  ${file}: ${rule}`
  if (entries.length > mostListed) yield `  … and ${entries.length - mostListed} more`
}

function countFindings(number: number): string {
  return countOf(number, 'finding')
}
