import type { Form } from './form.ts'
import { isObject, type JsonObject, type JsonValue, setOwn } from './json.ts'
import { replyButtonsLimits } from './limits-reply-buttons.ts'
import { matchesData } from './match-data.ts'
import { type Binding, hasFixedParts, matchTemplate } from './match-template.ts'
import type { ChoiceDefinition, MessageReplies, ReplyTable } from './reply-table.ts'
import { parseTemplate, type TemplatePart } from './template.ts'
import { type TrackingKey, trackingKeyOf, trackingMember } from './tracking.ts'
import type { TappedReply } from './webhook-event.ts'

/** A choice with the values that its id was sent with. */
export interface ResolvedChoice {
  readonly message: string
  readonly id: string
  readonly type: ChoiceDefinition['type']
  readonly keys: JsonObject
  readonly callbackData: JsonValue | undefined
}

/** What a tap was on. */
export type ResolvedTap =
  | { readonly type: 'choice'; readonly choice: ResolvedChoice }
  | { readonly type: 'ambiguous-choice'; readonly candidates: readonly ResolvedChoice[] }
  | { readonly type: 'unknown-choice'; readonly message: string | undefined }
  | { readonly type: 'foreign-choice'; readonly candidates: readonly ResolvedChoice[] }
  | { readonly type: 'forged-choice'; readonly message: string | undefined }

/** What is known of a tap. */
export interface Tap {
  readonly reply: TappedReply
  readonly callbackData: JsonValue | undefined
  readonly tracking: TrackingKey | undefined
}

/** Finds what taps were on. */
export type TapResolver = (tap: Tap) => ResolvedTap

interface ChoiceMatcher {
  readonly message: string
  readonly definition: ChoiceDefinition<Form>
  readonly parts: readonly TemplatePart[]
  readonly data: Pick<MessageReplies<Form>, 'callbackData' | 'variables'>
}

/** Prepares a table of replies, so that each tap is looked up in it. */
export function createTapResolver(table: ReplyTable<Form>): TapResolver {
  const all = matchersOf(table)
  const names = new Map(Object.keys(table.messages).map((name) => [trackingKeyOf(name), name]))
  return (tap) => {
    const { tracking } = tap
    if (tracking === undefined) {
      const found = resolveAmong(all, tap, undefined)
      return table.tracking === true ? foreign(candidatesOf(found)) : found
    }
    const message = names.get(tracking.key)
    if (message === undefined) return foreign([])
    const own = resolveAmong(
      all.filter((matcher) => matcher.message === message),
      tap,
      message,
    )
    // An id of another message under the key of this one: nobody sent it so.
    const isMoved = own.type === 'unknown-choice' && findChoices(all, tap).length > 0
    return isMoved ? { type: 'forged-choice', message } : own
  }
}

function matchersOf({ messages }: ReplyTable<Form>): readonly ChoiceMatcher[] {
  return Object.entries(messages).flatMap(([message, data]) =>
    (data.choices ?? []).map((definition) => ({
      message,
      definition,
      parts: parseTemplate(definition.id).parts,
      data,
    })),
  )
}

function foreign(candidates: readonly ResolvedChoice[]): ResolvedTap {
  return { type: 'foreign-choice', candidates }
}

function candidatesOf(found: ResolvedTap): readonly ResolvedChoice[] {
  if (found.type === 'choice') return [found.choice]
  return 'candidates' in found ? found.candidates : []
}

function resolveAmong(
  matchers: readonly ChoiceMatcher[],
  tap: Tap,
  message: string | undefined,
): ResolvedTap {
  const candidates = findChoices(matchers, tap)
  const [choice] = candidates
  if (choice !== undefined && candidates.length === 1) return { type: 'choice', choice }
  const { id } = tap.reply
  // Of a label alone nothing can be said but that several choices have it.
  if (choice !== undefined && id !== undefined) return { type: 'ambiguous-choice', candidates }
  const isForged =
    id !== undefined && matchers.some(({ parts }) => isImitation(parts, id, message !== undefined))
  return { type: isForged ? 'forged-choice' : 'unknown-choice', message }
}

/** An id that is nothing but variables has a form only where the message is known. */
function isImitation(parts: readonly TemplatePart[], id: string, isKnown: boolean): boolean {
  const hasVariable = parts.some(({ type }) => type === 'variable')
  const hasText = parts.some(({ type }) => type === 'literal')
  return hasVariable && (hasText || isKnown) && hasFixedParts(parts, id)
}

function findChoices(matchers: readonly ChoiceMatcher[], tap: Tap): readonly ResolvedChoice[] {
  const { id, text } = tap.reply
  // No id that was ever sent is longer, of a row still less: what is, need not be looked at.
  if (id !== undefined && id.length > replyButtonsLimits.replyButtonIdLength.max) return []
  return matchers.flatMap((matcher) => {
    const bindings = id === undefined ? matchLabel(matcher, text) : matchId(matcher, id)
    return bindings.map((binding) => resolve(matcher, binding, tap))
  })
}

function matchId({ definition, parts }: ChoiceMatcher, id: string): readonly Binding[] {
  return matchTemplate(parts, definition.variables ?? {}, id)
}

/** The oldest webhooks bring the label alone; it tells which choice, and nothing of its variables. */
function matchLabel({ definition }: ChoiceMatcher, text: string | undefined): readonly Binding[] {
  const isSame = text !== undefined && definition.labels?.includes(text) === true
  return isSame ? [new Map()] : []
}

function resolve(matcher: ChoiceMatcher, binding: Binding, tap: Tap): ResolvedChoice {
  const { message, definition, data } = matcher
  const { id, type } = definition
  return { message, id, type, keys: nestKeys(binding), callbackData: readData(data, tap) }
}

/** `parcel.id` becomes `{ parcel: { id } }`, as it is written in the template. */
function nestKeys(binding: Binding): JsonObject {
  const keys: JsonObject = {}
  for (const [name, value] of binding) {
    const path = name.split('.')
    let holder = keys
    for (const step of path.slice(0, -1)) {
      const inner: JsonValue | undefined = Object.hasOwn(holder, step) ? holder[step] : undefined
      const next = isObject(inner) ? inner : {}
      setOwn(holder, step, next)
      holder = next
    }
    setOwn(holder, path.at(-1) ?? '', value)
  }
  return keys
}

function readData(
  { callbackData, variables = {} }: Pick<MessageReplies<Form>, 'callbackData' | 'variables'>,
  tap: Tap,
): JsonValue | undefined {
  if (callbackData === undefined || tap.callbackData === undefined) return undefined
  const value = withoutKey(tap.callbackData)
  return matchesData(callbackData, variables, value) ? value : undefined
}

function withoutKey(data: JsonValue): JsonValue {
  if (!isObject(data) || !Object.hasOwn(data, trackingMember)) return data
  const rest: JsonObject = {}
  for (const [key, value] of Object.entries(data)) {
    if (key !== trackingMember) setOwn(rest, key, value)
  }
  return rest
}
