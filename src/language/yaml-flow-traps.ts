import { isKnownName } from './message-schema.ts'
import type { YamlToken } from './yaml-lex.ts'
import { endOfText } from './yaml-text-run.ts'
import { type FoundTrap, keyBefore, type TrapPlace } from './yaml-trap.ts'

/** `{ text: Order: today }`, `{ id: a text: Today }`: a second colon in one entry. */
export function findFlowColon(place: TrapPlace): FoundTrap | undefined {
  const value = valueBefore(place)
  if (value === undefined) return undefined
  const lacking = /(?:[ \t]*;|\s)\s*([A-Za-z_$][\w$]*)$/.exec(value.lexeme)
  const name = lacking?.[1]
  if (lacking !== null && name !== undefined && isKnownName(name)) {
    return missingComma(value, lacking.index, name, place)
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
  const range = { start, end: Math.max(value.end, endOfText(text, start, { inFlow: true })) }
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
  const end = value && endAfterComma(text, token.start)
  if (value === undefined || end === undefined) return undefined
  const name = text.slice(token.end, end).trim()
  const [, key] = /^([A-Za-z_$][\w$]*):/.exec(name) ?? []
  if (key !== undefined && isKnownName(key)) return missingBlank(end - name.length, key)
  const isName = /^[a-z_$][\w$]*$/.test(name)
  // A key of which the value was forgotten, most likely.
  if (isName && (rootKey === 'variables' || isKnownName(name))) return undefined
  const range = { start: value.start, end: endWithCommas(text, value.start) }
  return quotesAround('comma', range, { name, isGuess: isName })
}

/** `{ id: a, text:Hello }`: the colon became a part of the key. */
function missingBlank(start: number, name: string): FoundTrap {
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
  if (!line.includes(previous)) return undefined
  return keyBefore(previous, place) === undefined ? undefined : previous
}

/** The end of a text in braces with all that commas cut off it. */
function endWithCommas(text: string, start: number): number {
  let end = endOfText(text, start, { inFlow: true })
  for (;;) {
    const comma = end + text.slice(end).search(/[^ \t]|$/)
    const next = text[comma] === ',' ? endAfterComma(text, comma) : undefined
    if (next === undefined) return end
    end = next
  }
}

/** Where a piece of text after a comma ends, unless it is a key with a value. */
function endAfterComma(text: string, comma: number): number | undefined {
  const start = comma + 1 + text.slice(comma + 1).search(/[^ \t]|$/)
  const end = endOfText(text, start, { inFlow: true })
  const piece = text.slice(start, end)
  const after = text.slice(end).trimStart().charAt(0)
  const isText = piece !== '' && !/:(?:\s|$)/.test(piece) && !/^["'&*!|>%@`#]/.test(piece)
  return isText && (after === ',' || after === '}') ? end : undefined
}
