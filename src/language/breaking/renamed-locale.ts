import { type CompiledMessage, unnamedLocale } from '../../model/message.ts'
import { localesOf } from '../../model/message-locales.ts'
import { type MessagePair, messagePairs, type ProjectPair } from './project-pair.ts'

/** The locale of the files without a tag, which a config calls otherwise than before. */
export interface RenamedLocale {
  readonly from: string
  readonly to: string
}

/** What the locale of the file without a tag was called and is called, where its old name is gone. */
export function findRenamed({
  before,
  after,
}: Pick<MessagePair, 'before' | 'after'>): RenamedLocale | undefined {
  const [[from], [to]] = [localesOf(before), localesOf(after)]
  if (from === undefined || to === undefined || localesOf(after).includes(from)) return undefined
  return { from, to }
}

/** The same for a whole project, if any message shows it. */
export function findRenamedIn(pair: ProjectPair): RenamedLocale | undefined {
  for (const message of messagePairs(pair)) {
    const renamed = findRenamed(message)
    if (renamed !== undefined) return renamed
  }
  return undefined
}

/** Says what the files without a tag are called now. */
export function describeRenamed({ from, to }: RenamedLocale): string {
  if (from === unnamedLocale) return `the texts without a locale are \`${to}\` now`
  if (to === unnamedLocale) return `the texts in \`${from}\` are without a locale now`
  return `the texts in \`${from}\` are \`${to}\` now`
}

/** A message as it was, with its locales called as they are now: the same text is no other one. */
export function callAsNow(before: CompiledMessage, after: CompiledMessage): CompiledMessage {
  const renamed = findRenamed({ before, after })
  if (renamed === undefined || Object.hasOwn(before.bodies, renamed.to)) return before
  const { from, to } = renamed
  const nameNow = (locale: string): string => (locale === from ? to : locale)
  const { bodies, files, standIns } = before
  return {
    ...before,
    bodies: mapEntries(bodies, ([locale, body]) => [nameNow(locale), body]),
    files: mapEntries(files, ([locale, file]) => [nameNow(locale), file]),
    ...(standIns === undefined
      ? {}
      : { standIns: mapEntries(standIns, ([locale, other]) => [locale, nameNow(other)]) }),
  }
}

function mapEntries<Value>(
  record: { readonly [key: string]: Value },
  map: (entry: [string, Value]) => [string, Value],
): { [key: string]: Value } {
  return Object.fromEntries(Object.entries(record).map(map))
}
