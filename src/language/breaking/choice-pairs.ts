import type { TextPart } from '../../model/bounds.ts'
import type { Declaration } from '../../model/declaration.ts'
import { hasOwn, type JsonValue } from '../../model/json.ts'
import type { ChoiceDefinition, MessageReplies, ReplyTable } from '../../model/reply-table.ts'
import { shapeOf } from '../../model/shape-of.ts'
import { parseTemplate } from '../../model/template.ts'
import { graphOfParts, type TextGraph } from '../../model/text-graph.ts'
import { literalShape } from '../../model/text-shape.ts'
import { witnessOf } from '../../model/witness.ts'
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

/** What a variable in an id, or in `callbackData`, may be: it can be declared in several ways. */
export function declarationsOf(
  variables: ChoiceDefinition['variables'],
  name: string,
): readonly Declaration[] {
  const declared = variables !== undefined && hasOwn(variables, name) ? variables[name] : undefined
  return declared === undefined ? [] : [declared].flat()
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
  return readingsOf(choice).map((parts) => graphOfParts(parts, false))
}

/** An id taken apart, once for each way in which its variables are declared. */
export function readingsOf({ id, variables }: ChoiceDefinition): readonly (readonly TextPart[])[] {
  let readings: readonly (readonly TextPart[])[] = [[]]
  for (const part of parseTemplate(id).parts) {
    const { span } = part
    const choices: readonly TextPart[] =
      part.type === 'literal'
        ? [{ span, shape: literalShape(part.text) }]
        : declarationsOf(variables, part.names.join('.')).map((declaration) =>
            partOf(declaration, part.names, span),
          )
    readings = readings.flatMap((reading) => choices.map((one) => [...reading, one]))
  }
  return readings
}

function partOf(
  declaration: Declaration,
  names: readonly string[],
  span: TextPart['span'],
): TextPart {
  const shape = shapeOf(declaration)
  const reference = {
    names,
    declaration,
    declaredAt: [],
    shape: () => shape,
    longestSpaceRun: (cap: number) => cap,
  }
  return { span, shape, reference }
}

/** Some texts that an id can become, its variables at the edges of what they may be. */
export function sampleIds(choice: ChoiceDefinition): readonly string[] {
  const ids = readingsOf(choice).flatMap((parts) =>
    (['shortest', 'longest'] as const).flatMap((aim) => {
      const texts = parts.map(({ reference, shape }): JsonValue | undefined =>
        reference === undefined ? shape.values?.[0] : witnessOf(reference.declaration, aim),
      )
      return texts.includes(undefined) ? [] : [texts.map(String).join('')]
    }),
  )
  return [...new Set(ids)]
}
