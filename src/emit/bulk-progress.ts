import type { StateCounts } from '../model/row-state.ts'
import { formatCount, formatDuration } from './amounts.ts'

/** How far a run is. */
export interface BulkProgress {
  readonly done: number
  readonly total: number
  readonly counts: Pick<StateCounts, 'accepted' | 'refused' | 'unknown'>
  /** Surely not sent, though it was tried. */
  readonly unsent: number
  readonly elapsedMs: number
}

/** One line that says how far a run is. */
export function describeProgress(progress: BulkProgress): string {
  const { done, total, counts, unsent, elapsedMs } = progress
  const perMs = elapsedMs > 0 ? done / elapsedMs : 0
  const others = [
    ['refused', counts.refused],
    ['unknown', counts.unknown],
    ['not sent', unsent],
  ] as const
  return [
    `${formatCount(done)} of ${formatCount(total)}`,
    `accepted ${formatCount(counts.accepted)}`,
    ...others.flatMap(([word, count]) => (count === 0 ? [] : `${word} ${formatCount(count)}`)),
    `${Math.round(perMs * 1000)} a second`,
    ...(perMs > 0 && done < total ? [`${formatDuration((total - done) / perMs)} left`] : []),
  ].join(', ')
}
