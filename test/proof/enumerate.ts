import { isObject, type JsonObject, type JsonValue } from '../../src/model/json.ts'

// Written without the checker's own code: what it says is compared with what is found here.

/** Everything that a declaration of a small domain allows; undefined where that is more than `cap`. */
export function valuesOf(declaration: JsonObject, cap: number): readonly JsonValue[] | undefined {
  switch (declaration['type']) {
    case 'string':
      return stringsOf(declaration)
    case 'integer':
      return integersOf(declaration)
    case 'boolean':
      return [true, false]
    case 'array':
      return listsOf(declaration, cap)
    case 'object':
      return objectsOf(objectAt(declaration, 'properties'), cap)
    default:
      throw new TypeError(`no small domain: ${JSON.stringify(declaration)}`)
  }
}

/** All objects with one of its values for every name; undefined where they are more than `cap`. */
export function objectsOf(declarations: JsonObject, cap: number): JsonObject[] | undefined {
  let objects: JsonObject[] = [{}]
  for (const name of Object.keys(declarations)) {
    const values = valuesOf(objectAt(declarations, name), cap)
    if (values === undefined || values.length * objects.length > cap) return undefined
    objects = objects.flatMap((object) => values.map((value) => ({ ...object, [name]: value })))
  }
  return objects
}

function objectAt(object: JsonObject, key: string): JsonObject {
  const value = object[key]
  if (!isObject(value)) throw new TypeError(`no mapping at ${key}`)
  return value
}

function stringsOf(declaration: JsonObject): readonly string[] {
  const { pattern, minLength = 1, maxLength = 2, trim = true } = declaration
  const listed =
    declaration['enum'] ?? (declaration['const'] === undefined ? undefined : [declaration['const']])
  const letters = ['x', 'y', 'Y', ' ', ...(declaration['multiline'] === true ? ['\n'] : [])]
  const words = Array.isArray(listed) ? listed.map(String) : wordsOf(letters, 2)
  const used = words.map((word) => (trim === true ? word.trim() : word))
  const matcher = typeof pattern === 'string' ? new RegExp(pattern, 'u') : /(?:)/u
  return [...new Set(used)].filter((word) => {
    const most = Array.isArray(listed) ? word.length : Number(maxLength)
    return word.length >= Number(minLength) && word.length <= most && matcher.test(word)
  })
}

function wordsOf(letters: readonly string[], max: number): readonly string[] {
  let words = ['']
  const all = ['']
  for (let length = 1; length <= max; length++) {
    words = words.flatMap((word) => letters.map((letter) => word + letter))
    all.push(...words)
  }
  return all
}

function integersOf({ minimum, maximum, multipleOf = 1 }: JsonObject): readonly number[] {
  const numbers: number[] = []
  for (let value = Number(minimum); value <= Number(maximum); value++) {
    if (value % Number(multipleOf) === 0) numbers.push(value)
  }
  return numbers
}

function listsOf(declaration: JsonObject, cap: number): readonly JsonValue[] | undefined {
  const { minItems = 0, maxItems, uniqueItems, uniqueBy = [] } = declaration
  const values = valuesOf(objectAt(declaration, 'items'), cap)
  if (values === undefined) return undefined
  const keys = [uniqueBy].flat().map(String)
  const isAllowed = (list: readonly JsonValue[]): boolean =>
    (uniqueItems !== true || areDifferent(list)) &&
    keys.every((key) =>
      areDifferent(list.map((item) => (isObject(item) ? (item[key] ?? null) : null))),
    )
  let lists: JsonValue[][] = [[]]
  const all: JsonValue[] = Number(minItems) === 0 ? [[]] : []
  for (let size = 1; size <= Number(maxItems); size++) {
    if (lists.length * values.length > cap) return undefined
    lists = lists.flatMap((list) => values.map((value) => [...list, value])).filter(isAllowed)
    if (size >= Number(minItems)) all.push(...lists)
  }
  return all
}

function areDifferent(list: readonly JsonValue[]): boolean {
  const texts = list.map((value) => JSON.stringify(value).toUpperCase())
  return new Set(texts).size === list.length
}
