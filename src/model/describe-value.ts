import { isPlainObject } from './json.ts'

const maxShown = 40

/** Names a value in a sentence: its kind, or the value itself where that is short. */
export function describeValue(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  switch (typeof value) {
    case 'string':
      return quote(value)
    case 'number':
    case 'boolean':
      return String(value)
    case 'object':
      return isPlainObject(value) ? 'an object' : `an instance of ${nameOfClass(value)}`
    default:
      return `a ${typeof value}`
  }
}

function nameOfClass(value: object): string {
  const made: unknown = Reflect.get(Object.getPrototypeOf(value), 'constructor')
  return typeof made === 'function' ? made.name : 'a class'
}

/** A text in quotes, cut where it is long; nothing in it can break a line. */
function quote(text: string): string {
  const characters = [...text.slice(0, 2 * maxShown)]
  const isLong = characters.length > maxShown || text.length > 2 * maxShown
  const shown = isLong ? `${characters.slice(0, maxShown - 1).join('')}…` : text
  return JSON.stringify(shown)
}
