import type { JsonObject, JsonValue } from '../../src/model/json.ts'
import { type Dice, pick } from '../proof/dice.ts'

/** The files of one message, by path below `messages/`, and how many hostile strings they hold. */
export interface HostileMessage {
  readonly name: string
  readonly files: { readonly [path: string]: string }
  readonly strings: number
}

const words =
  'arguments async await break case catch class const constructor continue debugger default delete do else enum eval export extends false finally for from function get if implements import in instanceof interface let namespace new null of package private protected prototype public return satisfies set static super switch symbol then this throw true try type typeof undefined using valueof var void while with yield'.split(
    ' ',
  )

/** Names that a variable or a property can have. */
const names = [
  ...words,
  ...[
    '__defineGetter__',
    '__lookupSetter__',
    'hasOwnProperty',
    'isPrototypeOf',
    'toString',
    'valueOf',
  ],
  ...['Object', 'Promise', 'Client', 'SendOptions', 'definition', 'client', 'options', 'variables'],
  ...['toJSON', 'length', 'name', '_', '__', 'A', 'defineMessage', 'readonly', 'never', 'any'],
]

const tokens = [
  ...["'", '"', '`', '\\', '\\\\', "\\'", '$', '${', `\${globalThis.hacked=1}`, `\`\${hacked()}\``],
  ...['*/', '/*', '*/globalThis.hacked=1/*', '//', '///', '/** */', '*\\/', '**/', '#!', '-->'],
  ...["');globalThis.hacked=1;('", '");globalThis.hacked=1;("', '`;globalThis.hacked=1;`'],
  ...['</script>', '<script>', '<!--', ']]>', '//# sourceMappingURL=x', '/*# sourceURL=y */'],
  ...['@deprecated', '{@link x}', '@ts-nocheck', '// @ts-ignore', '/// <reference path="/x"/>'],
  ...['import("fs")', 'require("fs")', 'process.exit(9)', 'eval("1")', '=>', ';', '}', '{', ')'],
  ...['$&', '$1', "$'", '$`', '$$', '%s', '&amp;', '|', ': any', 'as const)', '}} ', '\\n', '\\u'],
  ...[
    '__proto__',
    'constructor',
    'prototype',
    'null',
    'true',
    'undefined',
    '0',
    '-0',
    '1e999',
    '~',
  ],
  ...['\u2028', '\u2029', '\u202e', '\u2066', '\u2069', '\u200f', '\u200b', '\ufeff', '\u00ad'],
  ...['\u0000', '\u0007', '\u001b[31m', '\u007f', '\u0085', '\r', '\n', '\r\n', '\t', '\n\n'],
  ...[
    '\ud800',
    '\udc00',
    '\udbff\ud800',
    '😀',
    'é',
    'ß',
    'İ',
    '\u0301',
    '\u{e0001}',
    '日本',
    ' ',
    '  ',
  ],
  ...['{{', '{{ x }}', '\\{{', '}}', '"\\{{"', '#', ' #', ': ', '- ', '? ', '*a', '&a', '!x', '<<'],
]

