import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import config from '../connectly.config.ts'
import { prepareMessage } from '../src/emit/define-message.ts'
import { renderFallback, renderMessage } from '../src/emit/render.ts'
import { judgeWire } from '../src/language/judge-wire.ts'
import { validatePayload } from '../src/language/validate-payload.ts'
import { isObject, type JsonValue } from '../src/model/json.ts'
import { contentTypeOf, contentTypes } from '../src/model/message.ts'
import type { Payload } from '../src/model/payload.ts'
import { compileFiles } from './helpers/compile-yaml.ts'

// The config as it stands, on the sources instead of the built package.
vi.mock('connectly-messages', () => import('../src/model/define-config.ts'))

const folder = join(import.meta.dirname, '../messages')

const files = Object.fromEntries(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.replaceAll('\\', '/'))
    .map((name) => [`messages/${name}`, readFileSync(join(folder, name), 'utf8')]),
)

const { locales, rules = {} } = config
const settings = { preset: 'recommended', rules } as const
const compiled = compileFiles(files, {
  settingsFor: () => settings,
  locales: { default: locales?.default ?? '', all: locales?.all ?? [] },
})
const { messages } = compiled

/** Every value in a message, with the path of keys to it (indexes left out). */
function* walk(value: JsonValue, path = ''): Generator<readonly [path: string, JsonValue]> {
  yield [path, value]
  if (Array.isArray(value)) for (const item of value) yield* walk(item, `${path}[]`)
  else if (isObject(value)) {
    for (const [key, child] of Object.entries(value)) yield* walk(child, `${path}.${key}`)
  }
}

const bodies = messages.flatMap(({ name, bodies: byLocale }) =>
  Object.entries(byLocale).map(([locale, body]) => ({ name, locale, body })),
)
const places = bodies.flatMap(({ body }) => [...walk(body.message)])
const paths = new Set(places.map(([path]) => path))

describe('the messages of this repository', () => {
  it('have no findings of any severity', () => {
    expect(compiled.diagnostics).toEqual([])
    expect(messages.length).toBe(Object.keys(files).filter((name) => !isVariant(name)).length)
  })

  it('show every content type', () => {
    const shown = new Set(bodies.map(({ body }) => contentTypeOf(body.message)))
    expect(shown).toEqual(new Set(contentTypes))
  })

  it('show every kind of attachment and of header', () => {
    const kinds = (pattern: RegExp): unknown[] =>
      [...new Set(places.filter(([path]) => pattern.test(path)).map(([, value]) => value))].sort()
    expect(kinds(/^\.attachments\[\]\.type$/)).toEqual(['audio', 'document', 'image', 'video'])
    expect(kinds(/\.header\.attachment\.type$/)).toEqual(['document', 'image', 'video'])
    expect(paths).toContain('.listMessage.header.text')
    expect(paths).toContain('.replyButtonMessage.header.text')
    expect(paths).toContain('.multiProductMessage.header.text')
  })

  it('show loops, loops in loops, and conditions', () => {
    expect(paths).toContain('.listMessage.sections[].rows[].$each')
    const nested = places.filter(
      ([path, value]) => path === '.listMessage.sections[]' && hasInner(value),
    )
    expect(nested).not.toEqual([])
    const conditions = places.filter(([path]) => path.endsWith('.$if')).map(([, value]) => value)
    expect(conditions).toContainEqual(expect.stringMatching(/^not /))
    expect(conditions).toContainEqual(expect.stringMatching(/^\w+\.\w+$/))
  })

  it('show a number that is nothing but a variable', () => {
    expect(places).toContainEqual(['.location.latitude', '{{ latitude }}'])
    const pickup = messages.find(({ name }) => name === 'couriers/pickup-point')
    expect(pickup?.variables['latitude']?.type).toBe('number')
  })

  it('show a fallback in every locale of the config', () => {
    const confirmed = messages.find((message) => message.name === 'orders/confirmed')
    const languages = Object.entries(confirmed?.bodies ?? {}).map(
      ([locale, { fallback }]) => `${locale} ${fallback?.language}`,
    )
    expect(languages).toEqual(['en en', 'es es', 'pt-BR pt_BR'])
    expect(Object.keys(confirmed?.bodies ?? {})).toEqual(locales?.all)
  })
})

describe.each(messages)('$name', (message) => {
  const cases = message.examples.flatMap((example) =>
    Object.keys(message.bodies).map((locale) => ({ title: example.name, example, locale })),
  )

  it('has an example', () => {
    expect(cases).not.toEqual([])
  })

  it.each(cases)('is a valid request with "$title" in $locale', ({ example, locale }) => {
    const filled = prepareMessage(message, example.variables, locale)
    const envelope = { to: '+16044441111' }
    const payloads = [renderMessage(filled, envelope), renderFallback(filled, envelope)]
    for (const payload of payloads) if (payload !== undefined) expectValid(payload)
  })
})

function expectValid(payload: Payload): void {
  expect(validatePayload(payload.endpoint, payload.body)).toEqual([])
  expect(judgeWire(payload)).toEqual([])
  expect(JSON.stringify(payload.body)).not.toMatch(/\$each|\$if|undefined/)
}

function hasInner(section: JsonValue): boolean {
  if (!isObject(section) || !Object.hasOwn(section, '$each')) return false
  const { rows } = section
  return Array.isArray(rows) && rows.some((row) => isObject(row) && Object.hasOwn(row, '$each'))
}

function isVariant(name: string): boolean {
  return /\.[a-z]{2}(?:-[A-Z]{2})?\.yaml$/.test(name)
}
