import { sendingLimits } from '../model/limits-sending.ts'

/** The time in which a customer who wrote to a number can be reached from it. */
export interface ServiceWindow {
  /** The business's number. */
  readonly sender: string
  /** The customer's number or BSUID. */
  readonly customer: string
  /** When the customer last wrote: milliseconds since 1970. */
  readonly lastInboundAt: number
  readonly closesAt: number
  readonly isOpen: boolean
}

/** Who wrote to which number, and when. */
export interface ServiceWindows {
  /** Notes that a customer wrote. */
  open(sender: string, customer: string, at: number): void
  find(sender: string, customer: string, now: number): ServiceWindow | undefined
  /** Of one customer or of all, the one who wrote last at the end. */
  list(now: number, customer?: string): readonly ServiceWindow[]
  clear(): void
}

const windowMs = sendingLimits.serviceWindow.max * 3_600_000

/** Makes an empty register that forgets the customer who wrote first when it holds `keep`. */
export function createWindows(keep: number): ServiceWindows {
  const inbounds = new Map<string, { sender: string; customer: string; at: number }>()
  const keyOf = (sender: string, customer: string): string => JSON.stringify([sender, customer])
  return {
    open: (sender, customer, at) => {
      const key = keyOf(sender, customer)
      inbounds.delete(key)
      inbounds.set(key, { sender, customer, at })
      if (inbounds.size <= keep) return
      const [oldest] = inbounds.keys()
      if (oldest !== undefined) inbounds.delete(oldest)
    },
    find: (sender, customer, now) => {
      const inbound = inbounds.get(keyOf(sender, customer))
      return inbound && describeWindow(inbound, now)
    },
    list: (now, customer) =>
      [...inbounds.values()]
        .filter((inbound) => customer === undefined || inbound.customer === customer)
        .map((inbound) => describeWindow(inbound, now)),
    clear: () => inbounds.clear(),
  }
}

function describeWindow(
  { sender, customer, at }: { sender: string; customer: string; at: number },
  now: number,
): ServiceWindow {
  const closesAt = at + windowMs
  return { sender, customer, lastInboundAt: at, closesAt, isOpen: now < closesAt }
}
