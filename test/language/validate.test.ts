import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import config from '../../schema/config.schema.json' with { type: 'json' }
import { type ShapeFinding, validateMessage } from '../../src/language/validate.ts'
import { validateConfig } from '../../src/language/validate-config.ts'
import { validatePayload } from '../../src/language/validate-payload.ts'
import { judgeMessage } from '../../src/language/validators-message.generated.js'
import type { JsonObject, JsonValue } from '../../src/model/json.ts'
import { foreignShapes, oneMistake, ruled } from '../helpers/one-mistake.ts'

const hello = { text: 'Hello' }

function only(findings: readonly ShapeFinding[]): ShapeFinding {
  expect(findings).toHaveLength(1)
  const [finding] = findings
  if (finding === undefined) throw new Error('there is a finding')
  return finding
}

function inMessage(message: JsonValue): ShapeFinding {
  return only(validateMessage({ message }, 'message'))
}

function withRow(row: JsonObject): ShapeFinding {
  const listMessage = { button: { text: 'Open' }, sections: [{ rows: [row] }] }
  return inMessage({ text: 'Choose', listMessage })
}

const rowPath = 'message.listMessage.sections[0].rows[0]'

describe('one mistake gives one finding', () => {
  for (const { name, value, rule, path } of [...oneMistake, ...foreignShapes]) {
    it(`finds ${name}`, () => {
      const finding = only(validateMessage(value, 'message'))
      expect({ rule: finding.rule, path: finding.path }).toEqual({ rule, path })
    })
  }

  it('covers at least forty mistakes', () => {
    expect(oneMistake.length).toBeGreaterThanOrEqual(40)
  })

  it('uses no wording of the schema compiler', () => {
    for (const { value } of oneMistake) {
      const { message } = only(validateMessage(value, 'message'))
      expect(message).not.toMatch(/must (NOT|be|have|match)|schema|propert(y|ies) name/)
      expect(message).not.toMatch(/\.$|undefined/)
    }
  })
})

describe('valid values', () => {
  it('accepts every content type', () => {
    const image = { type: 'image', url: 'https://example.com/a.png' }
    const header = { attachment: image }
    const contents: readonly JsonObject[] = [
      hello,
      { ...hello, isEcho: true },
      { attachments: [{ ...image, caption: 'A', filename: 'a.png' }] },
      { location: { latitude: '{{ place.lat }}', longitude: -3.7, name: 'A', address: 'B' } },
      {
        ...hello,
        listMessage: {
          header: { $if: 'flag', text: 'A' },
          button: { id: 'x', text: 'A' },
          sections: [
            {
              $each: 'section in sections',
              title: 'A',
              rows: [{ $each: 'r in section.rows', $if: 'not r.late', id: 'a', text: 'b' }],
            },
          ],
          footer: { $if: 'flag', text: 'A' },
        },
      },
      { ...hello, replyButtonMessage: { header, buttons: [{ $if: 'flag', id: 'a', text: 'b' }] } },
      { singleProductMessage: { catalogId: '1', productItem: { productRetailerId: 'a' } } },
      {
        ...hello,
        multiProductMessage: {
          header: { text: 'A' },
          catalogId: '1',
          sections: [{ productItems: [{ $each: 'p in list', productRetailerId: '{{ p.id }}' }] }],
        },
      },
    ]
    for (const message of contents) expect(validateMessage({ message }, 'message')).toEqual([])
  })

  it('leaves missing bodies, empty lists and lengths to the rules', () => {
    const listMessage = { button: { text: '' }, sections: [] }
    expect(validateMessage({ message: { listMessage } }, 'message')).toEqual([])
  })

  it('leaves to the rules what one of them judges for all variables', () => {
    for (const value of ruled) expect(validateMessage(value, 'message')).toEqual([])
  })

  it('leaves the forms of `$each` and `$if` to those who read them', () => {
    const buttons = [{ $each: 'all of them', $if: 7, id: 'a', text: 'b' }]
    const message = { ...hello, replyButtonMessage: { buttons } }
    expect(validateMessage({ message }, 'message')).toEqual([])
  })

  it('accepts a variant without what it inherits', () => {
    const variant = { description: 'A', message: hello }
    expect(validateMessage(variant, 'variant')).toEqual([])
    expect(judgeMessage(variant)).toBe(true)
  })

  it('accepts only what the schema accepts', () => {
    const value = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<JsonValue>
    const keys = fc.constantFrom('text', 'listMessage', 'location', 'header', 'rows', 'id', '$if')
    const message = fc.dictionary(keys, value)
    fc.assert(
      fc.property(message, (content) => {
        const findings = validateMessage({ message: content }, 'message')
        expect(findings.length > 0 || judgeMessage({ message: content })).toBe(true)
      }),
    )
  })
})

