import { createPacer, type Pacer } from './pacer.ts'
import { createRetryBudget, type RetryBudget } from './retry.ts'

/** What everything that sends for one business has in common. */
export interface Traffic {
  readonly pacer: Pacer
  readonly budget: RetryBudget
}

/**
 * The limit counts what a business sends, whoever in this process sends it, and applications make
 * a client wherever they need one. So its traffic is shared by address and business. It lives on
 * the global object because bundlers copy this module into several files of one program. The number
 * stands for the form of what is kept there.
 */
const registryKey = Symbol.for('connectly-messages/traffic/1')

/** The traffic of a business; of all the rates that were asked for the lowest counts. */
export function sharedTraffic(businessUrl: string, maxPerSecond: number): Traffic {
  const registry = findRegistry()
  const known = registry.get(businessUrl)
  if (known !== undefined) {
    known.pacer.limit(maxPerSecond)
    return known
  }
  const traffic = { pacer: createPacer({ maxPerSecond }), budget: createRetryBudget() }
  registry.set(businessUrl, traffic)
  return traffic
}

function findRegistry(): Map<string, Traffic> {
  const found: unknown = Reflect.get(globalThis, registryKey)
  if (found instanceof Map) return found
  const registry = new Map<string, Traffic>()
  Object.defineProperty(globalThis, registryKey, { value: registry })
  return registry
}
