import { measureMessage } from '../language/measure.ts'
import { countsOf } from '../language/rules/item-count.ts'
import { textLimitsOf } from '../language/rules/text-limits.ts'
import type { MessageBounds } from '../model/bounds.ts'
import type { JsonObject } from '../model/json.ts'
import { everyLimit, type Limit } from '../model/limits.ts'
import type { CompiledMessage } from '../model/message.ts'
import { formatPath, type Path } from '../model/source.ts'
import { withTrackingRoom } from '../model/tracking-bounds.ts'
import type { RoomChange } from './change.ts'

/** Of a new message it is told what takes at least this share of a limit. */
const nearlyFull = 0.75

/** How much of the limits can be used at most, where that is different now. */
export function compareRoom(
  before: CompiledMessage | undefined,
  after: CompiledMessage,
): readonly RoomChange[] {
  const locales = Object.keys(after.bodies)
  return locales.flatMap((locale) => {
    const old = before === undefined ? undefined : roomIn(before, locale)
    return [...roomIn(after, locale).values()].flatMap((use) => {
      const was = old?.get(use.place)
      const isNew = old === undefined || was === undefined
      const isTold = isNew ? use.used >= use.limit * nearlyFull : was.used !== use.used
      if (!isTold) return []
      const { place, unit, limit, used } = use
      const change = { place, unit, limit, ...(isNew ? {} : { before: was.used }), after: used }
      return [locales.length > 1 ? { locale, ...change } : change]
    })
  })
}

interface Use {
  readonly place: string
  readonly unit: string
  readonly used: number
  readonly limit: number
}

function roomIn(message: CompiledMessage, locale: string): ReadonlyMap<string, Use> {
  const { bodies, variables, callbackData, tracking } = message
  const body = Object.hasOwn(bodies, locale) ? bodies[locale] : undefined
  if (body === undefined) return new Map()
  const root: JsonObject = {
    message: body.message,
    ...(body.fallback === undefined ? {} : { fallback: body.fallback }),
    ...(callbackData === undefined ? {} : { callbackData }),
  }
  const { bounds } = measureMessage(root, variables, new Set())
  const uses = usesOf(tracking === true ? withTrackingRoom(bounds) : bounds)
  const byPlace = new Map<string, Use>()
  for (const use of uses) {
    const known = byPlace.get(use.place)
    if (known === undefined || use.limit < known.limit) byPlace.set(use.place, use)
  }
  return byPlace
}

function* usesOf(bounds: MessageBounds): Iterable<Use> {
  for (const { text, limit } of textLimitsOf(bounds, 'length')) {
    yield* useOf(text.path, text.shape.length.max, limit)
  }
  for (const { path, count, limit } of countsOf(bounds)) yield* useOf(path, count.max, limit)
  const { callbackData } = bounds
  if (callbackData === undefined) return
  for (const limit of everyLimit.find('callbackData', 'bytes')) {
    yield* useOf(callbackData.path, callbackData.bytes.max, limit)
  }
}

/** What only a warning speaks of is no room that anybody counts on. */
function* useOf(path: Path, used: number, { max, unit, severity }: Limit): Iterable<Use> {
  if (max === undefined || severity !== 'error') return
  const place = formatPath(path[0] === 'message' ? path.slice(1) : path)
  yield { place, unit, used, limit: max }
}
