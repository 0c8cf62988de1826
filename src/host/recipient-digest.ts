import { hash } from 'node:crypto'

/** Bytes of a digest: that two of a million recipients share one has a probability of 10^-12. */
export const digestBytes = 10

/**
 * What a journal keeps of a recipient, so that another run can leave it out. It differs from run to
 * run; whoever holds the journal can try numbers, and nothing else can be read from it.
 */
export function digestRecipient(run: string, to: string): Uint8Array {
  return hash('sha256', `${run}\n${to}`, 'buffer').subarray(0, digestBytes)
}
