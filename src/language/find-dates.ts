import type { MessageBounds } from '../model/bounds.ts'
import type { NamedFinding } from '../model/diagnostic.ts'
import type { Document } from './document.ts'

const date = /^\d{4}-\d{1,2}-\d{1,2}(?:[Tt ].*)?$/

/**
 * Unquoted dates where a text is due. YAML 1.2 reads a text, older readers of the same file a
 * point in time: which of them a customer gets must not depend on the reader.
 */
export function findDates(document: Document, { texts }: MessageBounds): readonly NamedFinding[] {
  return texts.flatMap(({ path, source }) => {
    if (!date.test(source)) return []
    const { start, end } = document.rangeAt(path)
    if (document.source.text.slice(start, end) !== source) return []
    const message = `\`${source}\` without quotes is a date to some YAML readers: put the text in quotes`
    const key = path.at(-1)
    if (typeof key !== 'string') return [{ rule: 'unquoted-text', path, message }]
    const edit = { type: 'set', path: path.slice(0, -1), key, value: source } as const
    const fix = { title: 'put it in quotes', safe: true, edits: [edit] }
    return [{ rule: 'unquoted-text', path, message, fix }]
  })
}
