import type {
  Guard,
  ItemBounds,
  Loop,
  MessageBounds,
  NumberBounds,
  ObjectBounds,
  SequenceBounds,
  TextBounds,
  TextPart,
  ValueBounds,
  ValuePart,
} from './bounds.ts'
import { isObject, type JsonObject, type JsonValue } from './json.ts'
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

/** Walks a message file, or a filled message, and collects what every field of it can become. */
export function walkMessage<Scope extends WalkScope>(
  root: JsonObject,
  scope: Scope,
  reader: Reader<Scope>,
): MessageBounds {
  const message = Object.hasOwn(root, 'message') ? root['message'] : undefined
  const type = isObject(message) ? contentTypeOf(message) : undefined
  const walk = new Walk(reader, type ?? 'text')
  for (const key of rootKeys) {
    const value = Object.hasOwn(root, key) ? root[key] : undefined
    if (value !== undefined) walk.visit(value, [key], key, scope, undefined)
  }
  const data = Object.hasOwn(root, 'callbackData') ? root['callbackData'] : undefined
  const callbackData = data === undefined ? undefined : walk.measure(data, ['callbackData'], scope)
  return {
    type: type ?? 'text',
    root,
    reasoning: reader.reasoning,
    texts: walk.texts,
    numbers: walk.numbers,
    objects: walk.objects,
    sequences: walk.sequences,
    ...(callbackData === undefined ? {} : { callbackData }),
  }
}

class Walk<Scope extends WalkScope> {
  readonly texts: TextBounds[] = []
  readonly numbers: NumberBounds[] = []
  readonly objects: ObjectBounds[] = []
  readonly sequences: SequenceBounds[] = []
  readonly #reader: Reader<Scope>
  readonly #type: ContentType

  constructor(reader: Reader<Scope>, type: ContentType) {
    this.#reader = reader
    this.#type = type
  }

  visit(
    value: JsonValue,
    path: Path,
    field: string,
    scope: Scope,
    parent: ItemBounds | undefined,
    kind = '',
  ): void {
    if (typeof value === 'string') this.#visitString(value, path, field + kind, scope)
    else if (typeof value === 'number') this.#visitNumber(value, path, field, scope)
    else if (Array.isArray(value)) this.#visitSequence(value, path, field, scope, parent)
    else if (isObject(value)) this.#visitObject(value, path, field, scope, parent)
  }

  measure(value: JsonValue, path: Path, scope: Scope): ValueBounds | undefined {
    const measured = this.#reader.value(value, path, scope)
    if (measured === undefined) return undefined
    return { path, field: 'callbackData', guard: [], loops: [], value, ...measured }
  }

  #visitString(source: string, path: Path, field: string, scope: Scope): void {
    const place = { path, field, guard: scope.guard, loops: scope.loops }
    if (numberFields.has(field)) {
      const number = this.#reader.number(source, path, scope)
      if (number !== undefined) this.numbers.push({ ...place, ...number })
      return
    }
    const text = this.#reader.text(source, path, scope)
    if (text !== undefined) this.texts.push({ ...place, source, ...text })
  }

  #visitNumber(value: number, path: Path, field: string, scope: Scope): void {
    this.numbers.push({
      path,
      field,
      guard: scope.guard,
      loops: scope.loops,
      range: exactly(value),
    })
  }

  #visitSequence(
    value: readonly JsonValue[],
    path: Path,
    field: string,
    scope: Scope,
    parent: ItemBounds | undefined,
  ): void {
    const items: ItemBounds[] = []
    let isKnown = true
    value.forEach((item, index) => {
      const itemPath = [...path, index]
      if (!isObject(item)) return
      const entered = this.#reader.enter(item, itemPath, scope, true)
      if (entered === undefined) {
        isKnown = false
        return
      }
      const { repetition, scope: inner } = entered
      const bounds: ItemBounds = {
        path: itemPath,
        field: `${field}[]`,
        guard: inner.guard,
        loops: inner.loops,
        count: repetition.count,
        ownGuard: repetition.ownGuard,
        ...(parent === undefined ? {} : { parent }),
      }
      items.push(bounds)
      const visit = (): void => this.#visitKeys(item, itemPath, `${field}[]`, inner, bounds)
      if (repetition.count.max > 0) visit()
      else this.#passBy(visit)
    })
    const place = { path, field, guard: scope.guard, loops: scope.loops }
    // How often an item stands there is not known where its `$each` could not be read.
    if (isKnown) this.sequences.push({ ...place, items })
  }

  #visitObject(
    value: JsonObject,
    path: Path,
    field: string,
    scope: Scope,
    parent: ItemBounds | undefined,
  ): void {
    const entered = this.#reader.enter(value, path, scope, false)
    if (entered === undefined) return
    const visit = (): void => this.#visitKeys(value, path, field, entered.scope, parent)
    if (entered.repetition.count.max > 0) visit()
    else this.#passBy(visit)
  }

  /** Reads what is never there: mistakes in it are mistakes, and that it is too long is none. */
  #passBy(visit: () => void): void {
    const collected = [this.texts, this.numbers, this.objects, this.sequences]
    const lengths = collected.map(({ length }) => length)
    visit()
    for (const [index, list] of collected.entries()) list.length = lengths[index] ?? 0
  }

  #visitKeys(
    value: JsonObject,
    path: Path,
    field: string,
    scope: Scope,
    parent: ItemBounds | undefined,
  ): void {
    this.objects.push({ path, field, guard: scope.guard, loops: scope.loops, value })
    for (const key of Object.keys(value)) {
      const child = value[key]
      if (child === undefined || key === '$each' || key === '$if') continue
      const kind = this.#kindOf(field, key, value)
      this.visit(child, [...path, key], `${field}.${key}`, scope, parent, kind)
    }
  }

  /** The kind that a field's limits depend on: the content type, or the type of an attachment. */
  #kindOf(field: string, key: string, value: JsonObject): string {
    if (field === 'message' && key === 'text') return `@${this.#type}`
    if (field === 'recipient' && key === 'id') {
      return String(value['id']).startsWith('+') ? '@number' : '@bsuid'
    }
    const type = Object.hasOwn(value, 'type') ? value['type'] : undefined
    if (isAttachment(field) && key !== 'type' && typeof type === 'string') return `@${type}`
    return ''
  }
}

/** Whether a field is an attachment: the message itself, or in a header. */
export function isAttachment(field: string): boolean {
  return field === 'message.attachments[]' || field.endsWith('.header.attachment')
}
