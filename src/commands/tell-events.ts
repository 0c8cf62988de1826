import type { DeliveryEvent } from '../host/delivery.ts'
import { mostAttempts } from '../host/retry.ts'
import { RateLimitError } from '../model/errors.ts'
import type { CommandIo } from './command.ts'

/** Tells what happens on the way of one delivery, and what a signal leads to. */
export function tellEvents(io: CommandIo): (event: DeliveryEvent) => void {
  let isUnderWay = false
  let pauseMs = 0
  io.signal.addEventListener('abort', () => {
    if (isUnderWay) {
      io.log(
        'stopping once the answer is here: a second signal gives up, and then nobody knows whether the message was sent\n',
      )
    }
  })
  return (event) => {
    isUnderWay = event.type === 'attempt'
    if (event.type === 'fallback') {
      io.log('the 24-hour window is closed: sending the fallback template\n')
    }
    if (event.type === 'pause') pauseMs = event.pauseMs
    if (event.type === 'retry') io.log(`${describeRetry(event, pauseMs)}\n`)
  }
}

function describeRetry(
  { cause, attempt, delayMs }: Extract<DeliveryEvent, { type: 'retry' }>,
  pauseMs: number,
): string {
  const isLimited = cause instanceof RateLimitError
  const seconds = ((isLimited ? pauseMs : delayMs) / 1000).toFixed(1)
  const code = cause.code === undefined ? '' : ` (${cause.code})`
  const what = isLimited ? 'too many messages at once (429)' : `no connection${code}`
  return `${what}, nothing was sent: attempt ${attempt} of ${mostAttempts} in ${seconds} s`
}
