import type { JsonArray, JsonObject } from '../../src/model/json.ts'
import { limits } from '../../src/model/limits.ts'
import type { Draft } from './declarations-pool.ts'
import { chance, type Dice, pick } from './dice.ts'

/** One mistake, and the rule that must find it. */
export const faults = [
  'text-too-long',
  'too-many-items',
  'too-few-items',
  'duplicate-text',
  'blank-text',
  'callback-data-too-large',
  'number-out-of-range',
  'edge-blanks',
  'missing-section-title',
  'template-value',
] as const

/** The name of a mistake. */
export type Fault = (typeof faults)[number]

/** A file that is safe by construction, often exactly at its limits, but for the mistake asked for. */
export function builtSpec(roll: Dice, fault?: Fault): JsonObject {
  return new Builder(roll, fault).build()
}

class Builder {
  readonly #roll: Dice
  #fault: Fault | undefined
  readonly #variables: Draft = {}
  #count = 0

  constructor(roll: Dice, fault: Fault | undefined) {
    this.#roll = roll
    this.#fault = fault
  }

  build(): JsonObject {
    const message = this.#message()
    const around: Draft = {}
    if (this.#fault === 'callback-data-too-large' || chance(this.#roll, 3)) {
      around['callbackData'] = this.#data()
    }
    if (this.#fault === 'template-value' || chance(this.#roll, 4)) {
      const value = this.#take('template-value')
        ? `a${' '.repeat(5)}b`
        : `a  b${this.#variable({ pattern: '^[^ ]{1,9}$' })}`
      around['fallback'] = {
        templateName: 'shipped',
        language: 'en',
        parameters: { body_1: value },
      }
    }
    return { variables: this.#variables, message, ...around }
  }

  #message(): JsonObject {
    switch (this.#fault) {
      case 'number-out-of-range':
        return this.#location()
      case 'missing-section-title':
        return this.#list()
      case 'edge-blanks':
        return this.#reply()
      case 'too-many-items':
      case 'too-few-items':
      case 'duplicate-text':
        return chance(this.#roll, 2) ? this.#reply() : this.#list()
      default: {
        const text = (): JsonObject => ({ text: this.#text(limits.messageTextLength.max) })
        const kinds = [text, () => this.#reply(), () => this.#list()]
        const others = this.#fault === undefined ? [() => this.#location()] : []
        return pick(this.#roll, [...kinds, ...others])()
      }
    }
  }

  /** Whether the mistake is to be made here; it is made once. */
  #take(fault: Fault): boolean {
    if (this.#fault !== fault) return false
    this.#fault = undefined
    return true
  }

  #variable(declaration: JsonObject): string {
    const name = `v${this.#count++}`
    this.#variables[name] = { type: 'string', ...declaration }
    return `{{ ${name} }}`
  }

  /** Fixed text and variables that fill the room to the last unit, or leave some. */
  #text(limit: number, prefix = 'T'): string {
    const roll = this.#roll
    if (this.#take('blank-text')) return this.#variable({ minLength: 0, maxLength: 3 })
    let room = limit - prefix.length - pick(roll, [0, 0, 1, 5])
    if (this.#take('text-too-long')) room = limit - prefix.length + 1
    const first = Math.max(1, Math.min(room - 2, 1 + roll(Math.min(room, 300))))
    const second = room - first
    const kind = pick<JsonObject>(roll, [
      { maxLength: first },
      { pattern: `^[A-Za-z]{1,${Math.min(first, 900)}}$` },
      { maxLength: first, multiline: false },
    ])
    const used = 'pattern' in kind ? Math.min(first, 900) : first
    const rest = second + (first - used)
    if (rest > 1 && chance(roll, 2)) return `${prefix}${this.#variable(kind)}${'z'.repeat(rest)}`
    return `${prefix}${this.#variable(kind)}${rest < 1 ? '' : this.#variable({ maxLength: rest })}`
  }

  #data(): JsonObject {
    const isWrong = this.#take('callback-data-too-large')
    const data: JsonObject = { k: '' }
    const room = limits.callbackDataBytes.max - JSON.stringify(data).length
    if (chance(this.#roll, 3)) {
      // Two variables of 50 characters, 150 bytes each, beside fixed text.
      const two = `${this.#variable({ maxLength: 50 })}${this.#variable({ maxLength: 50 })}`
      return { k: `${'x'.repeat(room - 300 + (isWrong ? 1 : 0))}${two}` }
    }
    // A character of a plain string can take three bytes, one of an ASCII pattern one.
    const units = isWrong ? Math.floor(room / 3) + 1 : Math.floor(room / 3)
    const narrow = isWrong ? room + 1 : room
    const value = chance(this.#roll, 2)
      ? this.#variable({ maxLength: units })
      : `${'x'.repeat(narrow - 20)}${this.#variable({ pattern: '^[a-z]{0,20}$', minLength: 0 })}`
    return { k: value }
  }

  #location(): JsonObject {
    const wrong = this.#take('number-out-of-range') ? pick(this.#roll, [1, 0.001]) : 0
    this.#variables['lat'] = { type: 'number', minimum: -90, maximum: 90 + wrong }
    this.#variables['long'] = { type: 'integer', minimum: -180, maximum: 180 }
    return {
      location: {
        latitude: '{{ lat }}',
        longitude: '{{ long }}',
        name: 'Shop',
        address: 'Main Street 1',
      },
    }
  }

  /** Repeated and fixed mappings whose ids differ, as many as the limit allows. */
  #items(most: number, idMax: number, textMax: number, name: string): JsonArray {
    const roll = this.#roll
    const isOver = this.#take('too-many-items')
    const isEmpty = this.#take('too-few-items')
    const total = isOver ? most + 1 : most - roll(2)
    const repeated = isEmpty ? total : 1 + roll(total - 1)
    const isTwin = this.#take('duplicate-text')
    if (isTwin && chance(roll, 2)) {
      // Each has its own condition, and both conditions can hold.
      this.#variables['f'] = { type: 'boolean' }
      this.#variables['g'] = { type: 'boolean' }
      const twin = { id: 'twin', text: 'Twin' }
      return [
        { $if: 'f', ...twin },
        { $if: 'g', ...twin },
        { id: 'other', text: 'Other' },
      ]
    }
    this.#variables[name] = {
      type: 'array',
      minItems: isEmpty ? 0 : roll(repeated),
      maxItems: repeated,
      uniqueBy: isTwin && repeated > 1 ? ['label'] : ['id', 'label'],
      items: {
        type: 'object',
        properties: {
          id: { type: 'string', pattern: `^[0-9]{1,${Math.min(12, idMax - 8)}}$` },
          label: { type: 'string', maxLength: textMax - name.length - 1 },
          late: { type: 'boolean' },
        },
      },
    }
    const when = chance(roll, 4) && !isOver && !isEmpty && !isTwin ? { $if: `i.late` } : {}
    const loop = {
      $each: `i in ${name}`,
      ...when,
      id: `${name}:{{ i.id }}`,
      text: `${name} {{ i.label }}`,
    }
    const fixed = Array.from(
      { length: Math.max(isEmpty ? 0 : 1, total - repeated) },
      (_, index) => {
        const id = this.#take('edge-blanks') ? `${index} ` : `${name}-${index}`
        return { id, text: `${name}${index}` }
      },
    )
    if (isTwin && repeated <= 1) fixed.push({ ...fixed[0], id: `${name}-0`, text: 'Other' })
    const items: JsonArray = [
      loop,
      ...fixed.slice(0, isEmpty ? 0 : Math.max(1, total - repeated) + (isTwin ? 1 : 0)),
    ]
    return items
  }

  #reply(): JsonObject {
    const { replyButtonIdLength, replyButtonTextLength, replyButtonCount } = limits
    const buttons = this.#items(
      replyButtonCount.max,
      replyButtonIdLength.max,
      replyButtonTextLength.max,
      'b',
    )
    this.#variables['f'] = { type: 'boolean' }
    const footer = chance(this.#roll, 2)
      ? { footer: { $if: 'f', text: this.#text(limits.footerTextLength.max) } }
      : {}
    const header = chance(this.#roll, 2)
      ? { header: { $if: 'not f', text: this.#text(limits.headerTextLength.max) } }
      : {}
    return {
      text: this.#text(limits.bodyLength.max),
      replyButtonMessage: { ...header, buttons, ...footer },
    }
  }

  #list(): JsonObject {
    const { listRowIdLength, listRowTextLength, listRowCount, listSectionTitleLength } = limits
    const isUntitled = this.#take('missing-section-title')
    const rows = this.#items(listRowCount.max - 1, listRowIdLength.max, listRowTextLength.max, 'r')
    // One row is left for a second section; a list that is too long has both.
    const more = [{ id: 'all', text: 'All of them' }]
    const second = { ...(isUntitled ? {} : { title: 'More' }), rows: more }
    const first = { title: this.#text(listSectionTitleLength.max, 'S'), rows }
    const isFull = isUntitled || rows.length > 0
    return {
      text: this.#text(limits.listBodyLength.max),
      listMessage: { button: { text: 'Choose' }, sections: isFull ? [first, second] : [first] },
    }
  }
}
