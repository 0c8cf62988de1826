import { describe, expect, it } from 'vitest'
import { measureMessage } from '../../src/language/measure.ts'
import type { JsonObject } from '../../src/model/json.ts'
import { jsonBytesOfValue } from '../../src/model/json-bytes.ts'
import { withTracking } from '../../src/model/tracking.ts'
import { withTrackingRoom } from '../../src/model/tracking-bounds.ts'

/** How many bytes callback data takes that a send has put its key into. */
function trackedBytes(callbackData: JsonObject, send: Parameters<typeof withTracking>[1]): number {
  const { body } = withTracking({ endpoint: 'send/messages', body: { callbackData } }, send)
  const data = body['callbackData']
  if (data === undefined) throw new Error('no callback data')
  return jsonBytesOfValue(data)
}

const shortest = { message: 'a' }
const longest = { message: 'a'.repeat(40), run: 'R'.repeat(26), row: 999_999_999 }

describe('withTrackingRoom', () => {
  it.each([[{}], [{ a: 1 }], [{ a: 1, b: { c: [] } }]])(
    'leaves %j room for the shortest and the longest key, and no more',
    (callbackData) => {
      const root = { message: { text: 'Hi' }, callbackData }
      const { bounds } = measureMessage(root, {}, new Set())
      const { callbackData: data, ...rest } = withTrackingRoom(bounds)
      expect(data?.bytes).toEqual({
        min: trackedBytes(callbackData, shortest),
        max: trackedBytes(callbackData, longest),
      })
      expect(data?.trackingBytes).toBe(
        trackedBytes(callbackData, longest) - jsonBytesOfValue(callbackData),
      )
      expect(rest.texts).toHaveLength(1)
      expect(data?.value).toEqual(callbackData)
    },
  )

  it('leaves a message without callback data as it is', () => {
    const { bounds } = measureMessage({ message: { text: 'Hi' } }, {}, new Set())
    expect(withTrackingRoom(bounds)).toBe(bounds)
  })
})
