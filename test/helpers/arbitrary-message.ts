import fc from 'fast-check'
import type { Declaration, Declarations } from '../../src/model/declaration.ts'
import { mostItems } from '../../src/model/distinct-count.ts'
import type { JsonObject, JsonValue } from '../../src/model/json.ts'
import { scalarDeclarations } from '../model/arbitrary-declaration.ts'

/** A message file without mistakes between its braces: declarations, and what stands under its keys. */
export interface ArbitraryMessage {
  readonly declarations: Declarations
  readonly root: JsonObject
}

const literals = ['', '', ' ', 'a', 'A', 'Σ', 'ab', 'x-', '-', ':', '7', '😀', '\n', 'Parcel ', '"']
const literal = fc.constantFrom(...literals)
const flags: Declaration = { type: 'boolean' }

/** Texts over names that may stand in a text. */
function text(names: readonly string[]): fc.Arbitrary<string> {
  const variable = fc.constantFrom(...names).map((name) => `{{ ${name} }}`)
  return fc
    .array(fc.oneof(literal, variable), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.join(''))
}

interface Lists {
  readonly plain: Declaration
  readonly nested: Declaration
}

const short: fc.Arbitrary<Declaration> = fc.constantFrom<Declaration>(
  { type: 'string', maxLength: 3 },
  { type: 'string', minLength: 2, maxLength: 2 },
  { type: 'string', pattern: '^[0-9]{1,2}$' },
  { type: 'string', pattern: '^[A-Za-z]{2}$' },
  { type: 'string', maxLength: 2, trim: false },
  { type: 'string', maxLength: 2, minLength: 0 },
  { type: 'string', enum: ['a', 'A', 'b', 'ab'] },
  { type: 'integer', minimum: -1, maximum: 12 },
  { type: 'number', minimum: 0, maximum: 3 },
)

const unique = fc.constantFrom<{ uniqueBy?: readonly string[] }>(
  {},
  { uniqueBy: ['id'] },
  { uniqueBy: ['id', 'label'] },
)

function list(items: fc.Arbitrary<Declaration>): fc.Arbitrary<Declaration> {
  return (
    fc
      .tuple(items, fc.nat(2), fc.nat(3), unique)
      .map(([inner, minItems, more, by]) => ({
        ...{ type: 'array' as const, items: inner, minItems },
        ...{ maxItems: Math.max(1, minItems + more), ...by },
      }))
      // A list that must hold more than can differ is refused.
      .filter((made) => mostItems(made) >= made.minItems)
  )
}

function item(more: fc.Arbitrary<Declarations>): fc.Arbitrary<Declaration> {
  return fc.tuple(short, fc.oneof(short, scalarDeclarations), more).map(([id, label, rest]) => ({
    type: 'object',
    properties: { id, label, flag: flags, ...rest },
  }))
}

const lists: fc.Arbitrary<Lists> = fc.record({
  plain: list(item(fc.constant({}))),
  nested: list(item(list(item(fc.constant({}))).map((rows) => ({ rows })))),
})

const root = ['s', 't', 'n', 'f']
const inPlain = [...root, 'p.id', 'p.label', 'p.flag']
const inNested = [...root, 'q.id', 'q.label']
const inRow = [...inNested, 'r.id', 'r.label']

const condition = (names: readonly string[]): fc.Arbitrary<JsonObject> =>
  fc.oneof(
    fc.constant({}),
    fc.constantFrom(...names, ...names.map((name) => `not ${name}`)).map(($if) => ({ $if })),
  )

/** A mapping in a sequence: written out, or repeated for a list. */
function entry(
  fields: (names: readonly string[]) => fc.Arbitrary<JsonObject>,
): fc.Arbitrary<JsonValue> {
  const plain = fc
    .tuple(condition(['f', 'g']), fields(root))
    .map(([when, rest]) => ({ ...when, ...rest }))
  const repeated = fc
    .tuple(condition(['f', 'p.flag']), fields(inPlain))
    .map(([when, rest]) => ({ $each: 'p in plain', ...when, ...rest }))
  return fc.oneof(plain, repeated)
}

const button = (names: readonly string[]): fc.Arbitrary<JsonObject> =>
  fc.record({ id: text(names), text: text(names) })
