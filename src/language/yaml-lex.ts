import { CST, Lexer } from 'yaml'

/** What a piece of YAML text is. `block-text` is the body of a literal or folded text. */
export type TokenType =
  | CST.TokenType
  | 'plain'
  | 'block-text'
  | 'flow-error-end'
  | 'doc-mode'
  | 'unknown'

/** One piece of YAML text with its place. Markers that the lexer adds are empty pieces. */
export interface YamlToken {
  readonly type: TokenType
  /** What the parser wants to be given: for markers a control character that the text lacks. */
  readonly lexeme: string
  readonly start: number
  readonly end: number
}

/** Cuts a YAML text into pieces, from an offset on that is the beginning of a line. */
export function* lexYaml(text: string, from = 0): Generator<YamlToken> {
  let start = from
  let scalarType: TokenType | undefined
  let afterHeader = false
  for (const lexeme of new Lexer().lex(from === 0 ? text : text.slice(from))) {
    if (scalarType === undefined && isMarker(lexeme)) {
      if (lexeme === CST.SCALAR) scalarType = afterHeader ? 'block-text' : 'plain'
      yield { type: markerType(lexeme), lexeme, start, end: start }
      continue
    }
    const type: TokenType = scalarType ?? CST.tokenType(lexeme) ?? 'unknown'
    const end = start + lexeme.length
    yield { type, lexeme, start, end }
    if (type === 'block-scalar-header') afterHeader = true
    else if (scalarType !== undefined) afterHeader = false
    scalarType = undefined
    start = end
  }
}

/** Whether a piece carries no meaning of its own for what stands before and after it. */
export function isInsignificant(token: YamlToken): boolean {
  const { type } = token
  return type === 'space' || type === 'newline' || type === 'comment' || type === 'scalar'
}

function isMarker(lexeme: string): boolean {
  return lexeme === CST.DOCUMENT || lexeme === CST.FLOW_END || lexeme === CST.SCALAR
}

function markerType(lexeme: string): TokenType {
  if (lexeme === CST.FLOW_END) return 'flow-error-end'
  return lexeme === CST.DOCUMENT ? 'doc-mode' : 'scalar'
}
