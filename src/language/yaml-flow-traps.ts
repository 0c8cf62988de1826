import { isKnownName } from './message-schema.ts'
import type { YamlToken } from './yaml-lex.ts'
import { endOfText, isOtherThanText } from './yaml-text-run.ts'
import { type FoundTrap, keyBefore, nextOnLine, type TrapPlace } from './yaml-trap.ts'

/** No name and no gap before it is longer; a search through more takes quadratic time. */
const maxTail = 200

/** `{ text: Order: today }`, `{ id: a text: Today }`: a second colon in one entry. */
export function findFlowColon(place: TrapPlace): FoundTrap | undefined {
  const value = valueBefore(place)
  if (value === undefined) return undefined
  const hidden = Math.max(0, value.lexeme.length - maxTail)
  const lacking = /(?:[ \t]*;|\s)\s*([A-Za-z_$][\w$]*)$/.exec(value.lexeme.slice(hidden))
  const name = lacking?.[1]
  if (lacking !== null && name !== undefined && isKnownName(name)) {
    return missingComma(value, hidden + lacking.index, name, place)
  }
  const end = endWithCommas(place.text, value.start)
  return quotesAround('mapping', { start: value.start, end })
}

function missingComma(
  value: YamlToken,
  index: number,
  name: string,
  { text }: TrapPlace,
): FoundTrap {
  const start = value.end - name.length
  const range = { start, end: Math.max(value.end, endOfPiece(text, start)) }
  const gap = { start: value.start + index, end: start }
  const isWord = !/\s/.test(value.lexeme.slice(0, index))
  return {
    trap: {
      type: 'missing-comma',
      ...range,
      textStart: start,
      isDoubtful: false,
      isGuess: !isWord,
      name,
      mend: { title: 'write the comma', edits: [{ ...gap, text: ', ' }] },
    },
    mask: range,
  }
}

/** `{ text: Yes, we do }`: the comma ends the text, and what follows is a key without a value. */
export function findFlowComma(token: YamlToken, place: TrapPlace): FoundTrap | undefined {
  const { text, rootKey } = place
  const value = valueBefore(place)
  const end = value && mayBeText(place) ? endAfterComma(text, token.start) : undefined
  if (value === undefined || end === undefined) return undefined
  if (isOtherThanText(value.lexeme)) return undefined
  const name = text.slice(token.end, end).trim()
  const [, key] = /^([A-Za-z_$][\w$]*):/.exec(name) ?? []
  if (key !== undefined && isKnownName(key)) return missingBlank(end - name.length, key)
  const isName = /^[a-z_$][\w$]*$/.test(name)
  // A key of which the value was forgotten, most likely.
  if (isName && (rootKey === 'variables' || isKnownName(name))) return undefined
  const range = { start: value.start, end: endWithCommas(text, value.start) }
  return quotesAround('comma', range, { name, isGuess: isName })
}

/** `text:Hello`: the colon became a part of the key. */
export function missingBlank(start: number, name: string): FoundTrap {
  const range = { start, end: start + name.length + 1 }
  const mend = {
    title: 'put a blank there',
    edits: [{ start: range.end, end: range.end, text: ' ' }],
  }
  const trap = { type: 'missing-blank', textStart: start, isDoubtful: false, name, mend } as const
  return { trap: { ...trap, ...range }, mask: range }
}

function quotesAround(
  type: 'comma' | 'mapping',
  range: { readonly start: number; readonly end: number },
  more: { readonly name?: string; readonly isGuess?: boolean } = {},
): FoundTrap {
  const trap = { type, ...range, textStart: range.start, isDoubtful: false, ...more }
  return { trap, mask: range }
}

/** The text without quotes that is the value of an entry in braces, just before a token. */
function valueBefore(place: TrapPlace): YamlToken | undefined {
  const { previous, flow, line } = place
  if (flow.at(-1)?.type !== 'flow-map-start' || previous?.type !== 'plain') return undefined
  const isOnLine = previous.start >= (line[0]?.start ?? 0)
  return isOnLine && keyBefore(place) !== undefined ? previous : undefined
}

/** Whether words without a colon may follow a comma: a look at the next tokens tells most others. */
function mayBeText({ line, index }: TrapPlace): boolean {
  const next = nextOnLine(line, index)
  if (next?.type === 'flow-map-start') return true
  if (next?.type !== 'plain') return false
  const after = nextOnLine(line, line.indexOf(next, index))
  return after?.type !== 'map-value-ind'
}

/** The end of a text in braces with all that commas cut off it. */
function endWithCommas(text: string, start: number): number {
  let end = endOfPiece(text, start)
  for (;;) {
    const comma = end + (/^[ \t]*/.exec(windowAt(text, end))?.[0].length ?? 0)
    const next = text[comma] === ',' ? endAfterComma(text, comma) : undefined
    if (next === undefined) return end
    end = next
  }
}

/** Where a piece of text after a comma ends, unless it is a key with a value. */
function endAfterComma(text: string, comma: number): number | undefined {
  const start = comma + 1 + (/^[ \t]*/.exec(windowAt(text, comma + 1))?.[0].length ?? 0)
  const end = endOfPiece(text, start)
  const piece = text.slice(start, end)
  const [after] = windowAt(text, end).trimStart()
  const isText = piece !== '' && !/:(?:\s|$)/.test(piece) && !/^["'&*!|>%@`#]/.test(piece)
  return isText && (after === ',' || after === '}') ? end : undefined
}

/** No text that anybody reads is longer; a line may be, and is looked at again and again. */
const maxPiece = 2_000

function windowAt(text: string, start: number): string {
  return text.slice(start, start + maxPiece)
}

function endOfPiece(text: string, start: number): number {
  return start + endOfText(windowAt(text, start), 0, { inFlow: true })
}
