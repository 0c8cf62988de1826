import type { Finding } from '../../model/diagnostic.ts'
import { mayVary } from '../../model/may-vary.ts'
import type { Check, Proof } from '../../model/rule.ts'
import { type Count, countsOf, itemOver, safeItemBound } from './item-count.ts'
import type { Rule } from './rule.ts'
import { broken, proven } from './verdict.ts'

export const check: Check = {
  name: 'too-many-items',
  severity: 'error',
  *check(bounds) {
    for (const count of countsOf(bounds)) {
      if (count.limit.max !== undefined) yield judgeCount(count, count.limit.max)
    }
  },
}

function judgeCount(counted: Count, max: number): Finding | Proof {
  const { count, limit } = counted
  if (count.max <= max) return proven(counted.path)
  const over = itemOver(counted, max)
  const fix = mayVary ? safeItemBound(counted, 'maxItems', max) : undefined
  const isBreakable = mayVary && count.min <= max
  const wayOut = fix?.title ?? `remove ${count.max - max}`
  const message = `${isBreakable ? 'up to ' : ''}${count.max} ${limit.subject}, at most ${max} ${max === 1 ? 'is' : 'are'} accepted: ${wayOut}`
  const finding = broken(over?.path ?? counted.path, limit, message)
  return mayVary ? { ...finding, isBreakable, ...(fix === undefined ? {} : { fix }) } : finding
}

export const rule: Rule = {
  name: check.name,
  summary:
    'A message has, or can get, more buttons, rows, sections, products or attachments than are accepted.',
  why: 'The API refuses the whole message, so the customer receives nothing.',
  severity: check.severity,
  isLocked: true,
  examples: [
    {
      title: 'three buttons',
      yaml: `message:
  text: When shall we come?
  replyButtonMessage:
    buttons:
      - { id: morning, text: Morning }
      - { id: noon, text: Noon }
      - { id: evening, text: Evening }
`,
      reports: [],
    },
    {
      title: 'four buttons',
      yaml: `message:
  text: When shall we come?
  replyButtonMessage:
    buttons:
      - { id: morning, text: Morning }
      - { id: noon, text: Noon }
      - { id: evening, text: Evening }
      - { id: never, text: Never }
`,
      reports: ['8:9 4 reply buttons, at most 3 are accepted: remove 1'],
    },
    {
      title: 'a list that can grow past ten rows',
      yaml: `variables:
  parcels:
    type: array
    minItems: 1
    maxItems: 12
    uniqueBy: [id]
    items:
      type: object
      properties:
        id: { type: string, pattern: "^[0-9]{1,12}$" }
message:
  text: Which parcel?
  listMessage:
    button: { text: Choose }
    sections:
      - title: Parcels
        rows:
          - $each: parcel in parcels
            id: "parcel:{{ parcel.id }}"
            text: "Parcel {{ parcel.id }}"
          - { id: all, text: All of them }
`,
      reports: [
        '18:13 up to 13 rows in all sections together, at most 10 are accepted: give `parcels` `maxItems: 9`',
      ],
    },
  ],
}
