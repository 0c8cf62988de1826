import type { JsonArray, JsonObject, JsonValue } from '../../src/model/json.ts'
import { limits } from '../../src/model/limits.ts'
import {
  type Draft,
  listDeclaration,
  numberDeclaration,
  type Size,
  textDeclaration,
} from './declarations-pool.ts'
import { chance, type Dice, pick } from './dice.ts'

/**
 * A message file whose shape is right and whose declarations can be satisfied: only limits can be
 * broken. About half of them are safe. Variables that nothing uses are left out.
 */
export function randomSpec(roll: Dice, size: Size): JsonObject {
  const all = declareAll(roll, size)
  const writer = new SpecWriter(roll, size)
  const around = writer.envelope()
  const message = writer.message()
  const root: Draft = { message, ...around }
  const text = JSON.stringify({ message, ...around })
  const used = Object.entries(all).filter(([name]) => isUsed(name, text))
  if (used.length > 0) root['variables'] = Object.fromEntries(used)
  return root
}

function isUsed(name: string, text: string): boolean {
  return new RegExp(`(?:\\{\\{ |\\bin |"\\$if":"(?:not )?)${name}\\b`).test(text)
}

function declareAll(roll: Dice, size: Size): JsonObject {
  const word = (): JsonObject => textDeclaration(roll, size)
  const rows = listDeclaration(roll, size, { id: word(), late: { type: 'boolean' } }, ['id'])
  return {
    a: word(),
    b: word(),
    n: numberDeclaration(roll, size),
    f: { type: 'boolean' },
    g: { type: 'boolean' },
    plain: listDeclaration(roll, size, { id: word(), label: word(), late: { type: 'boolean' } }, [
      'id',
      'label',
    ]),
    groups: listDeclaration(roll, size, { name: word(), open: { type: 'boolean' }, rows }, [
      'name',
    ]),
    box: {
      type: 'object',
      properties: { in: word(), deep: { type: 'object', properties: { x: word() } } },
    },
    words: {
      type: 'array',
      maxItems: size === 'tiny' ? 2 : 12,
      ...(roll(2) === 0 ? { uniqueItems: true } : {}),
      items: word(),
    },
  }
}

/** Names that may stand in a text, and flags that a condition may ask. */
interface Scope {
  readonly texts: readonly string[]
  readonly flags: readonly string[]
  /** Written in front of ids, so that most of them differ. */
  readonly prefix: string
  readonly keys: readonly string[]
}

const outside: Scope = {
  texts: ['a', 'b', 'n', 'f', 'box.in', 'box.deep.x'],
  flags: ['f', 'g'],
  prefix: '',
  keys: [],
}

const inPlain: Scope = {
  texts: [...outside.texts, 'p.id', 'p.label', 'p.id', 'p.label'],
  flags: [...outside.flags, 'p.late'],
  prefix: 'p',
  keys: ['p.id', 'p.label'],
}

class SpecWriter {
  readonly #roll: Dice
  readonly #size: Size
  #count = 0

  constructor(roll: Dice, size: Size) {
    this.#roll = roll
    this.#size = size
  }

