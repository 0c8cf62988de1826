import { describe, expect, test } from 'vitest'
import { evidenceOf, limitEvidence } from '../../src/model/limit-evidence.ts'
import {
  everyLimit,
  type Limit,
  type LimitKey,
  type LimitKind,
  limitRows,
  limits,
} from '../../src/model/limits.ts'
import {
  connectlyOmissions,
  connectlyStatements,
  type Omission,
  type Statements,
  whatsappOmissions,
  whatsappStatements,
} from './limit-sources.ts'

const list = 'message.listMessage'
const buttons = 'message.replyButtonMessage'
const products = 'message.multiProductMessage'

/** The limits of one field that are errors, as `[min, max]`. */
function bounds(field: string, kind: LimitKind): unknown[] {
  const rows = everyLimit.find(field, kind).filter((limit) => limit.severity === 'error')
  return rows.map(({ min, max }) => [min, max])
}

function ids(field: string, kind: LimitKind): readonly string[] {
  return everyLimit.find(field, kind).map((limit) => limit.id)
}

describe('the table of limits', () => {
  test('every key is the camel case of its id, so no id stands twice', () => {
    for (const [key, limit] of Object.entries<Limit>(limits)) {
      expect(key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)).toBe(limit.id)
    }
    expect(new Set(limitRows.map((limit) => limit.id)).size).toBe(limitRows.length)
  })

  test.each(limitRows)('$id has ends in order, and a unit where it has a number', (limit) => {
    const { min, max, unit, kind } = limit
    if (min !== undefined && max !== undefined) expect(min).toBeLessThanOrEqual(max)
    const isNumbered = min !== undefined || max !== undefined
    if (isNumbered && kind !== 'range') expect(unit).not.toBe('none')
    if (kind === 'length' || kind === 'non-blank') expect(unit).toBe('characters')
    if (kind === 'bytes') expect(unit).toBe('bytes')
    if (kind === 'length' || kind === 'bytes') expect(max).toBeGreaterThan(0)
  })

  test.each(limitRows)('$id names a subject and fields that no other spelling repeats', (limit) => {
    expect(limit.subject).not.toBe('')
    expect(limit.fields.length).toBeGreaterThan(0)
    expect(new Set(limit.fields).size).toBe(limit.fields.length)
    for (const field of limit.fields) expect(field).toMatch(/^(?:\*|[A-Za-z][\w.[\]*:@]*)$/)
  })

  test.each(limitRows)('$id is locked only where it is an error', (limit) => {
    if (limit.refused) expect(limit.severity).toBe('error')
    if (limit.strict !== undefined) expect(limit.severity).toBe('warning')
  })

  test('what the API refuses and a payload shows is locked', () => {
    for (const limit of limitRows) {
      if (limit.severity === 'error' && evidenceOf(limit)?.checkable === 'lint') {
        expect(limit.refused, limit.id).toBe(true)
      }
    }
  })

  test('no field has two limits of one kind that overlap with the same severity', () => {
    const twice = new Map<string, string[]>()
    const numbered: readonly LimitKind[] = ['length', 'count', 'bytes', 'range', 'non-blank']
    for (const limit of limitRows.filter(({ kind }) => numbered.includes(kind))) {
      for (const field of limit.fields) {
        const key = `${limit.kind} ${limit.severity} ${field}`
        twice.set(key, [...(twice.get(key) ?? []), limit.id])
      }
    }
    expect([...twice.values()].filter((same) => same.length > 1)).toEqual([])
  })
})

