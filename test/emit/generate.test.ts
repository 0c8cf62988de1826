import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type GeneratedFiles, generateFiles } from '../../src/emit/generate.ts'
import type { CompiledMessage } from '../../src/model/message.ts'
import { hostileMessage } from '../fuzz/hostile-messages.ts'
import { clientTypes, writeClientTypes } from '../helpers/client-types.ts'
import { compileFiles } from '../helpers/compile-yaml.ts'
import { caseSeed, diceOf } from '../proof/dice.ts'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../..')
const nodeModules = join(root, 'node_modules')

const hostileTexts = [
  '*/ globalThis.hacked = 1 /*',
  `\`\${globalThis.hacked = 1}\``,
  "'; globalThis.hacked = 1; '",
  '"; globalThis.hacked = 1; "',
  '\\',
  '\u2028globalThis.hacked = 1\u2029',
  '\u202eright to left',
  '</script><script>',
  '<!-- globalThis.hacked = 1',
  '//# sourceMappingURL=/etc/passwd',
  '@deprecated {@link x}',
  '\r\nglobalThis.hacked = 1\r\n',
]

function message(fields: Partial<CompiledMessage>): CompiledMessage {
  return {
    name: 'ping',
    variables: {},
    bodies: { default: { message: { text: 'Ping' } } },
    examples: [],
    files: { default: 'messages/ping.yaml' },
    ...fields,
  }
}

const shipped = message({
  name: 'orders/shipped',
  description: 'Sent when the courier has picked the parcel up.',
  variables: {
    customer: { type: 'string', maxLength: 40, description: 'The first name.', title: 'Customer' },
    status: { type: 'string', enum: ['late', "in time, it's there"] },
    attempt: { type: 'integer', minimum: 1, maximum: 3, default: 1 },
    flag: { type: 'boolean', const: true },
    parcels: {
      type: 'array',
      maxItems: 9,
      items: {
        type: 'object',
        properties: {
          id: { type: 'string', maxLength: 12, description: 'What the label says.' },
          hasOwnProperty: { type: 'boolean' } as const,
          tags: { type: 'array', maxItems: 3, items: { type: 'string', enum: ['a', 'b'] } },
        },
      },
    },
    matrix: {
      type: 'array',
      maxItems: 3,
      items: { type: 'array', maxItems: 3, items: { type: 'number' } },
    },
    empty: { type: 'object', properties: {} },
    constructor: { type: 'string', maxLength: 3 } as const,
  },
  bodies: {
    en: { message: { text: 'Hi {{ customer }}' } },
    'pt-BR': { message: { text: 'Oi {{ customer }}' } },
    es: { message: { text: 'Hola {{ customer }}' } },
  },
  callbackData: { flow: 'tracking', 'order id': [1, 2] },
  campaignName: 'shipping-updates',
  sender: '+14151111234',
  order: { parentId: '01FPW47QF69Y5JZH24605VAKQB' },
})

const reminder = message({
  name: 'reminder',
  variables: { days: { type: 'integer', default: 2 } },
  bodies: {
    default: {
      message: { text: 'In {{ days }} days' },
      fallback: { templateName: 'reminder', language: 'en' },
    },
  },
})

const hostile = message({
  name: 'hostile',
  description: hostileTexts.join(' '),
  variables: {
    ...JSON.parse('{"hasOwnProperty": {"type": "boolean", "default": true}}'),
    ['__proto__']: { type: 'integer', default: 1 },
    __proto__fine: { type: 'string', maxLength: 3, description: hostileTexts.join('\n') },
    choice: { type: 'string', enum: hostileTexts, default: hostileTexts[0] ?? '' },
    text: { type: 'string', maxLength: 9, const: hostileTexts.join('') },
  },
  bodies: { default: { message: { text: hostileTexts.join('') } } },
  callbackData: JSON.parse('{"__proto__": {"hacked": 1}, "constructor": 2, "a*/b": 3}'),
})

const longName = message({
  name: `campaigns/${'a-rather-long-name-of-a-message-'.repeat(2)}end`,
  variables: { name: { type: 'string', maxLength: 3 } },
  bodies: { en: { message: { text: 'a' } }, es: { message: { text: 'b' } } },
})

