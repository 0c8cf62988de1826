import type { ReplyTable } from '../model/reply-table.ts'
import type { DecodedEvent, EventHandler, ReplyHandlers, ReplyTypes } from '../model/reply-types.ts'
import { createTapResolver, type ResolvedTap, type TapResolver } from '../model/resolve-tap.ts'
import { routeReplies } from '../model/route-replies.ts'
import type { TapEvent } from '../model/webhook-event.ts'
import { type DecodeOptions, decodeEvent, type RawBody } from './decode-event.ts'

/** The replies of a project: what its generated module hands on. */
export interface Replies<T extends ReplyTypes<T>> {
  /** Verifies the body of a webhook, reads it, and finds out what was tapped. */
  decodeEvent(rawBody: RawBody, options: DecodeOptions): Promise<DecodedEvent<T>>
  /** Makes one handler of events out of a handler for every choice. */
  handleReplies(handlers: ReplyHandlers<T>): EventHandler<T>
}

/** Makes the replies of a project of its table. The generated module calls it; so can tests. */
export function defineReplies<T extends ReplyTypes<T>>(table: ReplyTable<'generated'>): Replies<T> {
  // Made at the first tap: an application that only sends may load this module too.
  let resolveTap: TapResolver | undefined
  return {
    decodeEvent: async (rawBody, options) => {
      const event = await decodeEvent(rawBody, options)
      if (event.type !== 'tap') return event
      resolveTap ??= createTapResolver(table)
      const resolved = { ...event, ...resolveTap(event) }
      if (!isOfTable<T>(resolved, table)) throw new Error('a choice that is not in the table')
      return resolved
    },
    handleReplies: (handlers) => routeReplies(table, handlers),
  }
}

type ResolvedEvent = Omit<TapEvent, 'type'> & ResolvedTap

/** The types are generated together with the table, so what is found in it has them. */
function isOfTable<T extends ReplyTypes<T>>(
  event: ResolvedEvent,
  { messages }: ReplyTable<'generated'>,
): event is ResolvedEvent & DecodedEvent<T> {
  return event.type !== 'choice' || Object.hasOwn(messages, event.choice.message)
}
