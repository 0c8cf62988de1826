import { describe, expect, it } from 'vitest'
import { lintForAuthor } from '../../src/language/lint-author.ts'
import { limitsOf } from '../../src/language/rule-limits.ts'
import { rules } from '../../src/language/rules/index.ts'
import type { JsonValue } from '../../src/model/json.ts'
import {
  compileAlone,
  compileFiles,
  compileYaml,
  printDiagnostic,
} from '../helpers/compile-yaml.ts'

/** `rule line:column` of everything that is said of a file. */
function places(text: string): readonly string[] {
  return compileYaml(text).diagnostics.map((diagnostic) => {
    const [place] = printDiagnostic(diagnostic, text).split(' ')
    return `${diagnostic.rule} ${place}`
  })
}

function rulesFor(callbackData: JsonValue, variables: JsonValue = {}): readonly string[] {
  const file = { variables, message: { text: 'Hi' }, callbackData }
  return compileYaml(JSON.stringify(file)).diagnostics.map(({ rule }) => rule)
}

describe('secrets in callbackData', () => {
  // Put together here, so that nothing takes this file for a leak.
  const forms = [
    `AKIA${'ABCD'.repeat(4)}`,
    `ghp_${'a1B2'.repeat(9)}`,
    `github_pat_${'a1B2'.repeat(8)}`,
    `sk_live_${'a1B2'.repeat(6)}`,
    `whsec_${'a1B2'.repeat(6)}`,
    `xoxb-${'1234567890'}-abcdef`,
    `AIza${'a1B2-'.repeat(7)}`,
    `eyJ${'hbGciOiJI'}.eyJ${'zdWIiOiIx'}.c2ln`,
    `-----BEGIN RSA ${'PRIVATE'} KEY-----`,
    `Bearer ${'a1B2'.repeat(8)}`,
    'postgres://crm:hunter2@db.example.com/x',
  ]

  it.each(forms)('%s is taken for one', (secret) => {
    expect(rulesFor({ a: [{ b: `x ${secret}` }] })).toEqual(['secret-in-callback-data'])
  })

  it.each([
    'password',
    'userPassword',
    'api_key',
    'apiKey',
    'x-api-key',
    'accessToken',
    'token',
    'client_secret',
    'PRIVATE_KEY',
    'Authorization',
  ])('the key %s names one', (key) => {
    expect(rulesFor({ [key]: 'x' })).toEqual(['secret-in-callback-data'])
  })

  it.each([
    { tokens: 3, tokenType: 'a', passwordReset: 'yes', secretary: 'Ana', key: 'a', monkey: 'b' },
    { password: true, token: null, secret: { id: 'a' } },
    { id: '123e4567-e89b-12d3-a456-426614174000', url: 'https://example.com:8080/a@b' },
    { flow: 'token-refresh', note: 'the password was reset', primaryKey: 'a', sk: 'sk_test' },
    'a text',
    7,
  ])('%j holds none', (data) => {
    expect(rulesFor(data)).toEqual([])
  })

  it('a variable is known by its name, and no report shows what was found', () => {
    expect(rulesFor({ a: '{{ apiKey }}' }, { apiKey: 'string(9)' })).toEqual([
      'secret-in-callback-data',
    ])
    const text = `message: { text: Hi }\ncallbackData: { a: ${forms[0]}, b: "${forms[1]}" }\n`
    const said = compileYaml(text).diagnostics.map((diagnostic) => diagnostic.message)
    expect(said).toHaveLength(2)
    for (const form of forms) expect(said.join()).not.toContain(form)
  })
})

