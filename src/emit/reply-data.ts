import type { Reference } from '../model/bounds.ts'
import type { Declaration } from '../model/declaration.ts'
import { declarationData } from '../model/declaration-data.ts'
import { setOwn } from '../model/json.ts'
import type { CompiledMessage } from '../model/message.ts'
import type { Overlap } from '../model/reply-table.ts'
import type { LiteralObject } from './literal.ts'
import { callbackReferencesOf, type MessageChoice, nameOf } from './reply-choices.ts'

/** A message with what can be tapped in it. */
export interface OfferingMessage {
  readonly message: CompiledMessage
  readonly choices: readonly MessageChoice[]
}

/** How a declaration is written into the table. */
export type DeclarationWriter = (declaration: Declaration) => LiteralObject

/**
 * The table of the replies of a project, as the generated module embeds it.
 *
 * @param write Declarations are data, unless it makes code of them
 */
export function replyTableData(
  messages: readonly OfferingMessage[],
  overlaps: ReadonlyMap<MessageChoice, Overlap>,
  write: DeclarationWriter = declarationData,
): LiteralObject {
  const table = {}
  for (const offering of messages) {
    setOwn(table, offering.message.name, messageData(offering, overlaps, write))
  }
  const isTracked = messages.some(({ message }) => message.tracking === true)
  return { ...(isTracked ? { tracking: true } : {}), messages: table }
}

function messageData(
  { message, choices }: OfferingMessage,
  overlaps: ReadonlyMap<MessageChoice, Overlap>,
  write: DeclarationWriter,
): LiteralObject {
  // Nothing is read of what comes back about a message in which nothing can be tapped.
  if (choices.length === 0) return {}
  const { callbackData } = message
  return {
    choices: choices.map((choice) => choiceData(choice, overlaps.get(choice), write)),
    ...(callbackData === undefined
      ? {}
      : { callbackData, ...variablesData(callbackReferencesOf(message), write) }),
  }
}

function choiceData(
  { type, id, references, labels }: MessageChoice,
  overlap: Overlap | undefined,
  write: DeclarationWriter,
): LiteralObject {
  return {
    type,
    id,
    ...variablesData(references, write),
    ...(labels.length === 0 ? {} : { labels }),
    ...(overlap === undefined ? {} : { overlap }),
  }
}

function variablesData(references: readonly Reference[], write: DeclarationWriter): LiteralObject {
  if (references.length === 0) return {}
  const variables = {}
  for (const [name, group] of Map.groupBy(references, nameOf)) {
    const declarations = group.map(({ declaration }) => write(declaration))
    setOwn(variables, name, declarations.length === 1 ? declarations[0] : declarations)
  }
  return { variables }
}
