import type { ReachedCounts } from '../model/row-state.ts'
import { countOf, formatCount } from './amounts.ts'
import { joinWords } from './join-words.ts'

/** Journal → what it says of how many recipients. */
export type CountsByJournal = ReadonlyMap<string, ReachedCounts>

/** What journals say of recipients: `48 accepted and 2 unknown`. */
export function describeCounts({ accepted, unknown, left_out: leftOut }: ReachedCounts): string {
  const parts = [
    ...(accepted === 0 ? [] : [`${formatCount(accepted)} accepted`]),
    ...(unknown === 0 ? [] : [`${formatCount(unknown)} unknown`]),
    ...(leftOut === 0 ? [] : [`${formatCount(leftOut)} left out`]),
  ]
  return joinWords(parts)
}

/** Whom a run leaves out: `50 rows: 48 accepted and 2 unknown in list.csv.journal`. */
export function describeLeftOut(count: number, excepted: CountsByJournal): string {
  const journals = [...excepted].map(([label, counts]) => `${describeCounts(counts)} in ${label}`)
  return [countOf(count, 'row'), journals.join('; ')].filter((text) => text !== '').join(': ')
}

/** Who gets a message again, journal by journal: `48 of these recipients were accepted in …`. */
export function describeRepeated(repeated: CountsByJournal): readonly string[] {
  return [...repeated].map(([label, { accepted, unknown }]) => {
    if (accepted === 0) return `${recipients(unknown)} unknown in ${label}`
    const also =
      unknown === 0 ? '' : `, ${formatCount(unknown)} more ${beOf(unknown)} unknown there`
    return `${recipients(accepted)} accepted in ${label}${also}`
  })
}

function recipients(count: number): string {
  return `${formatCount(count)} of these recipients ${beOf(count)}`
}

function beOf(count: number): string {
  return count === 1 ? 'is' : 'are'
}

/** How the journals of {@link describeRepeated} are named on a command line. */
export function exceptOptions(repeated: CountsByJournal): string {
  return [...repeated.keys()].map((label) => `--except ${label}`).join(' ')
}
