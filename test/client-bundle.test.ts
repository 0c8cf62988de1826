import { runInNewContext } from 'node:vm'
import { describe, expect, it, vi } from 'vitest'
import { builtClient, bundleProgram as bundle } from './helpers/bundle-client.ts'

// A bundler takes its time, the more so beside other tests.
vi.setConfig({ testTimeout: 60_000 })

describe('the index of generated senders, bundled', () => {
  it('gives one sender to whoever imports one', async () => {
    const code = await bundle("export { sendShowroomFindUs } from './test/generated/index.ts'", {
      isClientExternal: true,
    })
    expect(code.match(/name:[`"'][\w/-]+(?=[`"'],variables:)/g)).toHaveLength(1)
    expect(code).toContain('showroom/find-us')
    expect(code).not.toMatch(/orders\//)
  })

  it('leaves nothing of the client where nothing is used', async () => {
    const code = await bundle("import 'connectly-messages/client'\nexport const a = 1")
    expect(code.length).toBeLessThan(100)
  })

  it('says of every call that only makes something that it can be left out', async () => {
    const calls = (await builtClient()).match(/^(?:const|let|var) [\w$]+ = (?:new )?[\w.]+\(.*/gm)
    // What every application that sends needs.
    expect(calls?.map((line) => line.replace(/^\w+ [\w$]+ = /, ''))).toEqual([
      'new TextEncoder();',
      'ky.create({',
      'Symbol.for("connectly-messages/traffic/1");',
    ])
  })

  it('brings no matcher of patterns along where expressions do', async () => {
    const code = await bundle(program)
    expect(code).toContain('/^WW[0-9]{6}$/u')
    expect(code).not.toContain('matchesAtEnd')
    const all = await bundle("export { linearPattern } from 'connectly-messages/client'")
    expect(all).toContain('matchesAtEnd')
  })

  it.each<[string, Partial<OldMessage>]>([
    ['pattern', { variables: { day: { type: 'string', pattern: '^.+$' } } }],
    ['format', { variables: { day: { type: 'string', format: 'date' } } }],
    ['tracking', { tracking: true }],
    ['number', { variables: { day: { type: 'integer' } } }],
    ['list', { variables: { day: { type: 'array', items: { type: 'string' }, maxItems: 2 } } }],
    ['enum', { variables: { day: { type: 'string', enum: ['2026-01-31'] } } }],
    ['text', contentOf({ text: '{{ day }}' })],
    ['location', contentOf({ location: { latitude: 1, longitude: 2 } })],
    ['attachments', contentOf({ attachments: [] })],
    [
      'file in a header',
      contentOf({ text: 'a', replyButtonMessage: withFile }, 'replyButtonRules'),
    ],
    ['listMessage', contentOf({ text: 'a', listMessage: {} })],
    ['replyButtonMessage', contentOf({ text: 'a', replyButtonMessage: {} })],
    ['singleProductMessage', contentOf({ singleProductMessage: {} })],
    ['multiProductMessage', contentOf({ multiProductMessage: {} })],
    [
      'fallback',
      { bodies: { default: { message, fallback: { templateName: 'a', language: 'en' } } } },
    ],
  ])('refuses code that an older version generated: %s', async (_word, more) => {
    const code = await bundle(
      "export { defineMessage, replyButtonRules, textRules } from 'connectly-messages/client'",
    )
    const built = await import(`data:text/javascript,${encodeURIComponent(code)}`)
    const sent: unknown[] = []
    const client = { send: async (payload: unknown) => sent.push(payload) }
    const { rules = [], ...definition } = { ...textMessage, ...more }
    const named = rules.map((name) => built[name])
    const sender = built.defineMessage({ ...definition, rules: named })
    const day = definition.variables.day.type === 'integer' ? 1 : '2026-01-31'
    const options = { to: '+16044441111', variables: { day }, fallback: true }
    await expect(sender.send(client, options)).rejects.toThrow(/run `connectly generate`/)
    expect(sent).toEqual([])
  })

  it('leaves nothing where nothing of it is used', async () => {
    const code = await bundle("import './test/generated/index.ts'\nexport const a = 1", {
      isClientExternal: true,
    })
    expect(code).toMatch(/^(?:import"connectly-messages\/client";)?const e=1;export{e as a};$/)
  })
})

const message = { text: '{{ day }}' }
const withFile = { header: { attachment: {} } }

const textMessage: OldMessage = {
  name: 'a',
  variables: { day: { type: 'string' } },
  bodies: { default: { message } },
  rules: ['textRules'],
}

interface OldMessage {
  readonly name: string
  readonly variables: { readonly day: { readonly type: string; readonly [more: string]: unknown } }
  readonly bodies: { readonly default: { readonly message: object; readonly fallback?: object } }
  readonly tracking?: boolean
  readonly rules?: readonly string[]
}

function contentOf(content: object, ...rules: readonly string[]): Partial<OldMessage> {
  return { bodies: { default: { message: content } }, rules }
}

const program = `
import { createClient } from 'connectly-messages/client'
import { sendOrdersShipped } from './test/generated/index.ts'
export const send = (fetch: typeof globalThis.fetch) =>
  sendOrdersShipped(createClient({ businessId: 'a-b', apiKey: 'secret', fetch }), {
    to: '+16044441111',
    locale: 'es',
    variables: {
      customer: 'Ana', orderId: 'WW104233', canRedirect: true,
      parcels: [{ id: '1', label: 'Boots', carrier: 'Sur', due: '2026-11-05', tracked: true }],
    },
  })
`

/** What Node, Bun, Deno, workers and browsers all have. */
const webGlobals = {
  AbortController,
  AbortSignal,
  DOMException,
  Headers,
  ReadableStream,
  Request,
  Response,
  TextDecoder,
  TextEncoder,
  URL,
  URLSearchParams,
  clearTimeout,
  crypto,
  performance,
  queueMicrotask,
  setTimeout,
  structuredClone,
  FormData,
  Blob,
}

describe('the client, bundled', () => {
  it('names nothing of one runtime', async () => {
    const code = await bundle("export * from 'connectly-messages/client'")
    const foreign =
      /\bnode:\w+|\brequire\s*\(|\bprocess\s*[.?[]|\bBuffer\b|\b__dirname\b|\bimport\b/g
    expect(code.match(foreign)).toBe(null)
  })

  it('sends with the globals of the web alone', async () => {
    const code = await bundle(program, { format: 'iife' })
    const context = { ...webGlobals, console, result: undefined as unknown }
    const requests: Request[] = []
    const fetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
      requests.push(new Request(input, init))
      return Response.json({ id: '01FRRVK645V350357FGV2Y1B16' }, { status: 201 })
    }
    const sent: unknown = await runInNewContext(`${code}\nprogram.send(fetch)`, {
      ...context,
      fetch,
    })
    expect(sent).toMatchObject({ id: '01FRRVK645V350357FGV2Y1B16' })
    expect(requests).toHaveLength(1)
    expect(requests[0]?.headers.get('x-api-key')).toBe('secret')
    expect(JSON.parse((await requests[0]?.text()) ?? '')).toMatchObject({
      message: {
        text: 'Hola Ana: el pedido WW104233 está en camino. ¿Qué paquete quieres seguir?',
      },
    })
  })
})
