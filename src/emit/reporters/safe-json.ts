import { escapeHidden } from '../printable.ts'

/**
 * Writes JSON in which nothing can drive a terminal or a CI system, whatever users wrote: such
 * characters stand as escapes, so that a parser reads what it would have read.
 */
export function safeJson(value: unknown): string {
  const text = escapeHidden(JSON.stringify(value, null, 2), (character) =>
    character === '\n' ? character : escapeUnits(character),
  )
  return text.replace(/##(?=\[|vso\[|teamcity\[)/gi, '#\\u0023')
}

function escapeUnits(character: string): string {
  let escaped = ''
  for (let index = 0; index < character.length; index++) {
    escaped += `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`
  }
  return escaped
}
