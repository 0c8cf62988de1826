import type { TextFix } from '../model/diagnostic.ts'
import type { Range } from '../model/source.ts'
import { isInsignificant, type YamlToken } from './yaml-lex.ts'

/** What YAML took a piece of text for. */
export type TrapType =
  | 'comment'
  /** With a blank after its `#`. */
  | 'remark'
  /** A remark that holds the end of the collection that it stands in. */
  | 'remark-with-end'
  | 'anchor'
  | 'alias'
  | 'tag'
  | 'braces'
  | 'mapping'
  /** Words behind a comma in braces. */
  | 'comma'
  | 'missing-comma'
  | 'missing-blank'
  | 'dash'
  | 'nested-mapping'
  | 'deeper-line'

/** A place where YAML reads a text as something else than a text. */
export interface Trap extends Range {
  readonly type: TrapType
  /** Where the text begins that the trap is in. */
  readonly textStart: number
  /** Whether it is as likely that the author meant what YAML read. */
  readonly isDoubtful: boolean
  /** Whether quotes are what it lacks most likely only: then its fix is not safe. */
  readonly isGuess?: boolean
  /** What mends it, where that is not quotes. */
  readonly mend?: Pick<TextFix, 'title' | 'edits'>
  /** Whether the value is no text, and is judged where its meaning is: nothing is said of it here. */
  readonly isNoText?: boolean
  /** What would be meant if it were no text: the name of the anchor or alias, the tag. */
  readonly name?: string
}

/** The anchors of a source, with the offset of the first of each name, and the names of its aliases. */
export interface Names {
  readonly anchors: ReadonlyMap<string, number>
  readonly aliases: ReadonlySet<string>
}

/** What is known at a token: everything that a trap depends on. */
export interface TrapPlace {
  readonly names: Names
  /** The traps that were found already. */
  readonly known: readonly Trap[]
  readonly text: string
  /** The tokens of its line; a text of several lines is one token. */
  readonly line: readonly YamlToken[]
  readonly index: number
  /** The last token with a meaning, on the line or, in a flow collection, before it. */
  readonly previous: YamlToken | undefined
  /** The opening marks of the flow collections around it. */
  readonly flow: readonly YamlToken[]
  /** Where the value of the first key on its line begins, in a block mapping. */
  readonly valueStart: YamlToken | undefined
  readonly rootKey: string
}

/** A trap and the part of the text to hide; the trap may begin later. */
export interface FoundTrap {
  readonly trap: Trap
  readonly mask: Range
}

/** The key of a text that stands before a token of its line; nothing where it has none there. */
export function keyBefore({ line, index }: TrapPlace): string | undefined {
  return keyAt(line, indexBefore(line, index))
}

/** The key of a value that begins at a token of its line. */
export function keyAt(line: readonly YamlToken[], index: number): string | undefined {
  const colon = indexBefore(line, index)
  if (line[colon]?.type !== 'map-value-ind') return undefined
  return line[indexBefore(line, colon)]?.lexeme
}

/** Lines can be long, and this is asked of each of their tokens: nothing else is looked at. */
function indexBefore(line: readonly YamlToken[], index: number): number {
  for (let before = index - 1; before >= 0; before--) {
    const token = line[before]
    if (token !== undefined && !isInsignificant(token)) return before
  }
  return -1
}

/** The next token with a meaning on a line. */
export function nextOnLine(line: readonly YamlToken[], index: number): YamlToken | undefined {
  for (let next = index + 1; next < line.length; next++) {
    const token = line[next]
    if (token !== undefined && !isInsignificant(token)) return token
  }
  return undefined
}
