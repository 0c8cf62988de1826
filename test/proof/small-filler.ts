import { isObject, type JsonObject, type JsonValue } from '../../src/model/json.ts'

/** A text, number or sequence of a filled message, and where in the file it was written. */
export interface Piece {
  readonly source: string
  readonly field: string
  readonly value: JsonValue
}

/** Fills a file in for one assignment, and lists what came of it: a second opinion on `fill`. */
export function fillSmall(root: JsonObject, variables: JsonObject): readonly Piece[] {
  const pieces: Piece[] = []
  for (const [key, value] of Object.entries(root)) {
    if (key === 'variables') continue
    if (key === 'callbackData') {
      pieces.push({ source: key, field: key, value: fillData(value, variables) })
    } else visit(value, key, key, variables, pieces)
  }
  return pieces
}

function visit(
  value: JsonValue,
  source: string,
  field: string,
  names: JsonObject,
  pieces: Piece[],
): void {
  if (Array.isArray(value)) {
    const items = value.flatMap((item: JsonValue, index) =>
      copiesOf(item, names).map((inner) => ({ item, index, inner })),
    )
    pieces.push({ source, field: `${field}[]`, value: items.length })
    for (const { item, index, inner } of items) {
      visit(item, `${source}.${index}`, `${field}[]`, inner, pieces)
    }
  } else if (isObject(value)) {
    pieces.push({ source, field, value })
    for (const [key, child] of Object.entries(value)) {
      if (key.startsWith('$') || (isObject(child) && !isThere(child, names))) continue
      visit(child, `${source}.${key}`, `${field}.${key}`, names, pieces)
    }
  } else if (typeof value === 'string') {
    const isCoordinate = /\.(?:lat|long)itude$/.test(field)
    pieces.push({
      source,
      field,
      value: isCoordinate ? fillData(value, names) : fillText(value, names),
    })
  } else pieces.push({ source, field, value })
}

function copiesOf(item: JsonValue, names: JsonObject): readonly JsonObject[] {
  if (!isObject(item)) return [names]
  const [name = '', list = ''] = String(item['$each'] ?? '').split(' in ')
  const elements = list === '' ? undefined : lookUp(list, names)
  const scopes = Array.isArray(elements)
    ? elements.map((element: JsonValue) => ({ ...names, [name]: element }))
    : [names]
  return scopes.filter((scope) => isThere(item, scope))
}

function isThere(value: JsonObject, names: JsonObject): boolean {
  const condition = value['$if']
  if (typeof condition !== 'string') return true
  return condition.startsWith('not ')
    ? lookUp(condition.slice(4), names) === false
    : lookUp(condition, names) === true
}

function lookUp(name: string, names: JsonObject): JsonValue {
  let value: JsonValue = names
  for (const part of name.split('.')) value = isObject(value) ? (value[part] ?? null) : null
  return value
}

function fillText(text: string, names: JsonObject): string {
  return text.replace(/\{\{ ([\w.]+) \}\}/g, (_, name: string) => String(lookUp(name, names)))
}

function fillData(value: JsonValue, names: JsonObject): JsonValue {
  if (typeof value === 'string') {
    const whole = /^\{\{ ([\w.]+) \}\}$/.exec(value)?.[1]
    return whole === undefined ? fillText(value, names) : lookUp(whole, names)
  }
  if (Array.isArray(value)) return value.map((item: JsonValue) => fillData(item, names))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [key, fillData(child, names)]),
  )
}
