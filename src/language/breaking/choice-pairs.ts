import { hasOwn } from '../../model/json.ts'
import { readId } from '../../model/read-id.ts'
import type { ChoiceDefinition, MessageReplies, ReplyTable } from '../../model/reply-table.ts'
import { sampleTexts } from '../../model/sample-texts.ts'
import { parseTemplate } from '../../model/template.ts'
import { graphOfParts, type TextGraph } from '../../model/text-graph.ts'
import type { ProjectPair } from './project-pair.ts'

/** A button or row with the message that offers it. */
export interface OfferedChoice {
  readonly message: string
  readonly definition: ChoiceDefinition
  readonly replies: MessageReplies
}

/** A choice that phones show, and what became of it. */
export interface ChoicePair {
  readonly before: OfferedChoice
  /** Absent where the message has no such id any more. */
  readonly after?: OfferedChoice
}

/** Every choice of a table, in the order of the messages. */
export function choicesIn({ messages }: ReplyTable): readonly OfferedChoice[] {
  return Object.entries(messages).flatMap(([message, replies]) =>
    (replies.choices ?? []).map((definition) => ({ message, definition, replies })),
  )
}

/** Every choice that was there; what cannot be read now is left out, since nothing is known of it. */
export function choicePairs({ before, after }: ProjectPair): readonly ChoicePair[] {
  const unread = new Set([...after.owners.values()].filter((name) => !after.messages.has(name)))
  return choicesIn(before.replies)
    .filter(({ message }) => !unread.has(message))
    .map((choice) => {
      const now = findChoice(after.replies, choice.message, choice.definition.id)
      return now === undefined ? { before: choice } : { before: choice, after: now }
    })
}

/** The choice of an id, as it is written. */
export function findChoice(
  { messages }: ReplyTable,
  message: string,
  id: string,
): OfferedChoice | undefined {
  const replies = hasOwn(messages, message) ? messages[message] : undefined
  const definition = replies?.choices?.find((choice) => choice.id === id)
  return replies === undefined || definition === undefined
    ? undefined
    : { message, definition, replies }
}

/** The names of the variables in an id, each once. */
export function variablesIn({ id }: ChoiceDefinition): readonly string[] {
  return [
    ...new Set(
      parseTemplate(id).parts.flatMap((part) =>
        part.type === 'variable' ? [part.names.join('.')] : [],
      ),
    ),
  ]
}

/** Every text that an id can become; several graphs where its variables are declared in several ways. */
export function graphsOf(choice: ChoiceDefinition): readonly TextGraph[] {
  const { id, variables = {} } = choice
  return readId(id, variables).map((parts) => graphOfParts(parts, false))
}

/** Some texts that an id can become, its variables at the edges of what they may be. */
export function sampleIds(choice: ChoiceDefinition): readonly string[] {
  return [...new Set(readId(choice.id, choice.variables ?? {}).flatMap(sampleTexts))]
}
