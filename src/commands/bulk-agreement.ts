import { countOf } from '../emit/amounts.ts'
import { describePlan } from '../emit/bulk-plan.ts'
import { describeRepeated, exceptOptions } from '../emit/describe-overlap.ts'
import { planRun } from './bulk-plan.ts'
import type { Sending } from './bulk-send.ts'
import { UsageError } from './command.ts'

/** Shows the plan; where it is no dry run, whoever runs the command decides. */
export async function isAgreed(sending: Sending): Promise<boolean> {
  const { settings, checked, pending, overlap, io } = sending
  const plan = describePlan(await planRun(sending))
  if (settings.isDryRun) {
    io.out(plan)
    io.log('dry run: nothing was sent\n')
    return false
  }
  io.log(plan)
  if (overlap.leftOut.count === checked.rows) {
    io.log('nothing is left to send: every row is left out\n')
    return false
  }
  if (pending.count === 0) return true
  if (settings.isConfirmed || io.ask === undefined) refuseRepetition(sending)
  if (settings.isConfirmed) return true
  if (io.ask === undefined) {
    throw new UsageError('nothing was sent: nobody can be asked here, so add --yes to agree')
  }
  const answer = await io.ask(
    `${describeRisks(sending)}Send ${countOf(pending.count, 'message')}? [y/N] `,
  )
  const isAgreed = /^y(?:es)?$/i.test(answer.trim()) && !io.signal.aborted
  if (!isAgreed) io.log('nothing was sent\n')
  return isAgreed
}

function describeRisks({ pending, overlap: { repeated }, unread }: Sending): string {
  const rows = countOf(pending.resent, 'row')
  return [
    ...(pending.resent === 0
      ? []
      : [`${rows} may have been sent already, and these customers may get the message twice.\n`]),
    ...(repeated.size === 0 && unread.length === 0
      ? []
      : ['Some of these customers get the message again: see `again` above.\n']),
  ].join('')
}

/**
 * Where nobody is asked, nobody gets a message again by accident.
 * @throws {@link UsageError} that names the ways on.
 */
function refuseRepetition({ settings, overlap: { repeated }, unread }: Sending): void {
  if (settings.isAgain || (repeated.size === 0 && unread.length === 0)) return
  const [newer = '', ...others] = repeated.keys()
  const wayOut = settings.isResumed
    ? `go on with that run instead: --resume --journal ${others.length === 0 ? newer : 'FILE'}`
    : `leave them out with ${exceptOptions(repeated)}`
  throw new UsageError(
    [
      ...[...describeRepeated(repeated), ...unread].map((text) => `nothing was sent: ${text}`),
      repeated.size === 0
        ? 'to send all the same, add --again'
        : `${wayOut},\nor send to them again with --again`,
    ].join('\n'),
  )
}
