import { ConnectlyError } from '../model/errors.ts'
import { isLoopbackHost } from './base-url.ts'
import { documentedPerSecond } from './pace.ts'

/**
 * Reads the wished rate for a host.
 * @throws {@link ConnectlyError} for a rate that cannot be, or that the API would not bear.
 */
export function readRate(maxPerSecond: number | undefined, hostname: string): number {
  if (maxPerSecond === undefined) return documentedPerSecond
  if (!(maxPerSecond > 0 && Number.isFinite(maxPerSecond))) {
    throw new ConnectlyError('the rate must be a number of requests a second above 0')
  }
  if (maxPerSecond > documentedPerSecond && !isLoopbackHost(hostname)) {
    throw new ConnectlyError(
      `the API takes ${documentedPerSecond} requests a second at most: give a rate up to that (only an address of this machine may have a higher one)`,
    )
  }
  return maxPerSecond
}