const all = [shipped, reminder, hostile, longName, message({})]

/** Messages of hostile strings, as far as the linter lets them pass. */
function compileHostile(count: number): readonly CompiledMessage[] {
  const made = Array.from({ length: count }, (_, index) =>
    hostileMessage(diceOf(caseSeed(3, index)), index),
  )
  const files = made.flatMap(({ files: own }) => Object.entries(own))
  const sources = Object.fromEntries(files.map(([path, text]) => [`messages/${path}`, text]))
  const { messages } = compileFiles(sources, { locales: { default: 'en', all: ['en', 'es'] } })
  expect(messages).toHaveLength(count)
  return messages
}

const usage = (index: string): string => `
import type { Client } from 'connectly-messages/client'
import {
  renderOrdersShipped, renderPing, renderReminder,
  sendHostile, sendOrdersShipped, sendPing, sendReminder,
  type OrdersShippedLocale, type OrdersShippedVariables,
} from '${index}'

declare const client: Client
const parcels: readonly { id: string; hasOwnProperty: boolean; tags: ('a' | 'b')[] }[] = []
const variables: OrdersShippedVariables = {
  customer: 'Ana', status: 'late', flag: true, parcels, matrix: [[1]], empty: {}, constructor: 'x',
}
const locale: OrdersShippedLocale = 'pt-BR'
const to = '+16044441111'

const { id } = await sendOrdersShipped(client, { to, variables, locale, signal: undefined })
await sendOrdersShipped(client, { to: id, variables: { ...variables, attempt: 2 }, locale: 'es' })
await sendPing(client, { to })
await sendPing(client, { to, variables: {}, callbackData: { a: [1, null] }, messageId: 'm' })
await sendReminder(client, { to })
await sendReminder(client, { to, variables: { days: 3 } })
await sendReminder(client, { to, fallback: true })
renderOrdersShipped(variables, { locale: 'en' })
renderReminder()
renderReminder({ days: 1 })
renderPing().message.listMessage?.sections[0]?.rows[0]?.id.trim()

// @ts-expect-error this message has no fallback
await sendPing(client, { to, fallback: true })
// @ts-expect-error a locale is compulsory where there are several
await sendOrdersShipped(client, { to, variables })
// @ts-expect-error no such locale
await sendOrdersShipped(client, { to, variables, locale: 'fr' })
// @ts-expect-error variables are compulsory
await sendOrdersShipped(client, { to, locale })
// @ts-expect-error a variable is missing
await sendOrdersShipped(client, { to, locale, variables: { ...variables, customer: undefined } })
// @ts-expect-error an enum allows its values only
await sendOrdersShipped(client, { to, locale, variables: { ...variables, status: 'lost' } })
// @ts-expect-error no such variable
await sendReminder(client, { to, variables: { hours: 3 } })
// @ts-expect-error this message has no variables
await sendPing(client, { to, variables: { a: 1 } })
// @ts-expect-error this message has no locales
await sendPing(client, { to, locale: 'en' })
// @ts-expect-error somebody must receive it
await sendPing(client, {})
// @ts-expect-error no such choice
await sendHostile(client, { to, variables: { __proto__fine: 'a', text: 'b', choice: 'c' } })
// @ts-expect-error lists are not changed
variables.parcels.push({ id: '', hasOwnProperty: true, tags: [] })
`

const clientCode = `
export function defineMessage(definition) {
  return {
    definition,
    send: async (client, options) => ({ definition, client, options }),
    render: (variables, options) => ({ definition, variables, options }),
  }
}
`

const compilerOptions = {
  strict: true,
  module: 'nodenext',
  target: 'es2024',
  lib: ['es2024', 'dom'],
  types: [],
  verbatimModuleSyntax: true,
  erasableSyntaxOnly: true,
  allowImportingTsExtensions: true,
  isolatedModules: true,
  isolatedDeclarations: true,
  declaration: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitReturns: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  noEmit: true,
  paths: { 'connectly-messages/client': [clientTypes] },
}