describe('addresses of files', () => {
  const file = (url: string): string =>
    `message:\n  attachments:\n    - { type: image, url: "${url}" }\n`

  it.each([
    ['http://cdn.example.com/a.png', ['url-not-https']],
    ['HTTP://cdn.example.com/a.png', ['url-not-https']],
    ['http://192.168.0.1/a.png', ['private-host']],
    ['https://ana@cdn.example.com/a.png', ['url-with-credentials']],
    ['https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1', ['expiring-url']],
    ['https://scontent-fra3-1.xx.fbcdn.net/v/a.png', ['expiring-url']],
    ['https://a.blob.core.windows.net/b/c.png?sv=1&se=2026-01-01&sig=x', ['expiring-url']],
    ['https://scontent.example.com/a.png', []],
    ['https://cdn.example.com/a.png?signature=1', []],
    ['ftp://localhost/a.png', ['attachment-url']],
    ['https://', ['attachment-url']],
  ])('%s gives %j', (url, rules) => {
    expect(compileYaml(file(url)).diagnostics.map(({ rule }) => rule)).toEqual(rules)
  })

  it('are judged in headers and templates too', () => {
    const text = `message:
  text: Hi
  replyButtonMessage:
    header: { attachment: { type: image, url: "http://localhost/a.png" } }
    buttons: [{ id: go, text: Go }]
fallback:
  templateName: hi
  language: en
  parameters: { header_image: "http://cdn.example.com/a.png", body_1: "http://localhost" }
`
    expect(places(text)).toEqual(['private-host 4:47', 'url-not-https 9:31'])
  })

  it('are not judged where the host is open', () => {
    const text = `variables:
  photo: { type: string, format: uri }
  host: { type: string, pattern: "^[a-z]{1,9}$" }
  id: { type: string, pattern: "^[a-z]{1,9}$" }
  site: { type: string, enum: ["cdn.example.com", localhost] }
message: { attachments: [{ type: image, url: "{{ photo }}" }] }
`
    const rulesOf = (url: string): readonly string[] =>
      places(text.replace('{{ photo }}', url)).filter((place) => !place.startsWith('unused'))
    expect(rulesOf('{{ photo }}')).toEqual([])
    expect(rulesOf('http://{{ host }}.example.com/{{ id }}')).toEqual([])
    const listed = text.replace('{{ photo }}', 'https://{{ site }}/{{ id }}')
    expect(places(listed)).toContain('private-host 6:46')
  })
})

describe('senders', () => {
  const senders = ['+14151111234', '+14151115678']
  const locales = { default: 'en', all: ['en', 'es'] }
  const said = (files: { readonly [path: string]: string }, list: readonly string[]) =>
    compileFiles(files, { senders: list, locales }).diagnostics.map(
      ({ file, rule }) => `${file} ${rule}`,
    )

  it('are asked for once, in the default file, and only where there are several', () => {
    const files = {
      'messages/hi.yaml': 'message: { text: Hi }\n',
      'messages/hi.es.yaml': 'message: { text: Hola }\n',
    }
    expect(said(files, senders)).toEqual(['messages/hi.yaml several-senders'])
    expect(said(files, senders.slice(1))).toEqual([])
    expect(said(files, [])).toEqual([])
  })

  it('must be listed, in either form, and once a number is right at all', () => {
    const message = 'message: { text: Hi }\n'
    const one = (sender: string): readonly string[] =>
      said(
        { 'messages/hi.yaml': `${message}sender: ${sender}\n`, 'messages/hi.es.yaml': message },
        senders,
      )
    expect(one('"+14151115678"')).toEqual([])
    expect(one('"+14151110000"')).toEqual(['messages/hi.yaml unknown-sender'])
    expect(one('{ id: "+14151110000" }')).toEqual(['messages/hi.yaml unknown-sender'])
    expect(one('"14151110000"')).toEqual(['messages/hi.yaml phone-number'])
  })
})

describe('templates', () => {
  const file = (language: string, parameters: string): string => `message: { text: Hi }
fallback: { templateName: hi, language: ${language}, parameters: { ${parameters} } }
`
  it.each(['en', 'en_US', 'fil', 'zh_HK'])('%s is a language', (language) => {
    expect(places(file(language, ''))).toEqual([])
  })

  it.each(['pt-BR', 'EN', 'english', 'en_us', 'en_US_x'])('%s is none', (language) => {
    expect(places(file(language, ''))).toEqual(['template-language 2:41'])
  })

  it.each([
    ['body_1: a, body_15: b, button_2_url: c, header_text: d', 0],
    ['body_0: a', 1],
    ['body_16: a', 1],
    ['Body_1: a', 1],
    ['header: a, footer: b', 2],
    ['button_1: a', 1],
  ])('{ %s } has %i names that are not documented', (parameters, count) => {
    const found = places(file('en', parameters))
    expect(found.filter((place) => place.startsWith('template-parameter'))).toHaveLength(count)
    expect(found).toHaveLength(count)
  })

  it('a long value of the body is a warning, a value that fits no template an error', () => {
    const value = (length: number): string => file('en', `body_1: ${'a'.repeat(length)}`)
    const severities = (text: string): readonly string[] =>
      compileYaml(text).diagnostics.map(({ rule, severity }) => `${rule} ${severity}`)
    expect(severities(value(1024))).toEqual([])
    expect(severities(value(1025))).toEqual(['text-too-long warning'])
    expect(severities(value(32_769))).toContain('text-too-long error')
  })
})

