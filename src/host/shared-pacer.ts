import { createPacer, type Pacer } from './pacer.ts'

/**
 * The limit counts what a business sends, whoever in this process sends it, and applications make
 * a client wherever they need one. So pacers are shared by address and business. They live on the
 * global object because bundlers copy this module into several files of one program.
 */
const registryKey = Symbol.for('connectly-messages/pacers/1')

/** The pacer of a business, made when it is first asked for. */
export function sharedPacer(businessUrl: string, maxPerSecond: number): Pacer {
  const registry = findRegistry()
  const known = registry.get(businessUrl)
  if (known !== undefined) {
    known.limit(maxPerSecond)
    return known
  }
  const pacer = createPacer({ maxPerSecond })
  registry.set(businessUrl, pacer)
  return pacer
}

function findRegistry(): Map<string, Pacer> {
  const found: unknown = Reflect.get(globalThis, registryKey)
  if (found instanceof Map) return found
  const registry = new Map<string, Pacer>()
  Object.defineProperty(globalThis, registryKey, { value: registry })
  return registry
}