let folder = ''
let files: GeneratedFiles = {}
let javaScript: GeneratedFiles = {}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'connectly-generate-'))
  await writeClientTypes(folder)
  files = await generateFiles(all, { importExtension: 'ts' })
  javaScript = await generateFiles(all, { importExtension: 'js', emit: 'js' })
  const written = {
    ...below('generated', files),
    ...below('javascript', javaScript),
    ...below('hostile', await generateFiles(compileHostile(16), { importExtension: 'ts' })),
    'usage.ts': usage('./generated/index.ts'),
    'usage-of-javascript.ts': usage('./javascript/index.js'),
    'package.json': '{ "type": "module" }',
    'tsconfig.json': JSON.stringify({
      compilerOptions,
      files: ['usage.ts', 'usage-of-javascript.ts', 'hostile/index.ts'],
    }),
    'node_modules/connectly-messages/package.json':
      '{ "type": "module", "exports": { "./client": "./client.js" } }',
    'node_modules/connectly-messages/client.js': clientCode,
  }
  for (const [path, text] of Object.entries(written)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
}, 60_000)

function below(name: string, generated: GeneratedFiles): { readonly [path: string]: string } {
  return Object.fromEntries(
    Object.entries(generated).map(([path, text]) => [`${name}/${path}`, text]),
  )
}

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

