import type { Reference, TextBounds, TextPart } from '../../model/bounds.ts'
import type { Declaration } from '../../model/declaration.ts'
import type { Finding, Fix } from '../../model/diagnostic.ts'
import { mostItems } from '../../model/distinct-count.ts'
import type { Limit } from '../../model/limits.ts'
import { mayVary } from '../../model/may-vary.ts'
import { rangeOfLength } from '../../model/number-shape.ts'
import type { Proof } from '../../model/rule.ts'
import type { TextShape } from '../../model/shape.ts'
import type { Path } from '../../model/source.ts'

/** No allowed value can break the limit. */
export function proven(path: Path): Proof {
  return { proven: true, path }
}

/** A finding that has nothing to say of variables. */
export function broken(path: Path, limit: Limit, message: string): Finding {
  return { path, message, limit }
}

/** The first variable in a text. */
export function variableIn({ parts }: TextBounds): TextPart | undefined {
  return mayVary ? parts.find(({ reference }) => reference !== undefined) : undefined
}

/** Where the first variable of a text stands in it, for a finding. */
export function spanOfVariable(text: TextBounds): Pick<Finding, 'span'> {
  const part = mayVary ? variableIn(text) : undefined
  return part === undefined ? {} : { span: part.span }
}

/** Of the variables in a text, the one that can be longest; the first of equals. */
export function blame(
  text: TextBounds,
  measure: (shape: TextShape) => number,
): TextPart | undefined {
  let worst: TextPart | undefined
  for (const part of text.parts) {
    if (part.reference === undefined) continue
    if (worst === undefined || measure(part.shape) > measure(worst.shape)) worst = part
  }
  return worst
}

/** The largest bound of one variable that keeps a text within a limit. */
export interface SafeBound {
  readonly text: string
  readonly fix: Fix
}

/**
 * Which bounds of the blamed variable are enough, where changing that one declaration is enough
 * and leaves it a value: the `maxLength` of a string, the ends of a number.
 */
export function safeBound(text: TextBounds, part: TextPart, max: number): SafeBound | undefined {
  const declaration = part.reference?.declaration
  if (part.reference === undefined || declaration === undefined) return undefined
  if (declaration.enum !== undefined || declaration.const !== undefined) return undefined
  const name = part.reference.names.join('.')
  const times = text.parts.filter((other) => other.reference?.names.join('.') === name).length
  const rest = text.shape.length.max - times * part.shape.length.max
  const room = Math.floor((max - rest) / times)
  if (room < Math.max(1, part.shape.length.min)) return undefined
  const bounds = boundsFor(declaration, room)
  if (bounds === undefined || !leavesItems(part.reference, bounds)) return undefined
  const words = bounds.map(([key, value]) => `\`${key}: ${value}\``).join(' and ')
  const title = `give \`${name}\` ${words}`
  const path = part.reference.declaredAt
  const edits = bounds.map(([key, value]) => ({ type: 'set', path, key, value }) as const)
  return { text: title, fix: { title, safe: false, edits } }
}

/** Whether the list of an element that is bound so can still have as many items as it must. */
function leavesItems({ loop, declaredAt }: Reference, bounds: Bounds): boolean {
  if (loop === undefined) return true
  const { list } = loop
  const items = withBounds(list.items, declaredAt.slice(loop.declaredAt.length + 1), bounds)
  return mostItems({ ...list, items }) >= (list.minItems ?? 0)
}

/** A declaration in which the one at a path, `['properties', 'label']`, has other bounds. */
function withBounds(declaration: Declaration, path: Path, bounds: Bounds): Declaration {
  if (path.length === 0) return Object.assign({}, declaration, Object.fromEntries(bounds))
  const name = String(path[1])
  if (declaration.type !== 'object' || !Object.hasOwn(declaration.properties, name)) {
    return declaration
  }
  const { [name]: inner, ...others } = declaration.properties
  if (inner === undefined) return declaration
  const properties = { ...others, [name]: withBounds(inner, path.slice(2), bounds) }
  return { ...declaration, properties }
}

type Bounds = readonly (readonly [key: string, value: number])[]

function boundsFor(declaration: Declaration, room: number): Bounds | undefined {
  if (declaration.type === 'string') return [['maxLength', room]]
  const isNumber = declaration.type === 'integer' || declaration.type === 'number'
  const range = isNumber ? rangeOfLength(declaration, room) : undefined
  return range && Object.entries(range)
}

/** Shows a piece of a text in a message: short, on one line, in double quotes. */
export function excerpt(text: string, max = 40): string {
  const line = text.replace(/\s+/g, ' ')
  const units = [...line]
  return JSON.stringify(units.length > max ? `${units.slice(0, max - 1).join('')}…` : line)
}

/** `1 character`, `2 characters`. */
export function plural(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun.replace(/s$/, '') : noun}`
}
