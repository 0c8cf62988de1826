import type { MessageBounds } from './bounds.ts'
import { finishedReasoning } from './finished-reasoning.ts'
import type { JsonObject } from './json.ts'
import { jsonBytesOfValue } from './json-bytes.ts'
import type { LimitIndex } from './limit-index.ts'
import { mayVary } from './may-vary.ts'
import { exactly } from './shape.ts'
import { literalShape } from './text-shape.ts'
import { type Reader, type WalkScope, walkMessage } from './walk.ts'

const nothing: WalkScope = { loops: [], guard: [] }

/**
 * Reads finished texts: braces in them are what a customer or a caller wrote, never templates. All
 * bounds meet, so that rules written for every value judge this one.
 */
const finished: Omit<Reader<WalkScope>, 'limits'> = {
  reasoning: finishedReasoning,
  text: (source) => {
    const shape = literalShape(source)
    // Without variables the whole says it all.
    const parts = mayVary ? [{ span: { start: 0, end: source.length }, shape }] : []
    return { shape, parts }
  },
  number: () => undefined,
  value: (value) => ({ bytes: exactly(jsonBytesOfValue(value)) }),
  enter: (_value, _path, scope) => ({
    repetition: { ownGuard: [], count: exactly(1) },
    scope,
  }),
}

/** What the fields of a filled message, or of a body that goes over the wire, are. */
export function measureFilled(root: JsonObject, limits: LimitIndex): MessageBounds {
  return walkMessage(root, nothing, { ...finished, limits })
}
