import type { Reference, TextPart, ValuePart } from '../model/bounds.ts'
import { isObject, type JsonValue } from '../model/json.ts'
import { addIntervals, exactly, type Interval } from '../model/shape.ts'
import { jsonBytesOf, jsonBytesOfValue } from '../model/shape-of.ts'
import type { Path } from '../model/source.ts'
import { wholeVariable } from '../model/template.ts'

type ReadParts = (source: string, path: Path) => readonly TextPart[] | undefined

/** Adds up the bytes that a JSON value with template variables can take as compact UTF-8 JSON. */
export class ValueMeasure {
  readonly #readParts: ReadParts
  readonly #variables: Omit<ValuePart, 'times'>[] = []
  #isKnown = true

  constructor(readParts: ReadParts) {
    this.#readParts = readParts
  }

  /** Undefined where a template in the value cannot be read: that was reported. */
  measure(
    value: JsonValue,
    path: Path,
  ): { readonly bytes: Interval; readonly largest?: ValuePart } | undefined {
    const bytes = this.#bytesOf(value, path)
    if (!this.#isKnown) return undefined
    const largest = this.#largest()
    return { bytes, ...(largest === undefined ? {} : { largest }) }
  }

  #bytesOf(value: JsonValue, path: Path): Interval {
    if (typeof value === 'string') return this.#bytesOfString(value, path)
    if (Array.isArray(value)) {
      const items = value.map((item: JsonValue, index) => this.#bytesOf(item, [...path, index]))
      return items.reduce(addIntervals, exactly(2 + Math.max(0, items.length - 1)))
    }
    if (!isObject(value)) return exactly(jsonBytesOfValue(value))
    const object = value
    const keys = Object.keys(object)
    const names = keys.reduce((sum, key) => sum + jsonBytesOfValue(key) + 1, 0)
    const values = keys.map((key) => this.#bytesOf(object[key] ?? null, [...path, key]))
    return values.reduce(addIntervals, exactly(2 + names + Math.max(0, keys.length - 1)))
  }

  #bytesOfString(source: string, path: Path): Interval {
    const parts = this.#readParts(source, path)
    if (parts === undefined) {
      this.#isKnown = false
      return exactly(0)
    }
    const isWhole = wholeVariable(source) !== undefined
    let bytes = exactly(isWhole ? 0 : 2)
    for (const { span, shape, reference } of parts) {
      const own = isWhole && reference ? jsonBytesOf(reference.declaration) : shape.jsonBytes
      if (reference !== undefined) this.#variables.push({ path, span, bytes: own, reference })
      bytes = addIntervals(bytes, own)
    }
    return bytes
  }

  #largest(): ValuePart | undefined {
    let worst: Omit<ValuePart, 'times'> | undefined
    for (const part of this.#variables) {
      if (worst === undefined || part.bytes.max > worst.bytes.max) worst = part
    }
    if (worst === undefined) return undefined
    const name = nameOf(worst.reference)
    const times = this.#variables.filter((part) => nameOf(part.reference) === name).length
    return { ...worst, times }
  }
}

function nameOf(reference: Reference): string {
  return reference.names.join('.')
}