describe('generateFiles', () => {
  it.each([
    ['5.9', 'typescript-5.9/bin/tsc'],
    ['6', 'typescript-6/bin/tsc'],
    ['7', 'typescript/bin/tsc'],
  ])(
    'writes code that TypeScript %s accepts under the strictest flags',
    async (_, compiler) => {
      const arguments_ = [join(nodeModules, compiler), '-p', folder]
      const result = await run(process.execPath, arguments_).catch((error: unknown) => error)
      expect(result).toMatchObject({ stdout: '', stderr: '' })
    },
    60_000,
  )

  it('writes modules that do nothing when they are imported', async () => {
    const before = Object.keys(globalThis)
    const paths = Object.keys({ ...below('generated', files), ...below('javascript', javaScript) })
    for (const path of paths) {
      if (/(?<!\.d)\.[jt]s$/.test(path)) await import(pathToFileURL(join(folder, path)).href)
    }
    expect(Object.keys(globalThis)).toEqual(before)
  })

  it('writes the data of a message, without what only people read', async () => {
    const url = pathToFileURL(join(folder, 'generated/orders/shipped.ts')).href
    const module: Record<string, (...values: unknown[]) => { definition: unknown }> = await import(
      url
    )
    const rendered = module['renderOrdersShipped']?.({}, { locale: 'en' })
    expect(rendered?.definition).toMatchObject({
      name: 'orders/shipped',
      callbackData: { flow: 'tracking', 'order id': [1, 2] },
      campaignName: 'shipping-updates',
      sender: '+14151111234',
    })
    const text = files['orders/shipped.ts'] ?? ''
    expect(text).not.toContain('title')
    expect(text.match(/What the label says/g)).toHaveLength(1)
  })

  it.each(['generated/hostile.ts', 'javascript/hostile.js'])(
    'keeps hostile texts as they are, and as text, in %s',
    async (path) => {
      const url = pathToFileURL(join(folder, path)).href
      const module: Record<string, (...values: unknown[]) => { definition: CompiledMessage }> =
        await import(url)
      const definition = module['renderHostile']?.({}).definition
      expect(definition?.bodies['default']?.message['text']).toBe(hostileTexts.join(''))
      expect(definition?.variables['choice']?.enum).toEqual(hostileTexts)
      expect(JSON.stringify(definition?.callbackData)).toBe(JSON.stringify(hostile.callbackData))
      expect(globalThis).not.toHaveProperty('hacked')
    },
  )

  it('writes the same bytes in whatever order the messages come', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(all, { minLength: all.length }), async (messages) => {
        expect(await generateFiles(messages, { importExtension: 'ts' })).toEqual(files)
        const options = { importExtension: 'js', emit: 'js' } as const
        expect(await generateFiles(messages, options)).toEqual(javaScript)
      }),
      { numRuns: 5 },
    )
  })

  it('writes what a formatter would leave alone', async () => {
    for (const [path, text] of Object.entries({ ...files, ...javaScript })) {
      if (/\.[jt]s$/.test(path)) expect(await format(path, text)).toBe(text)
    }
  }, 30_000)

  it('writes the modules that people see in the documentation', async () => {
    await expect(files['orders/shipped.ts']).toMatchFileSnapshot('generated/orders-shipped.ts.out')
    await expect(files['index.ts']).toMatchFileSnapshot('generated/index.ts.out')
    const snapshot = 'generated/orders-shipped.js.out'
    await expect(javaScript['orders/shipped.js']).toMatchFileSnapshot(snapshot)
    await expect(javaScript['index.js']).toMatchFileSnapshot('generated/index.js.out')
    await expect(javaScript['index.d.ts']).toMatchFileSnapshot('generated/index.d.ts.out')
  })

  it('never writes any, and imports nothing but the client', () => {
    for (const [path, text] of Object.entries(files)) {
      expect(text).not.toMatch(/: any\b|<any>|as any/)
      const sources = [...text.matchAll(/^(?:import|\} ?)?.* from '(.+)'$/gm)].map(
        ([, from]) => from,
      )
      const isIndex = path === 'index.ts'
      if (!isIndex) expect(sources.every((from) => from === 'connectly-messages/client')).toBe(true)
    }
  })

  it('names modules in the index with .js where that is asked for', async () => {
    const generated = await generateFiles([message({})], { importExtension: 'js' })
    expect(generated['index.ts']).toContain("from './ping.js'")
  })

  it('writes an index that is a module even without messages', async () => {
    const generated = await generateFiles([], { importExtension: 'ts' })
    expect(Object.keys(generated)).toEqual(['index.ts', '.connectly-manifest.json'])
    expect(generated['index.ts']).toContain('export {}')
  })

  it('lists every file in the manifest', () => {
    for (const generated of [files, javaScript]) {
      const name = '.connectly-manifest.json'
      const manifest: { files: unknown } = JSON.parse(generated[name] ?? '')
      const paths = Object.keys(generated).filter((path) => path !== name)
      expect(manifest.files).toEqual(paths.sort())
    }
  })

  it('writes JavaScript without a word of TypeScript, and types without code', () => {
    for (const [path, text] of Object.entries(javaScript)) {
      if (path.endsWith('.js')) expect(text).not.toMatch(/\btype \w+ =|\binterface \w|as const/)
    }
    expect(javaScript['index.d.ts']).not.toMatch(/definition|return|\{\{/)
  })

  it('types a locale that another one stands in for, and says which', async () => {
    const standIns = { 'pt-BR': 'es', de: 'en' }
    const bodies = { en: { message: { text: 'a' } }, es: { message: { text: 'b' } } }
    const generated = await generateFiles(
      [message({ bodies, standIns }), message({ name: 'single', standIns: { de: 'default' } })],
      { importExtension: 'ts' },
    )
    expect(generated['ping.ts']).toContain(`/**
 * Locales of \`ping\`.
 *
 * It has no \`de\` of its own: \`en\` stands in.
 *
 * It has no \`pt-BR\` of its own: \`es\` stands in.
 */
export type PingLocale = 'en' | 'de' | 'es' | 'pt-BR'
`)
    expect(generated['ping.ts']).toContain("  standIns: { de: 'en', 'pt-BR': 'es' },\n")
    expect(generated['single.ts']).not.toMatch(/standIns|Locale/)
  })

  it('refuses names that would leave the output folder or give one identifier', async () => {
    const options = { importExtension: 'ts' } as const
    await expect(generateFiles([message({ name: '../ping' })], options)).rejects.toThrow(TypeError)
    const twins = [message({ name: 'a-b' }), message({ name: 'a_b' })]
    await expect(generateFiles(twins, options)).rejects.toThrow(TypeError)
  })
})

function format(path: string, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const biome = join(nodeModules, '.bin/biome')
    const child = execFile(
      biome,
      ['format', `--stdin-file-path=${path}`],
      { cwd: root },
      (error, stdout) => {
        if (error) reject(error)
        else resolve(stdout)
      },
    )
    child.stdin?.end(text)
  })
}
