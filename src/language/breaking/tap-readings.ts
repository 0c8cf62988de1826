import type { JsonValue } from '../../model/json.ts'
import type { ReplyTable } from '../../model/reply-table.ts'
import { createTapResolver, type ResolvedTap, type TapResolver } from '../../model/resolve-tap.ts'
import { canonicalJson } from '../../model/same-value.ts'
import { trackingKeyOf } from '../../model/tracking.ts'
import type { TappedReply } from '../../model/webhook-event.ts'
import type { ProjectPair } from './project-pair.ts'

/** What a tap on an old message was, and what it is now. */
export interface TapReading {
  readonly before: ResolvedTap
  readonly after: ResolvedTap
}

const resolvers = new WeakMap<ReplyTable, TapResolver>()

/** Reads a tap on a message that was sent before, and tracked if it was then, with both decoders. */
export function readTap(pair: ProjectPair, message: string, reply: TappedReply): TapReading {
  const { before, after } = pair
  const tracking = before.replies.tracking === true ? { key: trackingKeyOf(message) } : undefined
  const tap = { reply, callbackData: undefined, tracking }
  return { before: resolverOf(before.replies)(tap), after: resolverOf(after.replies)(tap) }
}

function resolverOf(table: ReplyTable): TapResolver {
  const resolver = resolvers.get(table) ?? createTapResolver(table)
  resolvers.set(table, resolver)
  return resolver
}

/** Whether both decoders say the same, `callbackData` left aside. */
export function isSameReading({ before, after }: TapReading): boolean {
  return keyOfTap(before) === keyOfTap(after)
}

function keyOfTap(tap: ResolvedTap): string {
  const candidates = candidatesOf(tap).map(({ message, id, type, keys }) =>
    canonicalJson({ message, id, type, keys }),
  )
  return `${tap.type} ${candidates.toSorted().join(' ')}`
}

/** The choices that a tap can have been on. */
export function candidatesOf(tap: ResolvedTap): readonly {
  readonly message: string
  readonly id: string
  readonly type: string
  readonly keys: { readonly [name: string]: JsonValue }
}[] {
  if (tap.type === 'choice') return [tap.choice]
  return 'candidates' in tap ? tap.candidates : []
}