const row = (names: readonly string[]): fc.Arbitrary<JsonObject> =>
  fc.record(
    { id: text(names), text: text(names), description: text(names) },
    { requiredKeys: ['id', 'text'] },
  )
const product = (names: readonly string[]): fc.Arbitrary<JsonObject> =>
  fc.record({ productRetailerId: text(names) })

/** Sections with rows of their own, and sections for a list with rows for a list in it. */
function sections(
  key: string,
  fields: (names: readonly string[]) => fc.Arbitrary<JsonObject>,
): fc.Arbitrary<JsonValue> {
  const fixed = fc
    .tuple(condition(['f', 'g']), text(root), fc.array(entry(fields), { maxLength: 3 }))
    .map(([when, title, items]) => ({ ...when, title, [key]: items }))
  const repeated = fc
    .tuple(condition(['q.flag']), text(inNested), condition(['r.flag', 'q.flag']), fields(inRow))
    .map(([when, title, whenRow, rest]) => ({
      $each: 'q in nested',
      ...when,
      title,
      [key]: [{ $each: 'r in q.rows', ...whenRow, ...rest }],
    }))
  return fc.array(fc.oneof({ weight: 3, arbitrary: fixed }, repeated), { maxLength: 2 })
}

const header = fc
  .tuple(condition(['f', 'g']), text(root))
  .map(([when, words]) => ({ ...when, text: words }))

/** A whole variable, or a host of its own with anything behind it. */
const url = fc.oneof(
  fc.constantFrom('{{ s }}', '{{ t }}'),
  text(root).map((words) => `https://a.example/${words}`),
)

const content: fc.Arbitrary<JsonObject> = fc.oneof(
  fc.record({ text: text(root) }),
  fc
    .record(
      { header, buttons: fc.array(entry(button), { maxLength: 3 }), footer: header },
      { requiredKeys: ['buttons'] },
    )
    .map((replyButtonMessage) => ({ text: 'Choose', replyButtonMessage })),
  fc.tuple(text(root), sections('rows', row)).map(([words, all]) => ({
    text: words,
    listMessage: { button: { text: words }, sections: all },
  })),
  fc.tuple(text(root), sections('productItems', product)).map(([words, all]) => ({
    text: words,
    multiProductMessage: { header: { text: words }, catalogId: words, sections: all },
  })),
  fc
    .tuple(fc.constantFrom('image', 'audio', 'document'), url, text(root))
    .map(([type, url, caption]) => ({
      attachments: [{ type, url, caption, filename: `${caption}.pdf` }],
    })),
  fc.record({
    location: fc.record({
      latitude: fc.constantFrom<JsonValue>('{{ n }}', 12),
      longitude: fc.constant('{{ n }}'),
      name: text(root),
      address: text(root),
    }),
  }),
)

const envelope: fc.Arbitrary<JsonObject> = fc.record(
  {
    callbackData: fc.constantFrom<JsonValue>(
      { plain: '{{ plain }}', n: '{{ n }}', words: 'a {{ s }} "{{ f }}"' },
      ['{{ nested }}', '{{ t }}', '{{ t }}', null, 1],
      '{{ s }}',
    ),
    campaignName: text(root),
    sender: text(root),
    order: fc.record({ parentId: text(root) }),
    fallback: fc.record({
      templateName: text(root),
      language: fc.constant('en'),
      parameters: fc.record({ body_1: text(root) }),
    }),
  },
  { requiredKeys: [] },
)

/** Messages of every shape over variables of every type. */
export const arbitraryMessages: fc.Arbitrary<ArbitraryMessage> = fc
  .tuple(
    fc.oneof(short, scalarDeclarations),
    fc.oneof(short, scalarDeclarations),
    fc.constantFrom<Declaration>(
      { type: 'integer', minimum: -95, maximum: 85 },
      { type: 'number', minimum: -90, maximum: 90 },
      { type: 'number' },
    ),
    lists,
    content,
    envelope,
  )
  .map(([s, t, n, { plain, nested }, message, around]) => ({
    declarations: { s, t, n, f: flags, g: flags, plain, nested },
    root: { message, ...around },
  }))
