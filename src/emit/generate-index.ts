import type { CompiledMessage } from '../model/message.ts'
import { repliesModule, replyNames } from './generate-replies.ts'
import { namesFrom, sharedHeader } from './module-text.ts'
import { moduleNames } from './module-types.ts'

/** How an index is written. */
export interface IndexOptions {
  /** The ending with which it names its modules. */
  readonly extension: 'ts' | 'js'
  /** Whether it hands types on as well. */
  readonly hasTypes: boolean
  /** Whether there is a module of replies. */
  readonly hasReplies: boolean
}

/** Stands where the compiler points when it does not like the endings. */
const endingHint =
  '// If `tsc` refuses the `.ts` below (TS5097), set `importExtension: js` in the config.'

/** Writes the index: what every module exports, by name. */
export function generateIndex(
  messages: readonly CompiledMessage[],
  { extension, hasTypes, hasReplies }: IndexOptions,
): string {
  const exports = messages.map((message) => {
    const { send, render, variables, locale } = moduleNames(message)
    const types = locale === undefined ? [variables] : [locale, variables]
    const names = [render, send, ...(hasTypes ? types.map((type) => `type ${type}`) : [])]
    return namesFrom('export', names, `./${message.name}.${extension}`)
  })
  if (hasReplies) {
    const names = [
      ...replyNames.values,
      ...(hasTypes ? replyNames.types.map((type) => `type ${type}`) : []),
    ]
    exports.unshift(namesFrom('export', names, `./${repliesModule}.${extension}`))
  }
  const header = hasTypes && extension === 'ts' ? [sharedHeader, endingHint] : [sharedHeader]
  // Without an export the file would be a script, and its import an error.
  return `${[...header, '', ...(exports.length === 0 ? ['export {}'] : exports)].join('\n')}\n`
}
