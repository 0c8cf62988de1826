import type { Reference } from '../model/bounds.ts'
import { declarationData } from '../model/declaration-data.ts'
import { type JsonObject, type JsonValue, setOwn } from '../model/json.ts'
import type { CompiledMessage } from '../model/message.ts'
import type { Overlap } from '../model/reply-table.ts'
import { callbackReferencesOf, type MessageChoice, nameOf } from './reply-choices.ts'

/** A message with what can be tapped in it. */
export interface OfferingMessage {
  readonly message: CompiledMessage
  readonly choices: readonly MessageChoice[]
}

/** The table of the replies of a project, as the generated module embeds it. */
export function replyTableData(
  messages: readonly OfferingMessage[],
  overlaps: ReadonlyMap<MessageChoice, Overlap>,
): JsonObject {
  const table = {}
  for (const offering of messages) {
    setOwn(table, offering.message.name, messageData(offering, overlaps))
  }
  const isTracked = messages.some(({ message }) => message.tracking === true)
  return { ...(isTracked ? { tracking: true } : {}), messages: table }
}

function messageData(
  { message, choices }: OfferingMessage,
  overlaps: ReadonlyMap<MessageChoice, Overlap>,
): JsonObject {
  // Nothing is read of what comes back about a message in which nothing can be tapped.
  if (choices.length === 0) return {}
  const { callbackData } = message
  return {
    choices: choices.map((choice) => choiceData(choice, overlaps.get(choice))),
    ...(callbackData === undefined
      ? {}
      : { callbackData, ...variablesData(callbackReferencesOf(message)) }),
  }
}

function choiceData(
  { type, id, references, labels }: MessageChoice,
  overlap: Overlap | undefined,
): JsonObject {
  return {
    type,
    id,
    ...variablesData(references),
    ...(labels.length === 0 ? {} : { labels }),
    ...(overlap === undefined ? {} : { overlap }),
  }
}

function variablesData(references: readonly Reference[]): JsonObject {
  if (references.length === 0) return {}
  const variables = {}
  for (const [name, group] of Map.groupBy(references, nameOf)) {
    const declarations: readonly JsonValue[] = group.map(({ declaration }) =>
      declarationData(declaration),
    )
    setOwn(variables, name, declarations.length === 1 ? declarations[0] : declarations)
  }
  return { variables }
}
