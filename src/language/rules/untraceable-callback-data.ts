import type { ValueBounds } from '../../model/bounds.ts'
import type { JsonValue } from '../../model/json.ts'
import { problemOfTracked, trackingMember } from '../../model/tracking.ts'
import type { AuthorCheck } from './author-check.ts'
import type { Rule } from './rule.ts'

export const check: AuthorCheck = {
  name: 'untraceable-callback-data',
  severity: 'error',
  *check({ callbackData }) {
    if (callbackData?.trackingBytes === undefined) return
    const message = problemOfTracked(likeness(callbackData))
    if (message !== undefined) yield { path: callbackData.path, message }
  },
}

/** What a value that is one variable alone will look like, as far as a place for a key goes. */
function likeness({ value, largest }: ValueBounds): JsonValue {
  if (typeof value !== 'string' || largest?.reference.declaration.type !== 'object') return value
  const { properties } = largest.reference.declaration
  return Object.hasOwn(properties, trackingMember) ? { [trackingMember]: '' } : {}
}

export const rule: Rule = {
  name: check.name,
  summary: '`tracking` is on, and `callbackData` has no place for its key.',
  why: 'Every send carries a key by which replies and delivery events are traced back; a send without one would be refused before anything leaves the machine.',
  severity: check.severity,
  isLocked: true,
  examples: [
    {
      title: 'a mapping',
      tracking: true,
      yaml: `variables: { order: string(20) }
message: { text: Thank you! }
callbackData: { order: "{{ order }}" }
`,
      reports: [],
    },
    {
      title: 'a text, without tracking',
      yaml: `variables: { order: string(20) }
message: { text: Thank you! }
callbackData: "{{ order }}"
`,
      reports: [],
    },
    {
      title: 'a text, with tracking',
      tracking: true,
      yaml: `variables: { order: string(20) }
message: { text: Thank you! }
callbackData: "{{ order }}"
`,
      reports: [
        '3:15 `tracking` puts its key `$c` into callback data, and a text has no place for one: make it a mapping, such as `{ value: … }`',
      ],
    },
  ],
}
