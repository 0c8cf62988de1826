import { formatCount, formatDuration } from '../emit/amounts.ts'
import { describeProgress } from '../emit/bulk-progress.ts'
import type { DeliveryEvent } from '../host/delivery.ts'
import type { RowOutcome } from '../model/row-state.ts'
import type { CommandIo } from './command.ts'

/** Tells how far a run is: in one line of a terminal, or in a line every few seconds elsewhere. */
export interface ProgressLine {
  /** Whether a row was tried and surely not sent. */
  readonly unsent: number
  checked(rows: number): void
  begin(total: number): void
  settled(outcome: RowOutcome): void
  event(event: DeliveryEvent): void
  /** Says something that stays. */
  say(text: string): void
  end(): void
}

const terminalMs = 200
const otherMs = 5000

/** Makes a progress line that is not begun yet. */
export function createProgressLine(
  io: Pick<CommandIo, 'log' | 'isLogTerminal' | 'width'>,
  now: () => number = () => performance.now(),
): ProgressLine {
  const counts = { accepted: 0, refused: 0, unknown: 0 }
  const isTerminal = io.isLogTerminal
  let timer: NodeJS.Timeout | undefined
  let [total, done, unsent, begun] = [0, 0, 0, 0]

  const show = (text: string): void => {
    io.log(isTerminal ? `\r\u001B[K${text.slice(0, io.width - 1)}` : `${text}\n`)
  }
  const clear = (): void => {
    if (isTerminal) io.log('\r\u001B[K')
  }
  const line = (): string =>
    describeProgress({ done, total, counts, unsent, elapsedMs: now() - begun })
  return {
    get unsent() {
      return unsent
    },
    checked: (rows) => {
      if (isTerminal) show(`checking: ${formatCount(rows)} rows`)
    },
    begin: (rows) => {
      clear()
      total = rows
      begun = now()
      timer = setInterval(() => show(line()), isTerminal ? terminalMs : otherMs)
    },
    settled: ({ state }) => {
      done++
      if (state === 'accepted' || state === 'refused' || state === 'unknown') counts[state]++
      else unsent++
    },
    event: (event) => {
      if (event.type !== 'pause') return
      clear()
      io.log(`too many requests (429): everything pauses for ${formatDuration(event.pauseMs)}\n`)
    },
    say: (text) => {
      clear()
      io.log(text)
    },
    end: () => {
      if (timer === undefined) return clear()
      clearInterval(timer)
      timer = undefined
      clear()
      if (total > 0) io.log(`${line()}\n`)
    },
  }
}
