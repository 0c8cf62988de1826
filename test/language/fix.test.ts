import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { type FixedProject, fixProject } from '../../src/language/fix.ts'
import type { ProjectFile } from '../../src/language/group-files.ts'
import { parseMessagePath } from '../../src/language/message-name.ts'
import { rules } from '../../src/language/rules/index.ts'
import type { Diagnostic } from '../../src/model/diagnostic.ts'
import { compileFiles, compileYaml, recommended } from '../helpers/compile-yaml.ts'
import { applyFix } from './apply-fix.ts'

// Every fix is judged by compiling again, which takes its time beside other tests.
vi.setConfig({ testTimeout: 30_000 })

interface Texts {
  readonly [path: string]: string
}

function fix(texts: Texts, unsafe: boolean): FixedProject {
  const files = Object.entries(texts).map(([path, text]): ProjectFile => {
    return { source: { path, text }, path: parseMessagePath(path.replace(/^messages\//, '')) }
  })
  return fixProject(files, { settingsFor: () => recommended }, { unsafe })
}

const only = 'messages/example.yaml'

function fixText(text: string, unsafe = false): string {
  return fix({ [only]: text }, unsafe).changed.get(only) ?? text
}

function reports({ diagnostics }: { readonly diagnostics: readonly Diagnostic[] }): string[] {
  return diagnostics.map(({ file, severity, rule }) => `${file} ${severity} ${rule}`)
}

function readFixtures(folder: string): readonly (readonly [name: string, text: string])[] {
  const root = join(import.meta.dirname, '../fixtures', folder)
  return readdirSync(root)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => [`${folder}/${name}`, readFileSync(join(root, name), 'utf8')])
}

const examples = rules.flatMap(({ name, examples: all }) =>
  all.map(({ title, yaml }): readonly [string, string] => [`${name}: ${title}`, yaml]),
)
const texts = [...readFixtures('invalid'), ...readFixtures('crlf'), ...examples]

/** Ways to write the same file that no fix may undo. */
const wrappers: readonly ((text: string) => string)[] = [
  (text) => text.replaceAll(/\r?\n/g, '\r\n'),
  (text) => `\ufeff${text.replace('\ufeff', '')}`,
  (text) => `# "first" \ud83d\ude80\n\n${text.replace('\ufeff', '')}`,
  (text) => (text.endsWith('\n') ? `${text}# last\n` : text),
]

describe.each([false, true])('with unsafe fixes: %s', (unsafe) => {
  it.each(texts)('%s has a fixed point without an error that it had not', (_, text) => {
    const before = compileYaml(text)
    const { changed, compilation } = fix({ [only]: text }, unsafe)
    const fixed = changed.get(only) ?? text
    expect(reports(compileYaml(fixed))).toEqual(reports(compilation))
    expect(fix({ [only]: fixed }, unsafe).changed.size).toBe(0)
    const known = new Set(reports(before))
    const added = reports(compilation).filter((report) => !known.has(report))
    expect(added.filter((report) => report.includes(' error '))).toEqual([])
    expect(changed.has(only)).toBe(fixed !== text)
  })

  it('keeps line ends, byte-order marks, comments and everything else around an edit', () => {
    const check = ([, text]: readonly [string, string], wrap: (text: string) => string): void => {
      expect(fixText(wrap(text), unsafe)).toBe(wrap(fixText(text, unsafe)))
    }
    const sample = fc.constantFrom(...texts)
    fc.assert(fc.property(sample, fc.constantFrom(...wrappers), check), { numRuns: 150 })
  })

  it('fixes every message of a project as if it were alone', () => {
    const check = (chosen: readonly (readonly [string, string])[]): void => {
      const named = chosen.map(([, text], index) => [`messages/m${index}.yaml`, text] as const)
      const { changed } = fix(Object.fromEntries(named), unsafe)
      for (const [path, text] of named) {
        expect(changed.get(path) ?? text).toBe(fixText(text, unsafe))
      }
    }
    const sample = fc.array(fc.constantFrom(...texts), { minLength: 2, maxLength: 4 })
    fc.assert(fc.property(sample, check), { numRuns: 40 })
  })
})

describe('every fix that is offered', () => {
  it.each(texts)('mends its finding in %s', (_, text) => {
    for (const diagnostic of compileYaml(text).diagnostics) {
      for (const offered of diagnostic.fixes ?? []) {
        const after = compileYaml(applyFix(text, offered)).diagnostics
        const same = ({ rule, message }: Diagnostic): boolean =>
          rule === diagnostic.rule && message === diagnostic.message
        const before = compileYaml(text).diagnostics.filter(same).length
        expect(after.filter(same).length).toBeLessThan(before)
      }
    }
  })
})

describe('what a fix writes', () => {
  it.each(texts)('is what the message says in %s', (_, text) => {
    for (const { message, fixes = [] } of compileYaml(text).diagnostics) {
      for (const { title } of fixes) {
        const [, written] = /^write (`[^`]+`)$/.exec(title) ?? []
        if (written !== undefined) expect(message).toContain(written)
      }
    }
  })
})

const long = `variables:
  name: { type: string, maxLength: 30 } # as in the shop
message:
  text: Choose
  replyButtonMessage:
    buttons:
      - { id: call, text: "Ask {{ name }}" }
`

describe('fixProject', () => {
  it('mends what stands behind another mistake in the rounds that follow', () => {
    const yaml = `message:
  text: Choose
  reply_button_message: # ours
    buttons:
      - { id: a, title: 2025-01-02 }
`
    expect(fixText(yaml)).toBe(`message:
  text: Choose
  replyButtonMessage: # ours
    buttons:
      - { id: a, text: "2025-01-02" }
`)
  })

  it('brings out what a mistake hid, and leaves it to the author', () => {
    const { changed, compilation } = fix({ [only]: 'message:\n  text: {{ nmae }}\n' }, false)
    expect(changed.get(only)).toBe('message:\n  text: "{{ nmae }}"\n')
    expect(reports(compilation)).toEqual([`${only} error undeclared-variable`])
  })

  it('brings out what only shows in a locale, or in a message that can be read', () => {
    const button = (text: string): string =>
      `message:\n  text: Hi\n  replyButtonMessage:\n    buttons: [{ id: a, text: ${text} }]\n`
    const files = {
      'messages/a.yaml': button('Refund, please'),
      'messages/a.es.yaml': button('A').replace('id: a', 'id: b'),
    }
    const { changed, compilation } = fix(files, true)
    expect(changed.get('messages/a.yaml')).toContain('"Refund, please"')
    expect(reports(compilation)).toContain('messages/a.es.yaml error locale-mismatch')
    const tooLong = button('Refund all of it, please')
    expect(fixText(tooLong, true)).toBe(tooLong.replace(/Refund.*e(?= \})/, '"$&"'))
  })

  it('brings out what is wrong below a key that it renames', () => {
    const yaml = 'vars:\n  a: { type: string, max: 3 }\nmessage: { text: "{{ a }}" }\n'
    expect(fixText(yaml, true)).toBe(yaml.replace('vars', 'variables'))
    const inner = 'variables:\n  a: { type: array, itms: { typ: string } }\nmessage: { text: Hi }\n'
    const mended = inner.replace('itms', 'items').replace('typ:', 'type:')
    expect(fixText(inner, true)).toBe(mended)
  })

  it('believes the examples rather than a guess about a declaration', () => {
    const yaml = `variables:
  count: int
message: { text: "{{ count }} parcels" }
examples:
  - { name: some, variables: { count: some } }
`
    expect(fixText(yaml, true)).toBe(yaml)
    const right = yaml.replace('count: some', 'count: 3')
    expect(fixText(right, true)).toBe(right.replace('int', 'integer'))
  })

  it('writes the object around properties, and around those in them', () => {
    const yaml = `variables:
  parcel:
    id: string(9) # as in the shop
    goes:

      to: string(20)
      by: { day: date }
message: { text: "{{ parcel.id }} {{ parcel.goes.to }} {{ parcel.goes.by.day }}" }
`
    expect(fixText(yaml)).toBe(yaml)
    // A word of another language inside is the next mistake.
    expect(fixText(yaml, true)).toBe(`variables:
  parcel:
    type: object
    properties:
      id: string(9) # as in the shop
      goes:

        type: object
        properties:
          to: string(20)
          by: { type: object, properties: { day: { type: string, format: date } } }
message: { text: "{{ parcel.id }} {{ parcel.goes.to }} {{ parcel.goes.by.day }}" }
`)
  })

  it('narrows what callers may pass only when it is asked to', () => {
    expect(fixText(long)).toBe(long)
    expect(fixText(long, true)).toBe(long.replace('30', '16'))
  })

  it('edits the declarations of the default file for a locale', () => {
    const spanish = `message:
  text: Elija
  replyButtonMessage:
    buttons:
      - { id: call, text: "Preguntar {{ name }}" }
`
    const files = { 'messages/a.yaml': long, 'messages/a.es.yaml': spanish }
    const { changed, compilation } = fix(files, true)
    expect([...changed.keys()]).toEqual(['messages/a.yaml'])
    expect(changed.get('messages/a.yaml')).toBe(long.replace('30', '10'))
    expect(reports(compilation)).toEqual(['messages/a.es.yaml warning unlisted-locale'])
  })

  it('leaves out a fix that breaks an example', () => {
    const yaml = `${long}examples:\n  - { name: a, variables: { name: A name of twenty-one } }\n`
    const { changed, compilation } = fix({ [only]: yaml }, true)
    expect(changed.size).toBe(0)
    expect(reports(compilation)).toEqual([`${only} error text-too-long`])
  })

  it('applies the good fixes beside one that is of no use', () => {
    const product = `message:
  text: Choose
  multiProductMessage:
    header: { attachment: { type: image, url: "https://example.com/a.png" } }
    catalogId: "1"
    sections:
      - { name: Shoes, productItems: [{ sku: a }] }
`
    expect(fixText(product, true)).toBe(
      product.replace('name:', 'title:').replace('sku', 'productRetailerId'),
    )
  })

  it('mends more findings than are shown of one file', () => {
    const list = Array.from(
      { length: 120 },
      (_, index) => `      - { id: a${index}, title: T${index} }\n`,
    ).join('')
    const yaml = `message:\n  text: Choose\n  replyButtonMessage:\n    buttons:\n${list}`
    expect(fixText(yaml)).toBe(yaml.replaceAll('title', 'text'))
    expect(compileFiles({ [only]: yaml }).diagnostics).toHaveLength(100)
  })

  it('mends nothing that the author suppresses', () => {
    const yaml = `message:
  text: Choose
  listMessage:
    button:
      text: Open
      # connectly-disable-next-line ignored-field -- our reports read it
      id: open
    sections:
      - { title: All, rows: [{ id: a, text: A }] }
`
    expect(fixText(yaml, true)).toBe(yaml)
  })
})

describe('what a safe fix is', () => {
  const sendable = texts.filter(([, text]) => compileYaml(text).messages.length > 0)

  it.each(sendable)('keeps what is sent by %s', (_, text) => {
    expect(compileYaml(fixText(text)).messages).toEqual(compileYaml(text).messages)
  })

  it.each([
    ['a date', 'message:\n  text: 2025-01-02\n', 'message:\n  text: "2025-01-02"\n'],
    ['braces', 'message:\n  text: {{ a }}\nvariables: { a: string }\n', undefined],
  ])('quotes %s', (_, before, after) => {
    expect(fixText(before)).toBe(after ?? before.replace('{{ a }}', '"{{ a }}"'))
  })

  it.each([
    ['words in brackets, which may be meant as a list', 'message:\n  text: [Hello, there]\n'],
    ['a word in braces, which may be meant as a variable', 'message:\n  text: {name}\n'],
    ['an escape, whose backslash a customer would read', 'message:\n  text: "it\\\'s"\n'],
    ['variables under another name', 'vars: { a: string }\nmessage:\n  text: "{{ a }}"\n'],
    ['a number for a program', 'message:\n  text: Hi\ncallbackData: { a: 9007199254740993 }\n'],
  ])('is not one of %s', (_, yaml) => {
    expect(fixText(yaml)).toBe(yaml)
    expect(fixText(yaml, true)).not.toBe(yaml)
  })

  it.each([
    'variables:\n  a: { type: integer, maximum: 9007199254740993 }\nmessage:\n  text: "{{ a }}"\n',
    'message:\n  location: { latitude: .inf, longitude: 1, name: A, address: B }\n',
  ])('makes no text of a number that is due: %j', (yaml) => {
    const [finding] = compileYaml(yaml).diagnostics
    expect(finding).toMatchObject({ rule: 'yaml-feature' })
    expect(finding?.fixes).toBeUndefined()
    expect(finding?.message).not.toContain('quotes')
  })
})

it('a key that was alone in its mapping goes with the mapping', () => {
  const yaml = `message:
  text: Choose
  listMessage:
    header: { attachment: { type: image, url: "https://example.com/a.png" } } # the shop
    button: { text: Open }
    sections:
      - { title: All, rows: [{ id: a, text: A }] }
`
  expect(fixText(yaml, true)).toBe(yaml.replace(/ {4}header.*\n/, ''))
})

it('makes the elements of a list differ in what their buttons name', () => {
  const buttons = '{ $each: p in ps, id: "{{ p.id }}", text: "No. {{ p.id }}" }'
  const text = `variables:
  ps: { type: array, minItems: 1, maxItems: 3, items: { type: object, properties: { id: string(9) } } }
message: { text: Which?, replyButtonMessage: { buttons: [${buttons}] } }
`
  expect(fixText(text)).toBe(text)
  expect(fixText(text, true)).toBe(text.replace('} } }\n', '} }, uniqueBy: [id] }\n'))
})
