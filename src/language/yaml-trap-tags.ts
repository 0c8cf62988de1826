import { isCondition } from './meant-directive.ts'
import type { YamlToken } from './yaml-lex.ts'
import { keyAt, type TrapPlace } from './yaml-trap.ts'

const standardTags = /^(?:!!|!<tag:yaml\.org,2002:)(?:str|int|float|bool|null|map|seq)>?$/

/** YAML 1.1 had more tags: they are no texts, and are refused elsewhere. */
const formerTags = /^(?:!!|!<tag:yaml\.org,2002:)(?:binary|omap|pairs|set|timestamp|merge)>?$/

/** Whether YAML itself has a tag, or had it. */
export function isStandardTag(tag: string): boolean {
  return standardTags.test(tag) || formerTags.test(tag)
}

/** `$if: !late`: no text lacks its quotes, a condition is in the words of another language. */
export function isNegation({ type }: YamlToken, { line, index, rootKey }: TrapPlace): boolean {
  const key = type === 'tag' && rootKey === 'message' ? keyAt(line, index) : undefined
  return key !== undefined && isCondition(key)
}