describe('unknown keys', () => {
  it('offers a safe rename for the snake-case twin', () => {
    const finding = inMessage({ ...hello, list_message: {} })
    expect(finding).toMatchObject({ rule: 'unknown-key', at: 'key' })
    expect(finding.message).toBe(
      'unknown key `list_message` in `message`: did you mean `listMessage`?',
    )
    expect(finding.fix).toEqual({
      title: 'rename `list_message` to `listMessage`',
      safe: true,
      edits: [{ type: 'rename', path: ['message', 'list_message'], name: 'listMessage' }],
    })
  })

  it('offers a safe rename for the name in the Cloud API', () => {
    const finding = withRow({ id: 'a', title: 'A' })
    expect(finding.message).toBe(`unknown key \`title\` in \`${rowPath}\`: did you mean \`text\`?`)
    expect(finding.fix?.safe).toBe(true)
  })

  it('offers no rename to a key that stands there already', () => {
    const finding = withRow({ id: 'a', text: 'A', title: 'B' })
    expect(finding.message).toContain('`text` is probably meant, which stands there already')
    expect(finding.fix).toBeUndefined()
  })

  it('offers no rename where the value would not fit', () => {
    const finding = inMessage({ body: { text: 'Hello' } })
    expect(finding.message).toContain('did you mean `text`? a text is due there')
    expect(finding.fix).toBeUndefined()
  })

  it('never calls a guess or a change for callers safe', () => {
    expect(withRow({ id: 'a', foo: 'A' }).fix?.safe).toBe(false)
    const variables = { a: { type: 'string', maxLenght: 3 } }
    expect(only(validateMessage({ variables, message: hello }, 'message')).fix?.safe).toBe(false)
  })

  it('lists what is known where nothing is near', () => {
    expect(inMessage({ location: { latitude: 1, longitude: 2, planet: 'x' } }).message).toBe(
      'unknown key `planet` in `message.location`: known are `latitude`, `longitude`, `name`, `address`',
    )
  })
})

describe('keys of elsewhere', () => {
  it('sends every key of the config there, but for the one that is nearly `message`', () => {
    const keys = Object.keys(config.properties).filter((key) => key !== '$schema')
    for (const key of keys) {
      const [finding, ...others] = validateMessage({ message: hello, [key]: {} }, 'message')
      expect(others).toEqual([])
      if (key !== 'messages') expect(finding?.message).toContain('it belongs in the config')
    }
  })

  it.each(['sticker', 'locationRequestMessage', 'location_request_message', 'cta_url', 'contacts'])(
    'says that the API has no message called %s',
    (kind) => {
      const finding = inMessage({ [kind]: {} })
      expect(finding.message).toContain('the API has no such message')
    },
  )
})

