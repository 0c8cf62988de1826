import type { Diagnostic } from '../../model/diagnostic.ts'
import type { CompiledMessage } from '../../model/message.ts'
import type { ReplyTable } from '../../model/reply-table.ts'

/** One state of a project, as far as changes are judged by it. */
export interface ProjectState {
  /** By name: those that can be generated, and those that only break a limit. */
  readonly messages: ReadonlyMap<string, CompiledMessage>
  /** What customers can tap, as the generated module embeds it. */
  readonly replies: ReplyTable
  /** Everything that lint says. */
  readonly diagnostics: readonly Diagnostic[]
  /** File → the message that it belongs to, also of files that cannot be read. */
  readonly owners: ReadonlyMap<string, string>
}

/** A project as it was and as it is. */
export interface ProjectPair {
  readonly before: ProjectState
  readonly after: ProjectState
}

/** A message that is there in both states. */
export interface MessagePair {
  readonly name: string
  readonly before: CompiledMessage
  readonly after: CompiledMessage
}

/** The messages that are there before and after, in the order of their names. */
export function* messagePairs({ before, after }: ProjectPair): Iterable<MessagePair> {
  for (const [name, old] of before.messages) {
    const now = after.messages.get(name)
    if (now !== undefined) yield { name, before: old, after: now }
  }
}

/** Whether a message is gone; one that cannot be read is still there. */
export function isRemoved({ before, after }: ProjectPair, message: string): boolean {
  if (!before.messages.has(message) || after.messages.has(message)) return false
  return ![...after.owners.values()].includes(message)
}
