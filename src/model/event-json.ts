/** Why a text is not taken as the JSON of an event. */
export type JsonProblem = 'not-json' | 'too-deep' | 'duplicate-key'

/** More than any event has: what is deeper makes the functions that walk it overflow. */
const maxDepth = 64

/**
 * Reads JSON that comes from elsewhere. A key that stands twice is refused: which of the two holds
 * depends on who reads it.
 */
export function readEventJson(
  text: string,
): { readonly value: unknown } | { readonly problem: JsonProblem } {
  const problem = findProblem(text)
  if (problem !== undefined) return { problem }
  try {
    return { value: JSON.parse(text) }
  } catch {
    return { problem: 'not-json' }
  }
}

/** Looks at brackets and keys alone: whether the rest is JSON, the parser says. */
function findProblem(text: string): JsonProblem | undefined {
  const open: (Set<string> | undefined)[] = []
  for (let index = 0; index < text.length; index++) {
    const character = text[index]
    if (character === '{' || character === '[') {
      open.push(character === '{' ? new Set() : undefined)
      if (open.length > maxDepth) return 'too-deep'
    } else if (character === '}' || character === ']') {
      open.pop()
    } else if (character === '"') {
      const end = endOfString(text, index)
      if (end === undefined) return 'not-json'
      const keys = open.at(-1)
      if (keys !== undefined && isKey(text, end)) {
        const key = decodeString(text.slice(index, end))
        if (key === undefined) return 'not-json'
        if (keys.has(key)) return 'duplicate-key'
        keys.add(key)
      }
      index = end - 1
    }
  }
  return undefined
}

/** The offset behind the quote that closes a string. */
function endOfString(text: string, start: number): number | undefined {
  for (let index = start + 1; index < text.length; index++) {
    if (text[index] === '\\') index++
    else if (text[index] === '"') return index + 1
  }
  return undefined
}

function isKey(text: string, end: number): boolean {
  let index = end
  while (' \t\r\n'.includes(text[index] ?? '-')) index++
  return text[index] === ':'
}

function decodeString(quoted: string): string | undefined {
  if (!quoted.includes('\\')) return quoted
  try {
    return JSON.stringify(JSON.parse(quoted))
  } catch {
    return undefined
  }
}