describe('the evidence', () => {
  test('stands for every limit, and for nothing else', () => {
    expect(Object.keys(limitEvidence)).toEqual(Object.keys(limits))
    for (const [key, limit] of Object.entries<Limit>(limits)) {
      expect(evidenceOf(limit)).toBe(limitEvidence[key as LimitKey])
    }
  })

  test.each(Object.entries(limitEvidence))('%s has https sources, a date and a note', (_, row) => {
    const urls = row.source.split(' ')
    for (const url of urls) expect(new URL(url).protocol).toBe('https:')
    expect(new Set(urls).size).toBe(urls.length)
    expect(row.date).toMatch(/^20\d{2}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?$/)
    expect(row.note).toMatch(/^[^a-z].*\.$/)
  })

  test.each(Object.entries(limitEvidence))(
    '%s is called documented by the right page',
    (_, row) => {
      const isOfConnectly = row.source.includes('https://docs.connectly.ai/')
      const isOfMeta = /developers\.facebook\.com|github\.com\/facebook\//.test(row.source)
      if (row.confidence === 'documented') expect(isOfConnectly).toBe(true)
      if (row.confidence === 'official') expect(isOfMeta).toBe(true)
    },
  )
})

describe('the numbers', () => {
  test.each([
    ['message.text@text', 1, 4096],
    ['message.text@listMessage', 1, 1024],
    ['message.text@replyButtonMessage', 1, 1024],
    ['message.text@singleProductMessage', 1, 1024],
    ['message.text@multiProductMessage', 1, 1024],
    ['message.attachments[].caption@image', undefined, 1024],
    ['message.attachments[].caption@video', undefined, 1024],
    ['message.attachments[].caption@document', undefined, 1024],
    [`${list}.header.text`, 1, 60],
    [`${list}.footer.text`, undefined, 60],
    [`${list}.button.text`, 1, 20],
    [`${list}.sections[].title`, 1, 24],
    [`${list}.sections[].rows[].id`, 1, 200],
    [`${list}.sections[].rows[].text`, 1, 24],
    [`${list}.sections[].rows[].description`, undefined, 72],
    [`${buttons}.header.text`, 1, 60],
    [`${buttons}.footer.text`, undefined, 60],
    [`${buttons}.buttons[].text`, 1, 20],
    [`${buttons}.buttons[].id`, 1, 256],
    ['message.singleProductMessage.footer.text', undefined, 60],
    [`${products}.header.text`, 1, 60],
    [`${products}.footer.text`, undefined, 60],
    [`${products}.sections[].title`, 1, 24],
    ['fallback.templateName', 1, 512],
    ['fallback.parameters.header_text', undefined, 60],
    ['fallback.parameters.body_3', undefined, 32768],
  ])('%s has %s to %s characters', (field, min, max) => {
    expect(bounds(field, 'length')).toEqual([[min, max]])
  })

  test.each([
    ['message.attachments[]', 1, 1],
    [`${list}.sections[]`, 1, 10],
    [`${list}.sections[].rows[]`, 1, undefined],
    [`${list}.sections[*].rows[]`, undefined, 10],
    [`${buttons}.buttons[]`, 1, 3],
    [`${products}.sections[]`, 1, 10],
    [`${products}.sections[].productItems[]`, 1, undefined],
    [`${products}.sections[*].productItems[]`, undefined, 30],
    ['message', 1, 1],
  ])('%s has %s to %s items', (field, min, max) => {
    expect(bounds(field, 'count')).toEqual([[min, max]])
  })

  test.each([
    ['image', 5_000_000],
    ['video', 16_000_000],
    ['audio', 16_000_000],
    ['document', 100_000_000],
  ])('%s files have at most %s bytes', (type, max) => {
    const sizes = everyLimit.find(`attachment:size@${type}`, 'bytes').map((limit) => limit.max ?? 0)
    expect(Math.min(...sizes)).toBe(max)
  })

  test('callback data, coordinates, rates and the window have their numbers', () => {
    expect(bounds('callbackData', 'bytes')).toEqual([[undefined, 1024]])
    expect(bounds('message.location.latitude', 'range')).toEqual([[-90, 90]])
    expect(bounds('message.location.longitude', 'range')).toEqual([[-180, 180]])
    expect(limits.requestRate).toMatchObject({ max: 200, unit: 'per second' })
    expect(limits.serviceWindow).toMatchObject({ max: 24, unit: 'hours' })
    expect(limits.templateValueSpaces.max).toBe(4)
  })

  test.each([
    ['message.attachments[].url', 2000],
    ['message.attachments[].filename@document', 240],
    ['message.location.name', 1000],
    ['message.location.address', 1000],
  ])('what only providers say of %s is a warning, and an error in strict', (field, max) => {
    expect(everyLimit.find(field, 'length')).toEqual([
      expect.objectContaining({ max, severity: 'warning', strict: 'error', refused: false }),
    ])
  })

  test('contested and cosmetic limits are warnings', () => {
    const strict = { severity: 'warning', strict: 'error' }
    expect(limits.listHeaderAttachment).toMatchObject(strict)
    expect(limits.replyButtonTextEmoji).toMatchObject(strict)
    expect(limits.listRowTextUnique).toMatchObject(strict)
    expect(limits.listRowIdTrimmed).toMatchObject(strict)
    expect(limits.listSingleSectionTitle).toMatchObject(strict)
    expect(limits.headerCaptionForbidden.severity).toBe('warning')
    expect(limits.listRowDescriptionNonBlank.severity).toBe('warning')
  })
})

