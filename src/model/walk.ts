import type {
  Guard,
  ItemBounds,
  Loop,
  MessageBounds,
  NumberBounds,
  ObjectBounds,
  Place,
  SequenceBounds,
  TextBounds,
  TextPart,
  ValueBounds,
  ValuePart,
} from './bounds.ts'
import { isObject, type JsonObject, type JsonValue, ownMember } from './json.ts'
import type { LimitIndex } from './limit-index.ts'
import { mayVary } from './may-vary.ts'
import { type ContentType, contentTypeOf } from './message.ts'
import type { Reasoning } from './reasoning.ts'
import type { Interval, TextShape } from './shape.ts'
import { exactly } from './shape.ts'
import type { Path } from './source.ts'

/** What is known at a place of a message: loops and conditions around it. */
export interface WalkScope {
  readonly loops: readonly Loop[]
  readonly guard: Guard
}

/** What a mapping's own `$each` and `$if` say. */
export interface Repetition {
  readonly loop?: Loop
  readonly ownGuard: Guard
  readonly count: Interval
}

/**
 * How strings are read: as templates over declared variables, or as the finished texts of a
 * filled message. `undefined` means that nothing can be said; the place is then left out, since
 * whatever is wrong there was reported already.
 */
export interface Reader<Scope extends WalkScope> {
  readonly reasoning: Reasoning
  readonly limits: LimitIndex
  text(
    source: string,
    path: Path,
    scope: Scope,
  ): { readonly shape: TextShape; readonly parts: readonly TextPart[] } | undefined
  number(
    source: string,
    path: Path,
    scope: Scope,
  ): Pick<NumberBounds, 'range' | 'reference' | 'span'> | undefined
  value(
    value: JsonValue,
    path: Path,
    scope: Scope,
  ): { readonly bytes: Interval; readonly largest?: ValuePart } | undefined
  /** Reads `$each` and `$if` of a mapping; `undefined` and a count of none leave the mapping out. */
  enter(
    value: JsonObject,
    path: Path,
    scope: Scope,
    isItem: boolean,
  ): { readonly repetition: Repetition; readonly scope: Scope } | undefined
}

const numberFields: ReadonlySet<string> = new Set([
  'message.location.latitude',
  'message.location.longitude',
])

const rootKeys = ['message', 'campaignName', 'sender', 'recipient', 'order', 'fallback'] as const

/** Where a value stands, and in which item. */
interface Visit<Scope> {
  readonly path: Path
  readonly field: string
  readonly scope: Scope
  readonly parent?: ItemBounds | undefined
}

/** Walks a message file, or a filled message, and collects what every field of it can become. */
export function walkMessage<Scope extends WalkScope>(
  root: JsonObject,
  scope: Scope,
  reader: Reader<Scope>,
): MessageBounds {
  const texts: TextBounds[] = []
  const numbers: NumberBounds[] = []
  const objects: ObjectBounds[] = []
  const sequences: SequenceBounds[] = []
  const message = ownMember(root, 'message')
  const type = (isObject(message) ? contentTypeOf(message) : undefined) ?? 'text'

  function visit(value: JsonValue, at: Visit<Scope>, kind = ''): void {
    if (typeof value === 'string') visitString(value, { ...at, field: at.field + kind })
    else if (typeof value === 'number') numbers.push({ ...placeOf(at), range: exactly(value) })
    else if (Array.isArray(value)) visitSequence(value, at)
    else if (isObject(value)) enter(value, at, false)
  }

  function visitString(source: string, at: Visit<Scope>): void {
    if (numberFields.has(at.field)) {
      const number = reader.number(source, at.path, at.scope)
      if (number !== undefined) numbers.push({ ...placeOf(at), ...number })
      return
    }
    const text = reader.text(source, at.path, at.scope)
    if (text !== undefined) texts.push({ ...placeOf(at), source, ...text })
  }

  function visitSequence(value: readonly JsonValue[], at: Visit<Scope>): void {
    const items: ItemBounds[] = []
    let isKnown = true
    const field = `${at.field}[]`
    for (const [index, item] of value.entries()) {
      if (!isObject(item)) continue
      const bounds = enter(item, { ...at, path: [...at.path, index], field }, true)
      if (bounds === undefined) isKnown = false
      else items.push(bounds)
    }
    // How often an item stands there is not known where its `$each` could not be read.
    if (isKnown) sequences.push({ ...placeOf(at), items })
  }

  /** Reads a mapping, as an item or for itself; nothing where its `$each` or `$if` cannot be read. */
  function enter(value: JsonObject, at: Visit<Scope>, isItem: boolean): ItemBounds | undefined {
    const entered = reader.enter(value, at.path, at.scope, isItem)
    if (entered === undefined) return undefined
    const { repetition, scope: inner } = entered
    const { parent } = at
    const { count, ownGuard } = repetition
    const within = { ...at, scope: inner }
    const bounds = { ...placeOf(within), count, ownGuard, ...(parent && { parent }) }
    const read = (): void => visitKeys(value, isItem ? { ...within, parent: bounds } : within)
    if (!mayVary || count.max > 0) read()
    else passBy(read)
    return bounds
  }

  /** Reads what is never there: mistakes in it are mistakes, and that it is too long is none. */
  function passBy(read: () => void): void {
    const collected = [texts, numbers, objects, sequences]
    const lengths = collected.map(({ length }) => length)
    read()
    for (const [index, list] of collected.entries()) list.length = lengths[index] ?? 0
  }

  function visitKeys(value: JsonObject, at: Visit<Scope>): void {
    const { path, field } = at
    objects.push({ ...placeOf(at), value })
    for (const key of Object.keys(value)) {
      const child = value[key]
      if (child === undefined || key === '$each' || key === '$if') continue
      const within = { ...at, path: [...path, key], field: `${field}.${key}` }
      visit(child, within, kindOf(type, field, key, value))
    }
  }

  for (const key of rootKeys) {
    const value = ownMember(root, key)
    if (value !== undefined) visit(value, { path: [key], field: key, scope })
  }
  const callbackData = measureData(ownMember(root, 'callbackData'), scope, reader)
  return {
    type,
    root,
    reasoning: reader.reasoning,
    limits: reader.limits,
    texts,
    numbers,
    objects,
    sequences,
    ...(callbackData && { callbackData }),
  }
}

function placeOf({ path, field, scope: { guard, loops } }: Visit<WalkScope>): Place {
  return { path, field, guard, loops }
}

function measureData<Scope extends WalkScope>(
  value: JsonValue | undefined,
  scope: Scope,
  reader: Reader<Scope>,
): ValueBounds | undefined {
  const path = ['callbackData']
  const measured = value === undefined ? undefined : reader.value(value, path, scope)
  if (value === undefined || measured === undefined) return undefined
  return { path, field: 'callbackData', guard: [], loops: [], value, ...measured }
}

/** The kind that a field's limits depend on: the content type, or the type of an attachment. */
function kindOf(contentType: ContentType, field: string, key: string, value: JsonObject): string {
  if (field === 'message' && key === 'text') return `@${contentType}`
  if (field === 'recipient' && key === 'id') {
    return String(value['id']).startsWith('+') ? '@number' : '@bsuid'
  }
  const type = ownMember(value, 'type')
  if (isAttachment(field) && key !== 'type' && typeof type === 'string') return `@${type}`
  return ''
}

/** Whether a field is an attachment: the message itself, or in a header. */
export function isAttachment(field: string): boolean {
  return field === 'message.attachments[]' || field.endsWith('.header.attachment')
}
