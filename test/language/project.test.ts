import { describe, expect, it } from 'vitest'
import { compileFiles, compileYaml } from '../helpers/compile-yaml.ts'

const hello = 'variables:\n  name: string(40)\nmessage:\n  text: "Hello {{ name }}"\n'
const hola = 'message:\n  text: "Hola {{ name }}"\n'
const locales = { default: 'en', all: ['en', 'es', 'pt-BR'] }
const withoutMissing = { preset: 'recommended', rules: { 'missing-locale': 'off' } } as const
const two = { locales: { default: 'en', all: ['en', 'es'] } }

function rulesOf(compiled: ReturnType<typeof compileFiles>): readonly string[] {
  return compiled.diagnostics.map(({ file, rule }) => `${file} ${rule}`)
}

describe('compileProject', () => {
  it('gives the messages by name, with what their files say', () => {
    const { messages, files, proven, diagnostics, sources } = compileFiles({
      'messages/b.yaml': hello,
      'messages/a/c.yaml': `description: " Greets. "\n${hello}campaignName: x\nsender: "+14151111234"\n`,
    })
    expect(diagnostics).toEqual([])
    expect(messages.map(({ name }) => name)).toEqual(['a/c', 'b'])
    expect(files).toBe(2)
    expect(proven).toBeGreaterThan(0)
    expect(sources.get('messages/b.yaml')?.text).toBe(hello)
    expect(messages[0]).toEqual({
      name: 'a/c',
      description: 'Greets.',
      variables: { name: { type: 'string', maxLength: 40 } },
      bodies: { default: { message: { text: 'Hello {{ name }}' } } },
      campaignName: 'x',
      sender: '+14151111234',
      examples: [],
      files: { default: 'messages/a/c.yaml' },
    })
  })

  it('joins the locales of a message, the default one first', () => {
    const { messages, diagnostics } = compileFiles(
      {
        'messages/a.es.yaml': hola,
        'messages/a.yaml': hello,
        'messages/a.pt-BR.yaml': hola.replace('Hola', 'Oi'),
      },
      { locales },
    )
    expect(diagnostics).toEqual([])
    expect(Object.keys(messages[0]?.bodies ?? {})).toEqual(['en', 'es', 'pt-BR'])
    expect(messages[0]?.files).toEqual({
      en: 'messages/a.yaml',
      es: 'messages/a.es.yaml',
      'pt-BR': 'messages/a.pt-BR.yaml',
    })
  })

  it('lets a variant have a fallback of its own, and inherit the default one', () => {
    const fallback = (language: string) => `fallback: { templateName: hi, language: ${language} }\n`
    const { messages } = compileFiles({
      'messages/a.yaml': hello + fallback('en'),
      'messages/a.es.yaml': hola + fallback('es'),
      'messages/a.de.yaml': hola.replace('Hola', 'Hallo'),
    })
    const languages = Object.values(messages[0]?.bodies ?? {}).map(
      (body) => body.fallback?.language,
    )
    expect(languages).toEqual(['en', 'en', 'es'])
  })

  it('leaves out a message one of whose files has an error, and no other', () => {
    const compiled = compileFiles(
      {
        'messages/a.yaml': hello,
        'messages/a.es.yaml': 'message:\n  text: "Hola {{ nmae }}"\n',
        'messages/b.yaml': hello,
        'messages/c.yaml': 'variables:\n  x: string\nmessage:\n  text: Hi\n',
      },
      { ...two, settingsFor: () => withoutMissing },
    )
    expect(compiled.messages.map(({ name }) => name)).toEqual(['b', 'c'])
    expect(rulesOf(compiled)).toEqual([
      'messages/a.es.yaml undeclared-variable',
      'messages/c.yaml unused-variable',
    ])
  })

  it('orders diagnostics by file and place, whatever the order of the files', () => {
    const files = Object.entries({
      'messages/z.yaml': 'message:\n  txet: a\n',
      'messages/a.yaml': 'variables:\n  b: string\n  a: string\nmessage:\n  text: "{{ c }}"\n',
      'messages/B.yaml': hello,
    })
    const forwards = compileFiles(Object.fromEntries(files))
    const backwards = compileFiles(Object.fromEntries(files.toReversed()))
    expect(backwards.diagnostics).toEqual(forwards.diagnostics)
    const places = forwards.diagnostics.map(
      ({ file, range }) => `${file} ${String(range.start).padStart(6)}`,
    )
    expect(places).toEqual(places.toSorted())
    expect(forwards.diagnostics.length).toBeGreaterThan(3)
  })

  it('reports a bad declaration once, in the default file', () => {
    const compiled = compileFiles(
      {
        'messages/a.yaml': hello.replace('string(40)', '{ type: strnig }'),
        'messages/a.es.yaml': hola,
        'messages/a.pt-BR.yaml': hola,
      },
      { locales },
    )
    expect(rulesOf(compiled)).toEqual(['messages/a.yaml invalid-value'])
  })

  it('finds what a variant breaks beside a bad declaration that it inherits', () => {
    const button = 'replyButtonMessage: { buttons: [{ id: a, text: "A {{ long }}" }] }'
    const message = `message: { text: "Hello {{ who }}", ${button} }\n`
    const variables =
      'variables:\n  who: { type: string, enum: [a], default: b }\n  long: string(30)\n'
    const compiled = compileFiles(
      {
        'messages/a.yaml': variables + message,
        'messages/a.es.yaml': message,
      },
      two,
    )
    expect(rulesOf(compiled)).toEqual([
      'messages/a.es.yaml text-too-long',
      'messages/a.yaml invalid-declaration',
      'messages/a.yaml text-too-long',
    ])
  })

  it('proves limits for every locale, and offers a fix in the file that declares', () => {
    const buttons = (text: string) =>
      `message:\n  text: x\n  replyButtonMessage:\n    buttons: [{ id: a, text: "${text} {{ name }}" }]\n`
    const { diagnostics } = compileFiles(
      {
        'messages/a.yaml': `variables:\n  name: string(17)\n${buttons('Hi')}`,
        'messages/a.es.yaml': buttons('Hola'),
      },
      two,
    )
    expect(diagnostics).toHaveLength(1)
    expect(diagnostics[0]).toMatchObject({
      file: 'messages/a.es.yaml',
      rule: 'text-too-long',
      fixes: [{ edits: [{ file: 'messages/a.yaml' }] }],
      counterexample: { name: expect.stringMatching(/^.{17}$/) },
    })
  })

  it('names what is wrong with the files themselves', () => {
    expect(rulesOf(compileFiles({ 'messages/Bad Name.yaml': hello }))).toEqual([
      'messages/Bad Name.yaml invalid-name',
    ])
    expect(
      rulesOf(compileFiles({ 'messages/a.es.yaml': hola.replace('{{ name }}', 'tú') })),
    ).toEqual(['messages/a.es.yaml variant-without-default'])
    const twins = compileFiles({ 'messages/a-b.yaml': hello, 'messages/a_b.yaml': hello })
    expect(twins.diagnostics.map(({ rule }) => rule)).toEqual(['name-collision'])
    expect(twins.messages.length).toBeLessThan(2)
  })

  it.each([
    ['es_MX', '`es_MX` is written `es-MX`'],
    ['ES', '`ES` is written `es`'],
    ['english', '`english` is no locale'],
  ])('says one thing of a file with the tag %s, not what it lacks beside it', (tag, said) => {
    const { diagnostics, messages } = compileFiles(
      { 'messages/a.yaml': hello, [`messages/a.${tag}.yaml`]: hola, 'messages/a.es.yaml': hola },
      { locales: { default: 'en', all: ['en', 'es'] } },
    )
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['invalid-name'])
    expect(diagnostics[0]?.message).toContain(said)
    expect(messages).toEqual([])
  })

  it('says one thing of a variant of a message whose name is wrong', () => {
    const compiled = compileFiles({ 'messages/Late.yaml': hello, 'messages/Late.es.yaml': hola })
    expect(rulesOf(compiled)).toEqual([
      'messages/Late.es.yaml invalid-name',
      'messages/Late.yaml invalid-name',
    ])
  })

  it('reads a file with a wrong tag by itself where nothing has its name', () => {
    const compiled = compileFiles({ 'messages/v1.2.yaml': hello, 'messages/v1.3.yaml': hello })
    expect(rulesOf(compiled)).toEqual([
      'messages/v1.2.yaml invalid-name',
      'messages/v1.3.yaml invalid-name',
    ])
  })

  it('checks locales against the config', () => {
    const compiled = compileFiles(
      { 'messages/a.yaml': hello, 'messages/a.es.yaml': hola, 'messages/a.fr.yaml': hola },
      { locales },
    )
    expect(rulesOf(compiled)).toEqual([
      'messages/a.fr.yaml unlisted-locale',
      'messages/a.yaml missing-locale',
    ])
  })

  it('says once that the config lists no locales where files are written in some', () => {
    const files = {
      'messages/a.yaml': hello,
      'messages/b.yaml': hello,
      'messages/b.pt-BR.yaml': hola,
      'messages/b.es.yaml': hola,
      'messages/c.yaml': hello,
      'messages/c.en.yaml': hola,
    }
    const { diagnostics } = compileFiles(files)
    expect(diagnostics).toMatchObject([
      { file: 'messages/b.es.yaml', rule: 'unlisted-locale', severity: 'warning' },
    ])
    expect(diagnostics[0]?.message).toContain(
      '`locales: { default: fr, all: [fr, en, es, pt-BR] }`',
    )
    const quiet = '# connectly-disable unlisted-locale -- later\n'
    expect(rulesOf(compileFiles({ ...files, 'messages/b.es.yaml': quiet + hola }))).toEqual([])
    const off = { preset: 'recommended', rules: { 'unlisted-locale': 'off' } } as const
    expect(rulesOf(compileFiles(files, { settingsFor: () => off }))).toEqual([])
  })

  it('judges examples only when nothing else was found', () => {
    const bad = 'examples:\n  - { name: x, variables: { name: 7 } }\n'
    expect(compileYaml(bad + hello).diagnostics.map(({ rule }) => rule)).toEqual([
      'invalid-example',
    ])
    const both = compileYaml(bad + hello.replace('Hello', '{{ nobody }}'))
    expect(both.diagnostics.map(({ rule }) => rule)).toEqual(['undeclared-variable'])
  })

  it('judges an example in every locale', () => {
    const text =
      'variables:\n  pdf: { type: string, pattern: "^[a-z:/.]+$" }\nexamples:\n  - { name: x, variables: { pdf: "ftp://a.example/x" } }\n'
    const body = 'message:\n  attachments: [{ type: image, url: "{{ pdf }}" }]\n'
    const { diagnostics } = compileFiles({ 'messages/a.yaml': text + body })
    expect(diagnostics.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['invalid-example', 'error'],
      ['attachment-url', 'warning'],
    ])
  })

  it('never throws and never hangs, whatever a file holds', () => {
    const texts = [
      '',
      '\u0000',
      '[]',
      '- a',
      'null',
      'message:',
      'message: []',
      'message: {}',
      '? ',
      '&a [*a]',
      '{'.repeat(500),
      'variables: []',
      'variables: { a: null }',
      'message: { text: "{{" }',
      '__proto__: 1\nconstructor: 2\n',
      'examples: [null]\nmessage: { text: a }',
      'message: { listMessage: { sections: [[[]]] } }',
      'callbackData: .inf\nmessage: { text: a }',
    ]
    for (const text of texts) {
      const { diagnostics, messages } = compileYaml(text)
      expect(diagnostics.length, text).toBeGreaterThan(0)
      expect(messages).toEqual([])
      for (const { range } of diagnostics) {
        expect(range.start).toBeGreaterThanOrEqual(0)
        expect(range.end).toBeLessThanOrEqual(text.length)
      }
    }
  })
})