describe('the index of limits', () => {
  test('it finds what holds for a field in every kind, then what holds for one kind', () => {
    expect(ids('message.attachments[].url@image', 'length')).toEqual(['attachment-url-length'])
    expect(ids('message.attachments[].caption@audio', 'forbidden')).toEqual([
      'audio-caption-forbidden',
    ])
    expect(ids('message.attachments[].caption@image', 'forbidden')).toEqual([])
    expect(ids('message.text', 'length')).toEqual([])
  })

  test('it finds what holds for template values, whatever their parameters are called', () => {
    const anyValue = ['template-value-single-line']
    for (const name of ['body_1', 'a.b', 'x@y', '__proto__', '*', '']) {
      expect(ids(`fallback.parameters.${name}`, 'single-line'), name).toEqual(anyValue)
    }
    expect(ids('fallback.parameters.body_12', 'length')).toEqual([
      'template-value-length',
      'template-body-length',
    ])
  })

  test('it finds nothing for unknown fields and names of the prototype', () => {
    expect(everyLimit.find('message.constructor', 'length')).toEqual([])
    expect(everyLimit.find('', 'length')).toEqual([])
    expect(everyLimit.find('callbackData', 'length')).toEqual([])
  })

  test('it reaches every row by each of its fields', () => {
    for (const limit of limitRows) {
      for (const field of limit.fields) expect(everyLimit.find(field, limit.kind)).toContain(limit)
    }
  })
})

describe('the sources', () => {
  const statements = (taken: Statements, left: readonly Omission[]): string[] => [
    ...Object.keys(taken),
    ...left.flatMap((omission) => omission.statements),
  ]

  test('every rule of WhatsApp is a limit or has a reason to be none, and only one of both', () => {
    const all = statements(whatsappStatements, whatsappOmissions)
    expect(new Set(all).size).toBe(all.length)
    expect(all.length).toBe(253)
  })

  test('every statement of Connectly is a limit or has a reason to be none', () => {
    const all = statements(connectlyStatements, connectlyOmissions)
    expect(new Set(all).size).toBe(all.length)
  })

  test('every limit comes from a statement, and every statement from a limit that exists', () => {
    const named = [...Object.values(whatsappStatements), ...Object.values(connectlyStatements)]
    for (const keys of named) expect(keys.length).toBeGreaterThan(0)
    expect(new Set(named.flat())).toEqual(new Set(Object.keys(limits)))
  })

  test('reasons say something, and differ', () => {
    const reasons = [...whatsappOmissions, ...connectlyOmissions].map(({ reason }) => reason)
    expect(new Set(reasons).size).toBe(reasons.length)
    for (const reason of reasons) expect(reason).toMatch(/^[A-Z].{20,}\.$/)
  })
})