  message(): JsonObject {
    const kinds = [
      () => ({ text: this.#text(limits.messageTextLength.max, outside) }),
      () => this.#attachment(),
      () => this.#location(),
      () => this.#list(),
      () => this.#list(),
      () => this.#reply(),
      () => this.#reply(),
      () => this.#single(),
      () => this.#products(),
    ]
    return pick(this.#roll, kinds)()
  }

  envelope(): JsonObject {
    const roll = this.#roll
    const around: Draft = {}
    if (chance(roll, 3)) around['callbackData'] = this.#data()
    if (chance(roll, 8)) around['campaignName'] = this.#text(100, outside)
    if (chance(roll, 6)) {
      const parameters: Draft = { body_1: this.#text(1024, outside) }
      if (chance(roll, 2)) parameters['header_text'] = this.#text(60, outside)
      around['fallback'] = { templateName: 'order_shipped', language: 'en', parameters }
    }
    return around
  }

  #data(): JsonValue {
    const roll = this.#roll
    const whole = pick(roll, ['a', 'n', 'f', 'plain', 'groups', 'box', 'box.deep', 'words'])
    const max = limits.callbackDataBytes.max
    // Several variables in one text, beside what leaves room for some of their values only.
    if (chance(roll, 3)) return { fill: `${'x'.repeat(max - 11 - roll(30))}{{ a }}{{ b }}` }
    const data: Draft = { k: `{{ ${whole} }}`, list: ['{{ a }}', 1, null, this.#text(9, outside)] }
    if (chance(roll, 2)) data['again'] = `{{ ${whole} }}`
    if (chance(roll, 3)) return data
    // Filled up to near the limit, so that a few bytes more or fewer decide.
    const tail = chance(roll, 2) ? '{{ a }}{{ b }}' : ''
    data['fill'] = 'x'.repeat(max - JSON.stringify(data).length - 9 - roll(60)) + tail
    return data
  }

  /** A text that comes near its limit in about half of all cases. */
  #text(limit: number, scope: Scope): string {
    const roll = this.#roll
    const parts: string[] = []
    const count = 1 + roll(3)
    for (let index = 0; index < count; index++) {
      parts.push(roll(3) === 0 ? pick(roll, literals) : `{{ ${pick(roll, scope.texts)} }}`)
    }
    if (roll(4) > 0) parts.splice(roll(2), 0, pick(roll, ['Ok ', 'Go: ', '#']))
    if (chance(roll, 2)) {
      const fixed = parts.filter((part) => !part.startsWith('{{')).join('').length
      const room = limit - fixed - pick(roll, [0, 1, 2, 3, 4, 6, 10, 25])
      if (room > 0) parts.push('z'.repeat(room))
    }
    return parts.join('')
  }

  #id(limit: number, scope: Scope): string {
    const roll = this.#roll
    if (chance(roll, 6)) return this.#text(limit, scope)
    // Twins that are told apart by their conditions only, if at all.
    if (chance(roll, 14)) return 'same'
    const key = scope.keys.length === 0 ? '' : `{{ ${pick(roll, scope.keys)} }}`
    const own = `${scope.prefix}${this.#count++}${pick(roll, ['', ':', '-'])}`
    const tail = chance(roll, 4) ? `{{ ${pick(roll, scope.texts)} }}` : ''
    return `${own}${key}${tail}`
  }

  #when(scope: Scope, oneIn: number): JsonObject {
    if (!chance(this.#roll, oneIn)) return {}
    const flag = pick(this.#roll, scope.flags)
    return { $if: pick(this.#roll, [flag, `not ${flag}`]) }
  }

  #worded(limit: number): JsonObject {
    return { ...this.#when(outside, 2), text: this.#text(limit, outside) }
  }

  #footer(): JsonObject {
    return chance(this.#roll, 3) ? { footer: this.#worded(limits.footerTextLength.max) } : {}
  }

  #header(): JsonObject {
    return chance(this.#roll, 3) ? { header: this.#worded(limits.headerTextLength.max) } : {}
  }

  #attachment(): JsonObject {
    const roll = this.#roll
    const type = pick(roll, ['image', 'video', 'document'])
    const url = pick(roll, ['https://example.com/a.png', 'https://example.com/{{ n }}.png'])
    const caption = chance(roll, 2) ? { caption: this.#text(1024, outside) } : {}
    const filename = type === 'document' ? { filename: 'bill-{{ a }}.pdf' } : {}
    return { attachments: [{ type, url, ...caption, ...filename }] }
  }

  #location(): JsonObject {
    const roll = this.#roll
    return {
      location: {
        latitude: pick<JsonValue>(roll, ['{{ n }}', 12.5]),
        longitude: pick<JsonValue>(roll, ['{{ n }}', -12.5]),
        name: this.#text(100, outside),
        address: 'Main Street 1',
      },
    }
  }

  /** Mappings of a sequence: written out, or repeated for `plain`; sometimes just too many. */
  #items(most: number, fields: (scope: Scope) => JsonObject, scope = outside): JsonArray {
    const roll = this.#roll
    const count = pick(roll, [1, 1, 1, 2, 2, 2, 2, 3, 3, 3, most, most - 1])
    const items = Array.from({ length: Math.max(1, count) }, () => {
      if (roll(3) > 0 || scope !== outside) return { ...this.#when(scope, 3), ...fields(scope) }
      return { $each: 'p in plain', ...this.#when(inPlain, 3), ...fields(inPlain) }
    })
    if (scope === outside && chance(roll, 8)) items.push(...this.#shares(fields))
    return items
  }

  /** Two loops of which each takes what the other one leaves of a list; now and then one too many. */
  #shares(fields: (scope: Scope) => JsonObject): readonly JsonObject[] {
    const flag = pick(this.#roll, ['p.late', 'p.late', 'p.late', 'f'])
    return [flag, `not ${flag}`].map((condition) => {
      return { $each: 'p in plain', $if: condition, ...fields(inPlain) }
    })
  }

  #reply(): JsonObject {
    const fields = (scope: Scope): JsonObject => ({
      id: this.#id(limits.replyButtonIdLength.max, scope),
      text: this.#id(limits.replyButtonTextLength.max, scope),
    })
    const buttons = this.#items(limits.replyButtonCount.max, fields)
    return {
      text: this.#text(1024, outside),
      replyButtonMessage: { ...this.#header(), buttons, ...this.#footer() },
    }
  }

  #list(): JsonObject {
    const row = (scope: Scope): JsonObject => ({
      id: this.#id(limits.listRowIdLength.max, scope),
      text: this.#id(limits.listRowTextLength.max, scope),
      ...(chance(this.#roll, 4)
        ? { description: this.#text(limits.listRowDescriptionLength.max, scope) }
        : {}),
    })
    return {
      text: this.#text(1024, outside),
      listMessage: {
        ...this.#header(),
        button: { text: this.#text(limits.listButtonTextLength.max, outside) },
        sections: this.#sections('rows', limits.listRowCount.max, row),
        ...this.#footer(),
      },
    }
  }

  #products(): JsonObject {
    const product = (scope: Scope): JsonObject => ({ productRetailerId: this.#id(100, scope) })
    return {
      text: this.#text(1024, outside),
      multiProductMessage: {
        header: { text: this.#text(limits.headerTextLength.max, outside) },
        catalogId: this.#id(40, outside),
        sections: this.#sections('productItems', 12, product),
        ...this.#footer(),
      },
    }
  }

  #single(): JsonObject {
    return {
      text: this.#text(1024, outside),
      singleProductMessage: {
        catalogId: this.#id(40, outside),
        productItem: { productRetailerId: this.#id(100, outside) },
        ...this.#footer(),
      },
    }
  }

  #sections(key: string, most: number, fields: (scope: Scope) => JsonObject): JsonArray {
    const roll = this.#roll
    const sections = Array.from(
      { length: pick(roll, [1, 1, 1, 1, 2, 2, 2, 2, 2, this.#size === 'tiny' ? 3 : 11]) },
      (): JsonObject => {
        const inGroup: Scope = {
          texts: [...outside.texts, 's.name', 's.name'],
          flags: ['f', 's.open'],
          prefix: 's',
          keys: ['s.name'],
        }
        const scope = chance(roll, 4) ? inGroup : outside
        const inRow: Scope = {
          texts: [...inGroup.texts, 'r.id', 'r.id'],
          flags: [...inGroup.flags, 'r.late'],
          prefix: 'r',
          keys: ['r.id'],
        }
        const repeated = { $each: 'r in s.rows', ...this.#when(inRow, 3), ...fields(inRow) }
        const items =
          scope === inGroup && roll(3) > 0 ? [repeated] : this.#items(most, fields, scope)
        const each = scope === inGroup ? { $each: 's in groups' } : {}
        const title =
          roll(8) > 0 ? { title: this.#id(limits.listSectionTitleLength.max, scope) } : {}
        return { ...each, ...this.#when(scope, 3), ...title, [key]: items }
      },
    )
    if (sections.length === 1 || roll(4) > 0) return sections
    // One list is shared out over sections, which may be repeated or left out themselves.
    const shares = this.#shares(fields)
    return sections.map((section, index) => {
      const items: JsonValue | undefined = section[key]
      const share = shares[index]
      return Array.isArray(items) && share ? { ...section, [key]: [...items, share] } : section
    })
  }
}

const literals = ['', ' ', 'x', 'X', 'y', '-', 'Σ', '😀', 'ab', '"', '\n', '  ', 'Hi ']
