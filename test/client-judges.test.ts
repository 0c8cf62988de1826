import fc from 'fast-check'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { rulePartNames } from '../src/emit/rule-part-names.ts'
import { judgePayload, templateRoot } from '../src/language/judge.ts'
import { limitsOf } from '../src/language/rule-limits.ts'
import { checks } from '../src/language/rules/checks.ts'
import type { NamedFinding } from '../src/model/diagnostic.ts'
import { isObject, type JsonObject } from '../src/model/json.ts'
import { everyLimit, limitRows } from '../src/model/limits.ts'
import { mayVary } from '../src/model/may-vary.ts'
import type { Payload } from '../src/model/payload.ts'
import type { RulePart } from '../src/model/rule.ts'
import { buildLikeClient } from './helpers/bundle-client.ts'

// The build leaves out of the client what only files with variables need: nothing that judges a
// finished message may go with it.

vi.setConfig({ testTimeout: 60_000 })

const isLimits = (loaded: object): loaded is typeof import('../src/model/limits.ts') =>
  'everyLimit' in loaded
const isJudge = (loaded: object): loaded is typeof import('./helpers/judge-as-client.ts') =>
  'judgeParts' in loaded
const isMayVary = (loaded: object): loaded is typeof import('../src/model/may-vary.ts') =>
  'mayVary' in loaded

async function load<T extends object>(
  input: string,
  isIt: (loaded: object) => loaded is T,
): Promise<T> {
  const code = await buildLikeClient(input)
  const loaded: object = await import(`data:text/javascript,${encodeURIComponent(code)}`)
  if (isIt(loaded)) return loaded
  throw new TypeError(`${input} exports something else`)
}

describe('what the build makes of the limits', () => {
  it('answers for every field as the whole table does', async () => {
    const built = await load('src/model/limits.ts', isLimits)
    const read = new Set(checks.flatMap(({ name }) => limitsOf(name)))
    expect(read.size).toBeGreaterThan(100)
    for (const { fields, kind } of read) {
      for (const field of fields) {
        const rows = everyLimit.find(field, kind).filter((row) => read.has(row))
        const { length } = rows
        const found = built.everyLimit.find(field, kind)
        expect(found.filter(({ subject }) => rows.some((row) => row.subject === subject))).toEqual(
          rows.map(({ id: _id, refused: _refused, strict: _strict, unit, min, ...row }) => ({
            ...row,
            ...(kind === 'count' || kind === 'range' ? { min } : {}),
            ...(kind === 'range' ? { unit } : {}),
          })),
        )
        expect(length).toBeGreaterThan(0)
      }
    }
    expect(built.limitRows.length).toBeLessThan(limitRows.length)
  })

  it('says that nothing varies', async () => {
    expect((await load('src/model/may-vary.ts', isMayVary)).mayVary).toBe(false)
    expect(mayVary).toBe(true)
  })
})

const sizes = [
  20, 21, 24, 25, 60, 61, 72, 73, 131, 200, 201, 256, 257, 1000, 1001, 1024, 1025, 4097,
]
const edges = sizes.map((size) => 'x'.repeat(size))
const others = [
  '',
  ' ',
  'a',
  'A ',
  'a',
  'b',
  '*b*',
  'a\nb',
  '😀',
  'a\tb',
  'a     b',
  'https://a.test/x.pdf',
]
const text = fc.oneof(fc.constantFrom(...others), fc.constantFrom(...others, ...edges))
const number = fc.oneof(
  text,
  fc.constantFrom('+16044441111', '+14151111234', 'US.13491208655302741918'),
)
const some = <T>(item: fc.Arbitrary<T>, maxLength: number): fc.Arbitrary<T[]> =>
  fc.array(item, { maxLength, size: 'max' })
const object = (members: { [key: string]: fc.Arbitrary<unknown> }): fc.Arbitrary<object> =>
  fc.record(members, { requiredKeys: [] })

