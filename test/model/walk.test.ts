import { describe, expect, it } from 'vitest'
import type { MessageBounds } from '../../src/model/bounds.ts'
import type { JsonObject } from '../../src/model/json.ts'
import { everyLimit } from '../../src/model/limits.ts'
import { measureFilled } from '../../src/model/measure-filled.ts'
import { isAttachment } from '../../src/model/walk.ts'
import { compileAlone } from '../helpers/compile-yaml.ts'

function fieldsOf({ texts }: MessageBounds): readonly string[] {
  return texts.map(({ field }) => field)
}

function measure(root: JsonObject): MessageBounds {
  return measureFilled(root, everyLimit)
}

describe('walkMessage', () => {
  it('names fields without indexes, and texts by the content around them', () => {
    const listMessage = {
      header: { text: 'a' },
      button: { text: 'b' },
      sections: [{ title: 'c', rows: [{ id: 'd', text: 'e', description: 'f' }] }, { rows: [] }],
    }
    const bounds = measure({ message: { text: 'x', listMessage } })
    expect(bounds.type).toBe('listMessage')
    expect(fieldsOf(bounds)).toEqual([
      'message.text@listMessage',
      'message.listMessage.header.text',
      'message.listMessage.button.text',
      'message.listMessage.sections[].title',
      'message.listMessage.sections[].rows[].id',
      'message.listMessage.sections[].rows[].text',
      'message.listMessage.sections[].rows[].description',
    ])
    expect(bounds.sequences.map(({ field, items }) => [field, items.length])).toEqual([
      ['message.listMessage.sections[].rows', 1],
      ['message.listMessage.sections[].rows', 0],
      ['message.listMessage.sections', 2],
    ])
  })

  it('names what is attached by its type, in the message and in a header', () => {
    const attachment = { type: 'document', url: 'u', filename: 'f' }
    const header = measure({
      message: { text: 'x', replyButtonMessage: { header: { attachment } } },
    })
    const alone = measure({ message: { attachments: [{ type: 'audio', url: 'u', caption: 'c' }] } })
    expect(fieldsOf(header).slice(1)).toEqual([
      'message.replyButtonMessage.header.attachment.type',
      'message.replyButtonMessage.header.attachment.url@document',
      'message.replyButtonMessage.header.attachment.filename@document',
    ])
    expect(fieldsOf(alone)).toEqual([
      'message.attachments[].type',
      'message.attachments[].url@audio',
      'message.attachments[].caption@audio',
    ])
  })

  it('tells a number from a business-scoped user id', () => {
    const field = (id: string) =>
      fieldsOf(measure({ message: { text: 'x' }, recipient: { id } }))[1]
    expect(field('+16044441111')).toBe('recipient.id@number')
    expect(field('US.1349')).toBe('recipient.id@bsuid')
  })

  it('measures callbackData by its bytes, and nothing in it as a text', () => {
    const bounds = measure({ message: { text: 'x' }, callbackData: { a: 'é"', b: [1, null] } })
    expect(fieldsOf(bounds)).toEqual(['message.text@text'])
    expect(bounds.callbackData?.bytes).toEqual({ min: 25, max: 25 })
  })

  it('takes braces in a filled message as they stand', () => {
    const [text] = measure({ message: { text: '{{ a }} \\{{' } }).texts
    expect(text?.shape.values).toEqual(['{{ a }} \\{{'])
  })

  it('does not trust names that every object inherits', () => {
    const bounds = measure(JSON.parse('{"message": {"text": "x", "constructor": "y"}}'))
    expect(bounds.type).toBe('text')
    expect(measure({}).texts).toEqual([])
  })

  it('hands loops and conditions down to everything inside', () => {
    const { bounds } = compileAlone(`variables:
  f: boolean
  ps: { type: array, minItems: 1, maxItems: 2, uniqueBy: id, items: { type: object, properties: { id: string(9), late: boolean } } }
message:
  text: Choose
  listMessage:
    button: { text: Open }
    sections:
      - $if: not f
        title: A
        rows: [{ $each: p in ps, $if: p.late, id: "{{ p.id }}", text: "{{ p.id }}" }]
      - { title: B, rows: [{ id: b, text: b }] }
`)
    const id = bounds?.texts.find(({ field }) => field.endsWith('rows[].id'))
    expect(id?.loops.map(({ name, source }) => [name, source])).toEqual([['p', 'ps']])
    expect(id?.guard.map(({ flag, value, loop }) => [flag, value, loop?.name])).toEqual([
      ['f', false, undefined],
      ['p.late', true, 'p'],
    ])
    const rows = bounds?.sequences.find(({ field }) => field.endsWith('.rows'))
    expect(rows?.guard.map(({ flag }) => flag)).toEqual(['f'])
    expect(rows?.items[0]).toMatchObject({
      count: { min: 0, max: 2 },
      parent: { path: ['message', 'listMessage', 'sections', 0] },
    })
  })

  it('counts nothing in a sequence of which a loop could not be read', () => {
    const { bounds } = compileAlone(`message:
  text: Choose
  replyButtonMessage:
    buttons: [{ $each: p in nothing, id: a, text: A }, { id: b, text: B }]
`)
    expect(bounds?.sequences).toEqual([])
    expect(bounds?.texts.map(({ source }) => source)).toEqual(['Choose', 'b', 'B'])
  })
})

describe('isAttachment', () => {
  it('holds for the attachments of a message and of a header', () => {
    expect(isAttachment('message.attachments[]')).toBe(true)
    expect(isAttachment('message.replyButtonMessage.header.attachment')).toBe(true)
    expect(isAttachment('message.attachments')).toBe(false)
    expect(isAttachment('message.replyButtonMessage.header')).toBe(false)
  })
})
