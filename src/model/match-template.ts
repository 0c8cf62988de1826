import { checkValue } from './check-variables.ts'
import type { Declaration } from './declaration.ts'
import type { Form } from './form.ts'
import type { JsonValue } from './json.ts'
import type { VariableDeclarations } from './reply-table.ts'
import type { TemplatePart } from './template.ts'

/** Name as it is written, `parcel.id` → its value. */
export type Binding = ReadonlyMap<string, JsonValue>

/** With more readings than this a text is no clearer. */
const maxBindings = 4
/** Pieces that are judged before a search is given up: no text that we sent needs as many. */
const maxChecks = 20_000

/**
 * Every way to read a text as a filled template: values that their declarations allow and that,
 * filled in again, give exactly this text.
 */
export function matchTemplate(
  parts: readonly TemplatePart[],
  variables: VariableDeclarations<Form>,
  text: string,
): readonly Binding[] {
  const search = new Search(parts, variables, text)
  return search.run()
}

/** Whether a text has the fixed parts of a template, whatever stands between them. */
export function hasFixedParts(parts: readonly TemplatePart[], text: string): boolean {
  let position = 0
  let isOpen = false
  for (const [index, part] of parts.entries()) {
    if (part.type === 'variable') {
      isOpen = true
      continue
    }
    const isLast = index === parts.length - 1
    const found =
      isLast && isOpen ? text.length - part.text.length : text.indexOf(part.text, position)
    const isHere = found >= position && text.startsWith(part.text, found)
    if (!isHere || (!isOpen && found !== position)) return false
    position = found + part.text.length
    isOpen = false
  }
  return isOpen || position === text.length
}

class Search {
  readonly #parts: readonly TemplatePart[]
  readonly #variables: VariableDeclarations<Form>
  readonly #text: string
  readonly #found: Binding[] = []
  /** Places from which nothing was found; what a repeated variable was bound to would matter. */
  readonly #deadEnds: Set<number> | undefined
  #checks = 0

  constructor(parts: readonly TemplatePart[], variables: VariableDeclarations<Form>, text: string) {
    this.#parts = parts
    this.#variables = variables
    this.#text = text
    const names = parts.flatMap((part) => (part.type === 'variable' ? [nameOf(part.names)] : []))
    this.#deadEnds = new Set(names).size === names.length ? new Set() : undefined
  }

  run(): readonly Binding[] {
    this.#from(0, 0, new Map())
    return this.#found
  }

  #from(index: number, start: number, bound: Binding): boolean {
    const part = this.#parts[index]
    if (part === undefined) {
      if (start !== this.#text.length) return false
      this.#found.push(bound)
      return true
    }
    if (part.type === 'literal') {
      return (
        this.#text.startsWith(part.text, start) &&
        this.#from(index + 1, start + part.text.length, bound)
      )
    }
    const place = index * (this.#text.length + 1) + start
    if (this.#deadEnds?.has(place) === true) return false
    const isFound = this.#bind(nameOf(part.names), index, start, bound)
    if (!isFound) this.#deadEnds?.add(place)
    return isFound
  }

  #bind(name: string, index: number, start: number, bound: Binding): boolean {
    const declarations = Object.hasOwn(this.#variables, name) ? this.#variables[name] : undefined
    let isFound = false
    for (const end of this.#endsOf(index, start)) {
      const piece = this.#text.slice(start, end)
      for (const value of this.#valuesOf(listOf(declarations), piece)) {
        if (bound.has(name) && bound.get(name) !== value) continue
        if (this.#from(index + 1, end, new Map(bound).set(name, value))) isFound = true
        if (this.#found.length >= maxBindings) return true
      }
    }
    return isFound
  }

  /** Where a variable can end: before the fixed text behind it, at the end, or anywhere. */
  *#endsOf(index: number, start: number): Iterable<number> {
    const next = this.#parts[index + 1]
    if (next === undefined) {
      yield this.#text.length
    } else if (next.type === 'variable') {
      for (let end = start; end <= this.#text.length; end++) yield end
    } else {
      let end = this.#text.indexOf(next.text, start)
      while (end >= 0) {
        yield end
        end = this.#text.indexOf(next.text, end + 1)
      }
    }
  }

  #valuesOf(declarations: readonly Declaration<Form>[], piece: string): readonly JsonValue[] {
    if (this.#checks >= maxChecks) return []
    this.#checks++
    const values = declarations.flatMap((declaration) => scalarOf(declaration, piece) ?? [])
    return [...new Set(values)]
  }
}

/** The value whose text this is, if its declaration allows it. */
function scalarOf(declaration: Declaration<Form>, text: string): JsonValue | undefined {
  const read = readScalar(declaration.type, text)
  if (read === undefined) return undefined
  const { value, problems } = checkValue(declaration, read, [])
  if (value === undefined || problems.length > 0 || String(value) !== text) return undefined
  return value
}

function readScalar(type: Declaration['type'], text: string): JsonValue | undefined {
  if (type === 'string') return text
  if (type === 'boolean') return text === 'true' || (text === 'false' ? false : undefined)
  if (type !== 'integer' && type !== 'number') return undefined
  const number = Number(text)
  return Number.isFinite(number) ? number : undefined
}

function listOf(
  declarations: Declaration<Form> | readonly Declaration<Form>[] | undefined,
): readonly Declaration<Form>[] {
  if (declarations === undefined) return []
  return isList(declarations) ? declarations : [declarations]
}

function isList(
  value: Declaration<Form> | readonly Declaration<Form>[],
): value is readonly Declaration<Form>[] {
  return Array.isArray(value)
}

function nameOf(names: readonly string[]): string {
  return names.join('.')
}