describe('keys below an empty one', () => {
  it('are told once, with all that belongs there', () => {
    const value = { message: null, text: 'Hello', listMessage: {}, description: 'A greeting' }
    const finding = only(validateMessage(value, 'message'))
    expect(finding.path).toEqual(['text'])
    expect(finding.message).toBe('`text` and `listMessage` belong under `message`, so indent them')
  })

  it('are declarations where names are free', () => {
    const value = { variables: null, place: 'string(9)', sticker: 3, message: hello }
    const findings = validateMessage(value, 'message')
    expect(findings.map(({ path }) => path)).toEqual([['sticker'], ['place']])
  })

  it('are no others than those right below it', () => {
    const apart = { message: null, description: 'A greeting', text: 'Hello' }
    expect(validateMessage(apart, 'message').map(({ path }) => path)).toEqual([
      ['text'],
      ['message'],
    ])
    const unknown = { message: null, foo: 'Hello' }
    expect(validateMessage(unknown, 'message')).toHaveLength(2)
  })
})

describe('wrong values', () => {
  it('says what is due and what was found', () => {
    const finding = inMessage({ text: 7 })
    expect(finding.message).toBe('`message.text` is the number 7: a text is due')
    expect(finding.expected).toEqual(['string'])
  })

  it('names both types where two may stand', () => {
    const finding = inMessage({ location: { latitude: true, longitude: 1 } })
    expect(finding.expected).toEqual(['number', 'string'])
  })

  it('points at the key of an empty value', () => {
    expect(inMessage({ text: null })).toMatchObject({ at: 'key', path: ['message', 'text'] })
  })

  it('quotes the value and offers the near one', () => {
    const finding = inMessage({ attachments: [{ type: 'imgae', url: 'https://example.com' }] })
    expect(finding.message).toBe(
      '`message.attachments[0].type` is "imgae": did you mean `image`? allowed are `image`, `video`, `audio`, `document`',
    )
    expect(finding.fix).toMatchObject({ safe: false, edits: [{ type: 'set', value: 'image' }] })
  })
})

describe('variants', () => {
  it('says of every inherited key where it belongs', () => {
    for (const key of [
      'variables',
      'examples',
      'callbackData',
      'campaignName',
      'sender',
      'order',
    ]) {
      const finding = only(validateMessage({ message: hello, [key]: {} }, 'variant'))
      expect(finding).toMatchObject({ rule: 'forbidden-key', path: [key], at: 'key' })
    }
  })

  it('needs a message', () => {
    expect(only(validateMessage({}, 'variant'))).toMatchObject({ rule: 'missing-key', path: [] })
  })
})

