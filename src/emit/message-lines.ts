import { compareText } from '../model/diagnostic.ts'
import { isObject, type JsonArray, type JsonObject, type JsonValue } from '../model/json.ts'

/** One text of a message as a customer meets it. */
export interface MessageLine {
  readonly label: string
  readonly text: string
}

/** What can be said of a message in one locale: filled in, or as it is written. */
export interface SaidMessage {
  readonly message: JsonObject
  readonly fallback?: JsonValue
}

/**
 * Everything that a customer sees of a message, from top to bottom. Ids are left out: nobody reads
 * them. As it is written, what is repeated or left out says so.
 */
export function messageLines({ message, fallback }: SaidMessage): readonly MessageLine[] {
  return [
    ...linesOf(message, ''),
    ...(fallback === undefined
      ? []
      : [...linesOf(fallback, '')].map(({ label, text }) => ({
          label: `fallback ${label}`,
          text,
        }))),
  ]
}

/** What only programs read, or what says how the rest is laid out. */
const unread: ReadonlySet<string> = new Set(['id', '$if', '$each', 'isEcho'])

function* linesOf(value: JsonValue, label: string, condition = ''): Iterable<MessageLine> {
  if (isList(value)) {
    for (const item of value) yield* linesOf(item, singular(label), condition)
    return
  }
  if (isObject(value)) {
    const own = [condition, conditionOf(value)].filter((text) => text !== '').join(', ')
    for (const [key, child] of fromTop(value)) {
      if (unread.has(key) && (key !== 'id' || !isObject(child))) continue
      // The type of a file is part of what the other keys beside it are.
      if (key === 'type' && Object.hasOwn(value, 'url')) continue
      yield* linesOf(child, labelOf(key, label, value), own)
    }
    return
  }
  for (const text of String(value).split('\n')) {
    yield { label, text: condition === '' ? text : `${text} (${condition})` }
  }
}

/** From top to bottom, or from what is first said to its details. */
const order: readonly string[] = [
  ...['attachments', 'text', 'title', 'header', 'attachment', 'url', 'caption', 'filename'],
  ...['latitude', 'longitude', 'name', 'address', 'description', 'catalogId', 'productItem'],
  ...['button', 'buttons', 'sections', 'rows', 'productItems', 'footer'],
  ...['templateName', 'language', 'parameters'],
]

/** The members of an object, in an order in which files need not have them. */
function fromTop(object: JsonObject): readonly (readonly [string, JsonValue])[] {
  const rank = (key: string): number => {
    const index = order.indexOf(key)
    return index < 0 ? order.length : index
  }
  return Object.entries(object).toSorted(
    ([left], [right]) => rank(left) - rank(right) || compareText(left, right),
  )
}

const containers: ReadonlySet<string> = new Set([
  'message',
  'listMessage',
  'replyButtonMessage',
  'singleProductMessage',
  'multiProductMessage',
])

function labelOf(key: string, around: string, holder: JsonObject): string {
  if (containers.has(key)) return ''
  if (key === 'url')
    return [around.replace(/ ?attachment$/, ''), kindOf(holder)].filter(Boolean).join(' ')
  if (key === 'text' || key === 'title') return around === '' ? key : around
  if (key === 'productRetailerId') return 'product'
  if (key === 'rows' || key === 'productItems' || key === 'buttons' || key === 'sections')
    return key
  if (key === 'catalogId') return 'catalogue'
  if (key === 'templateName') return 'template'
  return around === '' ? key : `${around} ${key}`
}

function kindOf({ type }: JsonObject): string {
  return typeof type === 'string' ? type : 'file'
}

function singular(label: string): string {
  return label === 'productItems' ? 'product' : label.replace(/s$/, '')
}

function conditionOf(object: JsonObject): string {
  const { $each, $if } = object
  return [
    ...(typeof $each === 'string' ? [`for each ${$each}`] : []),
    ...(typeof $if === 'string' ? [`if ${$if}`] : []),
  ].join(', ')
}

function isList(value: JsonValue): value is JsonArray {
  return Array.isArray(value)
}
