import type { MessageBounds } from '../model/bounds.ts'
import { everyLimit } from '../model/limits.ts'
import { measureFilled } from '../model/measure-filled.ts'
import type { FilledMessage, MessageDefinition } from '../model/message.ts'
import { withTrackingRoom } from '../model/tracking-bounds.ts'

/** What the fields of a filled message are, with the room that `tracking` needs where it is on. */
export function measureTracked(
  filled: FilledMessage,
  { tracking }: Pick<MessageDefinition, 'tracking'>,
): MessageBounds {
  const bounds = measureFilled(filled, everyLimit)
  return tracking === true ? withTrackingRoom(bounds) : bounds
}
