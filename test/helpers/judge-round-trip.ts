import type { JsonObject, JsonValue } from '../../src/model/json.ts'
import { isObject } from '../../src/model/json.ts'
import { readEvent } from '../../src/model/read-event.ts'
import { createTapResolver, type ResolvedChoice } from '../../src/model/resolve-tap.ts'
import { parseTemplate } from '../../src/model/template.ts'
import type { MadeTable, SentChoice } from './reply-round-trip.ts'

/** What is wrong with the way back of a tap; nothing where it came back as it was sent. */
export function judgeRoundTrip(
  sent: SentChoice,
  { table, overlapOf }: MadeTable,
): string | undefined {
  const event = readEvent(sent.webhook)
  if (event.type !== 'tap') return `is no tap but ${event.type}`
  const resolved = createTapResolver(table)(event)
  const overlap = overlapOf(sent.message, sent.template)
  if (resolved.type === 'choice') {
    if (overlap === 'always') return 'is told apart though it never can be'
    return problemOf(resolved.choice, sent)
  }
  if (resolved.type !== 'ambiguous-choice') return `is ${resolved.type}`
  if (overlap === undefined) return 'is ambiguous though it never can be'
  const alike = resolved.candidates.filter(
    ({ message, id }) => message === sent.message && id === sent.template,
  )
  if (alike.some((choice) => problemOf(choice, sent) === undefined)) return undefined
  // Of a template that has many readings only some are listed.
  return alike.length >= 4 ? undefined : 'is not among its candidates'
}

function problemOf(choice: ResolvedChoice, sent: SentChoice): string | undefined {
  if (choice.message !== sent.message) return `is of ${choice.message}`
  if (choice.id !== sent.template) return `is ${choice.id}`
  if (fillKeys(choice) !== sent.id) return `has the keys ${JSON.stringify(choice.keys)}`
  const wanted = JSON.stringify(sent.callbackData)
  const found = JSON.stringify(choice.callbackData)
  return wanted === found ? undefined : `has the data ${found}`
}

/** The id that its keys make. */
function fillKeys({ id, keys }: ResolvedChoice): string {
  return parseTemplate(id)
    .parts.map((part) => (part.type === 'literal' ? part.text : String(keyAt(keys, part.names))))
    .join('')
}

function keyAt(keys: JsonObject, names: readonly string[]): JsonValue | undefined {
  let value: JsonValue | undefined = keys
  for (const name of names) {
    value = isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined
  }
  return value
}