const attachment = object({
  type: fc.constantFrom('image', 'video', 'audio', 'document'),
  url: text,
  caption: text,
  filename: text,
})
const header = object({ text, attachment })
const footer = object({ text })
const products = some(object({ productRetailerId: text }), 32)
const contents: fc.Arbitrary<object> = fc.oneof(
  object({ text, isEcho: fc.boolean(), referral: fc.constant({}) }),
  object({ attachments: some(attachment, 2) }),
  object({
    location: object({
      latitude: fc.double({ noNaN: true }),
      longitude: fc.nat(200),
      name: text,
      address: text,
    }),
  }),
  object({
    text,
    listMessage: object({
      header,
      button: object({ text, id: text }),
      sections: some(
        object({ title: text, rows: some(object({ id: text, text, description: text }), 12) }),
        11,
      ),
      footer,
    }),
  }),
  object({
    text,
    replyButtonMessage: object({ header, buttons: some(object({ id: text, text }), 5), footer }),
  }),
  object({
    text,
    singleProductMessage: object({
      catalogId: text,
      productItem: object({ productRetailerId: text }),
      footer,
    }),
  }),
  object({
    text,
    multiProductMessage: object({
      header,
      catalogId: text,
      sections: some(object({ title: text, productItems: products }), 11),
      footer,
    }),
  }),
)
const party = object({ id: number, channelType: fc.constant('whatsapp'), userId: number })
const session = object({
  sender: party,
  recipient: party,
  message: contents,
  callbackData: object({ a: text, b: text }),
  campaignName: text,
  order: object({ parentId: text, strategy: text }),
})
const template = object({
  sender: number,
  number,
  templateName: text,
  language: text,
  parameters: some(
    fc.record({ name: fc.constantFrom('body_1', 'header_image', 'a b'), value: text }),
    4,
  ),
  callbackData: object({ a: text }),
})

const payload: fc.Arbitrary<Payload> = fc.oneof(
  {
    weight: 4,
    arbitrary: session.map((body) => ({ endpoint: 'send/messages' as const, body: plain(body) })),
  },
  template.map((body) => ({
    endpoint: 'send/whatsapp_templated_messages' as const,
    body: plain(body),
  })),
)

function plain(body: object): JsonObject {
  return JSON.parse(JSON.stringify(body))
}

const interactive = ['listRules', 'replyButtonRules', 'productRules']

describe('the rules, as the client is built', () => {
  let built: typeof import('./helpers/judge-as-client.ts')
  beforeAll(async () => {
    built = await load('test/helpers/judge-as-client.ts', isJudge)
  })

  function judgeAsClient(
    { endpoint, body }: Payload,
    more: readonly string[] = [],
  ): readonly NamedFinding[] {
    if (endpoint !== 'send/messages') {
      return built.judgeParts(templateRoot(body), [built.templateRules])
    }
    const message = isObject(body['message']) ? body['message'] : {}
    const names = new Set([...rulePartNames([message]), ...more])
    return built.judgeParts(body, [...names].map(partNamed))
  }

  function partNamed(name: string): RulePart {
    const part = Object.entries(built).find(([exported]) => exported === name)?.[1]
    if (typeof part === 'object') return part
    throw new TypeError(`the client exports no ${name}`)
  }

  it('say of every finished message what the rules say', () => {
    const broken = new Set<string | undefined>()
    const say = (findings: readonly NamedFinding[]): unknown =>
      findings.map(({ rule, severity, message, path }) => ({ rule, severity, message, path }))
    fc.assert(
      fc.property(payload, (judged) => {
        for (const { rule } of judgePayload(judged)) broken.add(rule)
        expect(say(judgeAsClient(judged))).toEqual(say(judgePayload(judged)))
        // Another locale of the message may have other content, and share tables with this one.
        expect(say(judgeAsClient(judged, interactive))).toEqual(say(judgePayload(judged)))
      }),
      { numRuns: 250, seed: 7 },
    )
    expect(checks.map(({ name }) => name).filter((name) => !broken.has(name))).toEqual([])
  })
})
