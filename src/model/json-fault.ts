/** Where a text stops being JSON. */
export interface JsonFault {
  /** In UTF-16 units; the length of the text where something is missing at its end. */
  readonly offset: number
  readonly message: string
}

/** What may come next. */
type State = 'value' | 'value or ]' | 'key or }' | 'key' | ':' | ', or end'

const token =
  /("(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?(?![\w.])|(?:true|false|null)(?!\w))|([{}[\],:])/y
const blanks = /[ \t\r\n]*/y

const expectations: { readonly [state in State]: string } = {
  value: 'a value',
  'value or ]': 'a value or `]`',
  'key or }': 'a key in double quotes or `}`',
  key: 'a key in double quotes',
  ':': '`:`',
  ', or end': '`,` or the end of the list or mapping',
}

/**
 * Finds the first place at which a text breaks the grammar of JSON. Engines refuse such a text,
 * but do not all say where, and quote what stands around.
 */
export function findJsonFault(text: string): JsonFault | undefined {
  const open: string[] = []
  let state: State = 'value'
  let offset = text.startsWith('\ufeff') ? 1 : 0
  while (true) {
    offset = skipBlanks(text, offset)
    const isComplete: boolean = state === ', or end' && open.length === 0
    if (offset === text.length && isComplete) return undefined
    token.lastIndex = offset
    const found = token.exec(text)
    const next: State | undefined =
      found === null || isComplete ? undefined : advance(state, found, open)
    if (next === undefined) return { offset, message: messageOf(text, offset, state, isComplete) }
    state = next
    offset = token.lastIndex
  }
}

function skipBlanks(text: string, offset: number): number {
  blanks.lastIndex = offset
  blanks.exec(text)
  return blanks.lastIndex
}

/** The state after a token, if it may stand here; `open` holds the brackets around. */
function advance(state: State, found: RegExpExecArray, open: string[]): State | undefined {
  const [, string, , mark] = found
  const isKeyDue = state === 'key' || state === 'key or }'
  if (mark === undefined && isKeyDue) return string === undefined ? undefined : ':'
  const isValueDue = state === 'value' || state === 'value or ]'
  if (mark === undefined) return isValueDue ? ', or end' : undefined
  if (mark === ':') return state === ':' ? 'value' : undefined
  if (mark === ',') return state === ', or end' ? afterComma(open) : undefined
  if (mark === '{' || mark === '[') {
    if (!isValueDue) return undefined
    open.push(mark)
    return mark === '{' ? 'key or }' : 'value or ]'
  }
  const isEndDue = state === ', or end' || state === (mark === '}' ? 'key or }' : 'value or ]')
  return isEndDue && open.pop() === (mark === '}' ? '{' : '[') ? ', or end' : undefined
}

function afterComma(open: readonly string[]): State {
  return open.at(-1) === '{' ? 'key' : 'value'
}

function messageOf(text: string, offset: number, state: State, isComplete: boolean): string {
  const expected = isComplete ? 'the end of the file' : expectations[state]
  if (offset >= text.length) return `the JSON ends too early: ${expected} is missing`
  return `this is no JSON: ${expected} was expected here`
}