/** Makes one message with a hostile string in every place where a string can stand. */
export function hostileMessage(roll: Dice, index: number): HostileMessage {
  let strings = 0
  /** Where everything may stand, if YAML can write it. */
  const any = (): string => {
    strings++
    return hostileText(roll)
  }
  /** A value that a declaration can allow: one line, no blanks at its ends. */
  const value = (max: number): string => {
    const text = any()
      .toWellFormed()
      .replace(/[\p{Cc}\u2028\u2029]/gu, '')
    return cut(text, max) || 'x'
  }
  /** A text of a message, in which braces are escaped. */
  const text = (max: number, mark: string): string => {
    const braced = value(max - mark.length - 6).replace(/\\*(?:\{\{?|$)/g, '(')
    return `${cut(braced, max - mark.length - 6) || 'x'}${roll(2) === 0 ? '\\{{' : ''}${mark}`
  }
  const data = (): string => prose().replace(/\{+/g, '{')
  const key = (): string => prose().replace(/^\$+/, '') || 'x'
  const taken = new Set<string>()
  const fresh = (): string => {
    const name = pick(roll, names)
    const free = taken.has(name) ? `${name}_${taken.size}` : name
    taken.add(free)
    return free
  }
  /** What people read: no control characters but line feeds. */
  const prose = (): string =>
    any()
      .toWellFormed()
      .replace(/[^\P{Cc}\n]|[\u2028\u2029]/gu, '')
  const described = (): JsonObject => ({ title: prose(), description: prose() })
  const choices = [...new Set([value(12), value(12), value(12)])]
  const [plain, choice, fixed, lines, whole, list, coded] = Array.from({ length: 7 }, fresh)
  const [inner, innerChoice] = [pick(roll, names), 'other']
  const item = {
    type: 'object',
    properties: object([
      [inner ?? 'x', { type: 'string', maxLength: 9, ...described() }],
      [innerChoice, { type: 'string', enum: choices, description: prose() }],
    ]),
  }
  const itemValue = object([
    [inner ?? 'x', value(9)],
    [innerChoice, choices[0] ?? 'x'],
  ])
  const variables = object([
    [
      plain ?? '',
      { type: 'string', maxLength: 12, default: value(12), examples: [value(12)], ...described() },
    ],
    [choice ?? '', { type: 'string', enum: choices, default: choices[0] ?? 'x', ...described() }],
    [fixed ?? '', { type: 'string', const: value(12), ...described() }],
    [lines ?? '', { type: 'string', multiline: true, minLength: 0, maxLength: 40, ...described() }],
    [whole ?? '', item],
    [list ?? '', { type: 'array', maxItems: 2, items: item, ...described() }],
    [coded ?? '', codedString(value(12), roll)],
  ])
  const fixedValue = variables[fixed ?? '']
  const body = {
    text: `${text(60, '')}{{ ${plain} }}{{ ${choice} }}{{ ${fixed} }}{{ ${lines} }}{{ ${coded} }}.`,
    replyButtonMessage: {
      header: { text: text(40, '') },
      buttons: [
        { id: text(60, 'a'), text: text(20, 'a') },
        { id: `{{ ${choice} }}${text(60, 'b')}`, text: text(20, 'b') },
      ],
      footer: { text: text(40, '') },
    },
  }
  const words = pick(roll, wordsOfNames)
  const name = index < wordsOfNames.length ? (wordsOfNames[index] ?? 'a') : `${words}/m${index}`
  const root = {
    description: prose(),
    variables,
    examples: [
      {
        name: value(60),
        variables: object([
          [choice ?? '', choices.at(-1) ?? 'x'],
          [fixed ?? '', isMapping(fixedValue) ? (fixedValue['const'] ?? '') : ''],
          [lines ?? '', `${value(9)}\n${value(9)}`],
          [whole ?? '', itemValue],
          [list ?? '', [itemValue, { ...itemValue, [innerChoice]: choices.at(-1) ?? 'x' }]],
        ]),
      },
    ],
    message: body,
    callbackData: object([
      [key(), data()],
      ['constructor', { [key()]: `{{ ${whole} }}` }],
      ['list', [`{{ ${list} }}`, data(), null, 1e21]],
    ]),
    campaignName: text(60, ''),
  }
  const variant = {
    description: prose(),
    message: { ...body, text: `${text(60, '')}${body.text}` },
  }
  const files = {
    [`${name}.yaml`]: asYaml(root),
    ...(roll(2) === 0 ? { [`${name}.es.yaml`]: asYaml(variant) } : {}),
  }
  return { name, files, strings }
}

/** A string with a pattern that holds what must not end, or begin, anything in code. */
function codedString(text: string, roll: Dice): JsonObject {
  const isSlashQuoted = roll(2) === 0
  const quoted = text
    .replace(/[$^\\.*+?()[\]{}|]/g, '\\$&')
    .replaceAll('/', isSlashQuoted ? '\\/' : '/')
  const pattern = pick(roll, [
    `^${quoted}$`,
    `^(?:${quoted}|#x/?)$`,
    `^[${quoted.replaceAll('-', '\\-')}/ -.]{1,12}$`,
    `^${quoted}/?(?:/[*]x)*`,
    `${quoted}|</script>`,
    `^(?<word>${quoted})[\\p{L}/]?$`,
  ])
  return { type: 'string', pattern, maxLength: 12, default: text }
}

/** A string as it comes, which no linter has seen. */
export function hostileText(roll: Dice): string {
  return Array.from({ length: 1 + roll(3) }, () => pick(roll, tokens)).join('')
}

/** Words that message names can be made of: letters in small, no name of a device, not `index`. */
const wordsOfNames: readonly string[] = words.filter((word) => word !== 'index')

/** JSON is YAML, once what YAML cannot write as it is has been escaped. */
function asYaml(value: JsonValue): string {
  const text = JSON.stringify(value, null, 1)
  return `${text.replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, escapeUnit)}\n`
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/** Cut to so many units, without half a character or a blank at an end. */
function cut(text: string, max: number): string {
  return text
    .slice(0, max)
    .replace(/[\ud800-\udbff]$/, '')
    .trim()
}

function object(entries: readonly (readonly [string, JsonValue])[]): JsonObject {
  return Object.fromEntries(entries)
}

function isMapping(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
