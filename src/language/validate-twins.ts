import type { Twin, Twins } from './twin.ts'
import { bodyTwins } from './twins-body.ts'
import { contentTwins } from './twins-content.ts'
import { elsewhereTwins } from './twins-elsewhere.ts'
import { envelopeTwins } from './twins-envelope.ts'
import type { GrammarKind } from './validate-schema.ts'

const byPlace: ReadonlyMap<string, Twins> = new Map([
  ...envelopeTwins,
  ...bodyTwins,
  ...contentTwins,
  ...elsewhereTwins,
])

/**
 * Finds what an unknown key means, by the definition that its mapping has.
 *
 * @see connectly-api, "Differences from the WhatsApp Cloud API that trip authors"
 */
export function twinOf(key: string, kind: string, grammar: GrammarKind): Twin | undefined {
  const tables = [byPlace.get(`${grammar}:${kind}`), kind === '' ? undefined : byPlace.get(kind)]
  if (kind === '' && grammar === 'variant') tables.push(byPlace.get('message:'))
  for (const table of tables) {
    if (table !== undefined && Object.hasOwn(table, key)) return table[key]
  }
  return undefined
}
