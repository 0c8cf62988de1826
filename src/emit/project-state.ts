import type { ProjectState } from '../language/breaking/project-pair.ts'
import type { ProjectCompilation } from '../language/project.ts'
import { compareText } from '../model/diagnostic.ts'
import { isObject } from '../model/json.ts'
import type { CompiledMessage } from '../model/message.ts'
import type { ReplyTable } from '../model/reply-table.ts'
import type { LiteralObject } from './literal.ts'
import { choicesOf } from './reply-choices.ts'
import { replyTableData } from './reply-data.ts'
import { findOverlaps } from './reply-overlap.ts'

/**
 * One state of a project, as changes are judged by it.
 *
 * @param owners File → the message that it belongs to, also of files that cannot be read
 */
export function projectState(
  { messages, unproven, diagnostics }: ProjectCompilation,
  owners: ReadonlyMap<string, string>,
): ProjectState {
  const all = [...messages, ...unproven].toSorted((left, right) =>
    compareText(left.name, right.name),
  )
  return {
    messages: new Map(all.map((message) => [message.name, message])),
    replies: replyTableOf(all),
    diagnostics,
    owners,
  }
}

/** What customers can tap, as the generated module embeds it; patterns stand as they are written. */
export function replyTableOf(messages: readonly CompiledMessage[]): ReplyTable {
  const offerings = messages.map((message) => ({ message, choices: choicesOf(message) }))
  const offered = offerings.flatMap(({ message, choices }) =>
    choices.map((choice) => ({ message: message.name, choice })),
  )
  const isTracked = messages.some(({ tracking }) => tracking === true)
  const table = replyTableData(offerings, findOverlaps(offered, isTracked))
  if (!isReplyTable(table)) throw new TypeError('a table of replies without messages')
  return table
}

function isReplyTable(table: LiteralObject): table is LiteralObject & ReplyTable {
  return isObject(table['messages'])
}
