import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { Diagnostic } from '../../src/model/diagnostic.ts'
import { isObject, type JsonObject, type JsonValue } from '../../src/model/json.ts'
import { type ArbitraryMessage, arbitraryMessages } from '../helpers/arbitrary-message.ts'
import { compileAlone, compileFiles } from '../helpers/compile-yaml.ts'

/** What is said of two locales of a message beyond what is said of each. */
function compare(
  { declarations, root }: ArbitraryMessage,
  variant: JsonObject,
): readonly Diagnostic[] {
  const base = { variables: declarations, ...root }
  const { diagnostics } = compileFiles({
    'messages/a.yaml': `${JSON.stringify(base)}\n`,
    'messages/a.es.yaml': `${JSON.stringify({ message: variant })}\n`,
  })
  return diagnostics.filter(({ rule }) => rule === 'locale-mismatch')
}

const keepsMeaning = /^(?:id|productRetailerId|catalogId|\$each|\$if|url|type|latitude|longitude)$/

/** Says everything that customers read in other words. */
function inOtherWords(value: JsonValue, key = ''): JsonValue {
  if (typeof value === 'string') return keepsMeaning.test(key) ? value : `¿${value}!`
  if (Array.isArray(value)) return value.map((item) => inOtherWords(item))
  if (!isObject(value)) return value
  const entries = Object.entries(value)
  return Object.fromEntries(entries.map(([name, child]) => [name, inOtherWords(child, name)]))
}

/** How many ids a message has. */
function countIds(value: JsonValue): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + countIds(item), 0)
  if (!isObject(value)) return 0
  const own = typeof value['id'] === 'string' ? 1 : 0
  return Object.values(value).reduce<number>((sum, child) => sum + countIds(child), own)
}

/** How many of them can be sent. */
function countSentIds({ declarations, root }: ArbitraryMessage): number {
  const { bounds } = compileAlone(`${JSON.stringify({ variables: declarations, ...root })}\n`)
  return bounds?.texts.filter(({ field }) => field.endsWith('.id')).length ?? 0
}

/** The same with one id, by its number, that no other locale has. */
function withOtherId(value: JsonValue, counter: { left: number }): JsonValue {
  if (Array.isArray(value)) return value.map((item) => withOtherId(item, counter))
  if (!isObject(value)) return value
  const changed = Object.entries(value).map(([key, child]): [string, JsonValue] => {
    if (key !== 'id' || typeof child !== 'string') return [key, withOtherId(child, counter)]
    return [key, counter.left-- === 0 ? `${child}-other` : child]
  })
  return Object.fromEntries(changed)
}

// Other work of the machine takes its time.
vi.setConfig({ testTimeout: 60_000 })

const options = { numRuns: 15 }

describe('locales of any message', () => {
  it('may differ in words', () => {
    fc.assert(
      fc.property(arbitraryMessages, (message) => {
        const body = message.root['message'] ?? {}
        const variant = inOtherWords(body)
        expect(compare(message, isObject(variant) ? variant : {})).toEqual([])
      }),
      options,
    )
  })

  it('may not differ in one id, which is one finding at that id', () => {
    fc.assert(
      fc.property(arbitraryMessages, fc.nat(), (message, choice) => {
        const body = message.root['message'] ?? {}
        const ids = countIds(body)
        // What stands under conditions that exclude each other is in no message.
        fc.pre(ids > 0 && countSentIds(message) === ids)
        const variant = withOtherId(body, { left: choice % ids })
        const found = compare(message, isObject(variant) ? variant : {})
        expect(found.map(({ file }) => file)).toEqual(['messages/a.es.yaml'])
        expect(found[0]?.path.at(-1)).toBe('id')
      }),
      options,
    )
  })
})
