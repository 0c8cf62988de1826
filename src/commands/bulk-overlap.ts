import type { RowSettings } from '../emit/judge-row.ts'
import type { EarlierRun } from '../host/earlier-run.ts'
import { digestBytes, digestRecipient } from '../host/recipient-digest.ts'
import type { LeftOut, ReachedCounts } from '../model/row-state.ts'
import type { PendingRows } from './bulk-journal.ts'
import { chosenRecipients } from './bulk-rows.ts'
import type { Bulk } from './bulk-send.ts'

/** What earlier runs mean for the recipients of a run. */
export interface Overlap {
  /** Whom a new run leaves out. */
  readonly leftOut: LeftOut
  /** Journal → how many are left out since it has them. */
  readonly excepted: ReadonlyMap<string, ReachedCounts>
  /** Journal → how many of it get the message again. */
  readonly repeated: ReadonlyMap<string, ReachedCounts>
}

/**
 * Looks up everyone whom a run is about to send to; who is left out is no repetition. An aborted
 * signal ends that early, and nothing may be sent then.
 */
export async function compareRuns(
  bulk: Bulk & { readonly rowSettings: RowSettings },
  rows: Pick<PendingRows, 'mask' | 'count'>,
  runs: { readonly excepted: readonly EarlierRun[]; readonly others: readonly EarlierRun[] },
): Promise<Overlap> {
  const mask = new Uint8Array(rows.mask.length)
  const digests = new Uint8Array(runs.excepted.length === 0 ? 0 : rows.count * digestBytes)
  const excepted = createTally(runs.excepted)
  const repeated = createTally(runs.others)
  let count = 0
  const isNeeded = runs.excepted.length + runs.others.length > 0
  for await (const { row, to } of isNeeded ? chosenRecipients(bulk, rows) : []) {
    if (bulk.io.signal.aborted) break
    if (excepted.noteFirst(to)) {
      mask[row - 1] = 1
      digests.set(digestRecipient(bulk.rowSettings.run, to), count++ * digestBytes)
    } else repeated.noteAll(to)
  }
  return {
    leftOut: { mask, count, digests },
    excepted: excepted.counts(),
    repeated: repeated.counts(),
  }
}

interface Tally {
  /** Counts a recipient for the first run that has it; whether one has. */
  noteFirst(to: string): boolean
  /** Counts a recipient for every run that may have reached it. */
  noteAll(to: string): void
  counts(): ReadonlyMap<string, ReachedCounts>
}

function createTally(runs: readonly EarlierRun[]): Tally {
  const tallies = runs.map((run) => ({ run, counts: { accepted: 0, unknown: 0, left_out: 0 } }))
  return {
    noteFirst: (to) => {
      for (const { run, counts } of tallies) {
        const reached = run.find(to)
        if (reached === undefined) continue
        counts[reached]++
        return true
      }
      return false
    },
    noteAll: (to) => {
      for (const { run, counts } of tallies) {
        const reached = run.find(to)
        if (reached !== undefined && reached !== 'left_out') counts[reached]++
      }
    },
    counts: () =>
      new Map(
        tallies.flatMap(({ run, counts }) =>
          Object.values(counts).some((count) => count > 0) ? [[run.label, counts]] : [],
        ),
      ),
  }
}
