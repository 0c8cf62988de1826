import { type JsonValue, setOwn } from '../model/json.ts'
import { formatPath, type Path } from '../model/source.ts'

/** A value that can be data, or the places where it cannot. */
export interface PlainValue {
  readonly value: JsonValue
  readonly problems: readonly { readonly path: Path; readonly message: string }[]
}

const maxDepth = 32

/**
 * Makes plain data of what a module exports: properties that are `undefined` are left out, and
 * whatever JSON cannot hold is a problem.
 */
export function toPlainValue(exported: unknown): PlainValue {
  const problems: { path: Path; message: string }[] = []
  const refuse = (path: Path, what: string): null => {
    const place = path.length === 0 ? 'the config' : `\`${formatPath(path)}\``
    problems.push({ path, message: `${place} is ${what}, a config is plain data` })
    return null
  }
  const copy = (value: unknown, path: Path): JsonValue => {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
    if (typeof value === 'number') {
      return Number.isFinite(value) ? value : refuse(path, `the number ${value}`)
    }
    if (typeof value !== 'object') return refuse(path, nameOf(value))
    if (path.length > maxDepth) return refuse(path, `nested more than ${maxDepth} levels deep`)
    if (Array.isArray(value)) return value.map((item, index) => copy(item, [...path, index]))
    if (!isPlain(value)) return refuse(path, 'an object of a class')
    const result = {}
    for (const [key, child] of Object.entries(value)) {
      if (child !== undefined) setOwn(result, key, copy(child, [...path, key]))
    }
    return result
  }
  return { value: copy(exported, []), problems }
}

/** Realms have prototypes of their own, so the prototype is not compared: it must be the last one. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

function nameOf(value: unknown): string {
  return value === undefined ? 'undefined' : `a ${typeof value}`
}