describe('listed values', () => {
  const body = (label: string, guard = ''): string => `variables:
  topic: { type: string, enum: [Returns, Repairs and new soles, "Returns and repairs of it"] }
  name: { type: string, maxLength: 30 }
  vip: boolean
message:
  text: "{{ topic }} {{ name }} {{ vip }}"
  replyButtonMessage:
    buttons:
      - { id: a, text: Ask }
      - { ${guard}id: topic, text: "${label}" }
`
  it('are named one by one where they hide behind a longer variable', () => {
    const found = places(body('{{ topic }} {{ name }}'))
    expect(found.filter((place) => place.startsWith('useless-value'))).toEqual([
      'useless-value 2:42',
      'useless-value 2:65',
    ])
  })

  it('are not called useless where the text need not be there, or names them itself', () => {
    const guarded = places(body('{{ topic }} {{ name }}', '$if: vip, '))
    expect(guarded.map((place) => place.split(' ')[0])).toEqual(['text-too-long'])
    const [only] = compileYaml(body('{{ topic }}')).diagnostics
    expect(only?.message).toMatch(/take "Repairs and new soles", .* out of `topic`$/)
  })

  it('are shown in the text of a locale, since another file declares them', () => {
    const { diagnostics } = compileFiles({
      'messages/hi.yaml': body('Go'),
      'messages/hi.es.yaml': body('{{ topic }} {{ name }}').replace(
        /^variables:[\s\S]*?(?=message:)/,
        '',
      ),
    })
    const useless = diagnostics.filter(({ rule }) => rule === 'useless-value')
    expect(useless.map(({ file, path }) => `${file} ${path.at(-1)}`)).toEqual([
      'messages/hi.es.yaml text',
      'messages/hi.es.yaml text',
    ])
  })
})

it('callbackData is near its limit only where it is within', () => {
  const data = (length: number): readonly string[] => rulesFor('a'.repeat(length))
  expect(data(919)).toEqual([])
  expect(data(920)).toEqual(['callback-data-near-limit'])
  expect(data(1022)).toEqual(['callback-data-near-limit'])
  expect(data(1023)).toEqual(['callback-data-too-large'])
})

it('callbackData made to be slow is read at once', () => {
  const start = performance.now()
  for (const piece of [
    'a.',
    'eyJ-',
    'eyJaaaaaaaa.',
    '://',
    'a://b:',
    '-----BEGIN ',
    'a_key',
    'Bearer ',
  ]) {
    rulesFor({ [piece.repeat(9_000)]: piece.repeat(9_000) })
  }
  expect(performance.now() - start).toBeLessThan(5000)
})

it('the limits that advice speaks of are known as those of its rule', () => {
  const context = { senders: ['+14151111234', '+14151115678'], isVariant: false, variables: [] }
  const pairs = rules.flatMap(({ examples }) =>
    examples.flatMap(({ yaml }) => {
      const { bounds } = compileAlone(yaml)
      return bounds === undefined ? [] : lintForAuthor(bounds, context)
    }),
  )
  const limited = pairs.filter(({ limit }) => limit !== undefined)
  const unknown = limited.filter(({ rule, limit }) => limit && !limitsOf(rule).includes(limit))
  expect(unknown.map(({ rule, limit }) => `${rule}: ${limit?.id}`)).toEqual([])
  expect(new Set(limited.map(({ limit }) => limit?.id)).size).toBe(5)
  expect(pairs.filter(({ severity }) => severity !== 'warning')).toEqual([])
})