describe('validatePayload', () => {
  const recipient = { id: '+16044441111', channelType: 'whatsapp' }
  const session = { recipient, message: hello }
  const template = { number: '+16502223333', templateName: 'a', language: 'en' }

  it('accepts what the API documents', () => {
    const userId = 'US.13491208655302741918'
    const bodies = [
      { ...session, recipient: { ...recipient, id: userId, userId, name: 'Ana' } },
      { ...session, message: { id: '01FPW47QF69Y5JZH24605VAKQB', ...hello }, callbackData: 7 },
      { ...session, order: { parentId: 'x', strategy: 'independent' }, campaignName: 'a' },
    ]
    for (const body of bodies) expect(validatePayload('send/messages', body)).toEqual([])
    const parameters = [{ name: 'body_1', value: 'Ana' }]
    const flat = { ...template, sender: '+14151111234', parameters, number: `bsuid:${userId}` }
    expect(validatePayload('send/whatsapp_templated_messages', flat)).toEqual([])
  })

  it.each([
    ['no recipient', { message: hello }, 'missing-key', []],
    [
      'another channel',
      { ...session, recipient: { ...recipient, channelType: 'sms' } },
      'invalid-value',
      ['recipient', 'channelType'],
    ],
    [
      'a recipient with a prefix',
      { ...session, recipient: { ...recipient, id: 'bsuid:US.1' } },
      'invalid-value',
      ['recipient', 'id'],
    ],
    ['a sender without object', { ...session, sender: '+14151111234' }, 'wrong-type', ['sender']],
    [
      'a referral',
      { ...session, message: { ...hello, referral: {} } },
      'forbidden-key',
      ['message', 'referral'],
    ],
    [
      'a directive',
      { ...session, message: { ...hello, $if: 'a' } },
      'forbidden-key',
      ['message', '$if'],
    ],
    ['no content', { ...session, message: { id: 'x' } }, 'content-type', ['message']],
    [
      'a list without body',
      { ...session, message: { listMessage: { button: { text: 'a' }, sections: [] } } },
      'missing-key',
      ['message'],
    ],
    [
      'a template in a latitude',
      { ...session, message: { location: { latitude: '{{ a }}', longitude: 1 } } },
      'wrong-type',
      ['message', 'location', 'latitude'],
    ],
    ['no object', 'x', 'wrong-type', []],
  ])('finds %s in a session message', (_name, body, rule, path) => {
    expect(only(validatePayload('send/messages', body))).toMatchObject({ rule, path })
  })

  it.each([
    ['a sender object', { ...template, sender: { id: 'x' } }, 'wrong-type', ['sender']],
    ['a bare user id', { ...template, number: 'US.1' }, 'invalid-value', ['number']],
    ['misspelt parameters', { ...template, paramaters: [] }, 'unknown-key', ['paramaters']],
    ['a recipient', { templateName: 'a', language: 'en', recipient }, 'unknown-key', ['recipient']],
  ])('finds %s in a template message', (_name, body, rule, path) => {
    const findings = validatePayload('send/whatsapp_templated_messages', body)
    expect(only(findings)).toMatchObject({ rule, path })
  })

  it('survives a value that is nested without end', () => {
    let deep: JsonValue = 'x'
    for (let level = 0; level < 50_000; level++) deep = [deep]
    expect(validatePayload('send/messages', { ...session, callbackData: deep })).toEqual([])
    const file = { message: hello, callbackData: deep }
    expect(only(validateMessage(file, 'message')).message).toContain('nested too deeply')
  })
})

describe('validateConfig', () => {
  it('accepts every key, and undefined for any', () => {
    const config = {
      $schema: './schema.json',
      messages: ['messages/**/*.yaml'],
      output: 'generated',
      preset: 'strict',
      rules: { 'emoji-in-button': 'off' },
      overrides: [{ files: ['a/**'], rules: { 'unused-variable': 'info' } }],
      locales: { default: 'en', all: ['en', 'pt-BR', 'zh-Hant-TW'], fallback: { 'pt-BR': ['en'] } },
      defaults: { maxLength: 100, maxItems: 5 },
      senders: ['+14151111234'],
      tracking: true,
      businessId: undefined,
      baseUrl: 'http://localhost:4000',
      importExtension: 'js',
    }
    expect(validateConfig(config)).toEqual([])
    expect(validateConfig({})).toEqual([])
  })

  it.each([
    ['a near miss', { message: [] }, 'unknown-key', ['message']],
    ['a future key', { plugins: [] }, 'unknown-key', ['plugins']],
    ['a key for the API', { apiKey: 'x' }, 'forbidden-key', ['apiKey']],
    ['one glob without a list', { messages: 'a' }, 'wrong-type', ['messages']],
    ['a misspelt severity', { rules: { 'a-b': 'warn' } }, 'invalid-value', ['rules', 'a-b']],
    ['locales without default', { locales: { all: ['en'] } }, 'missing-key', ['locales']],
    [
      'a number as locale',
      { locales: { default: 'e_n' } },
      'invalid-value',
      ['locales', 'default'],
    ],
    ['a bound of zero', { defaults: { maxLength: 0 } }, 'invalid-value', ['defaults', 'maxLength']],
    ['a bad sender', { senders: ['123'] }, 'invalid-value', ['senders', 0]],
    ['a function', { output: () => 'a' }, 'wrong-type', ['output']],
  ])('finds %s', (_name, value, rule, path) => {
    expect(only(validateConfig(value))).toMatchObject({ rule, path })
  })
})
