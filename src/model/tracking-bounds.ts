import type { MessageBounds } from './bounds.ts'
import { isObject } from './json.ts'
import { addIntervals } from './shape.ts'
import { maxTrackingBytes, trackingKeyOf, trackingMember } from './tracking.ts'

/** Bytes of `"$c":"a"`: no key is shorter. */
const minTrackingBytes = `"${trackingMember}":"${trackingKeyOf('a')}"`.length

/**
 * Bounds in which `callbackData` has room for the largest key of `tracking`, that of a bulk run:
 * nobody knows yet how a message will be sent.
 */
export function withTrackingRoom(bounds: MessageBounds): MessageBounds {
  const { callbackData } = bounds
  if (callbackData === undefined) return bounds
  const { value } = callbackData
  const comma = isObject(value) && Object.keys(value).length === 0 ? 0 : 1
  const room = { min: minTrackingBytes + comma, max: maxTrackingBytes + comma }
  const bytes = addIntervals(callbackData.bytes, room)
  return { ...bounds, callbackData: { ...callbackData, bytes, trackingBytes: room.max } }
}
