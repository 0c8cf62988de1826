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

/** The key of a text on its line. */
export function keyBefore(value: YamlToken, { line }: TrapPlace): string | undefined {
  const before = line.slice(0, line.indexOf(value)).filter((token) => !isInsignificant(token))
  return before.at(-1)?.type === 'map-value-ind' ? before.at(-2)?.lexeme : undefined
}
