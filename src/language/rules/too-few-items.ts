import type { Finding } from '../../model/diagnostic.ts'
import { mayVary } from '../../model/may-vary.ts'
import type { Check, Proof } from '../../model/rule.ts'
import { type Count, countsOf, safeItemBound } from './item-count.ts'
import type { Rule } from './rule.ts'
import { broken, proven } from './verdict.ts'

export const check: Check = {
  name: 'too-few-items',
  severity: 'error',
  *check(bounds) {
    for (const count of countsOf(bounds)) {
      const { min } = count.limit
      // Items of all sections together are too few only where a section is empty: said there.
      if (min !== undefined && !count.limit.fields.every((field) => field.includes('[*]'))) {
        yield judgeCount(count, min)
      }
    }
  },
}

function judgeCount(counted: Count, min: number): Finding | Proof {
  const { count, limit, items, path } = counted
  if (count.min >= min) return proven(path)
  const fix = mayVary ? safeItemBound(counted, 'minItems', min) : undefined
  const isBreakable = mayVary && count.max >= min
  const found = count.min === 0 ? 'no' : String(count.min)
  const wayOut = fix?.title ?? (isBreakable ? 'keep one that is always there' : 'add one')
  const message = `${isBreakable ? 'there can be ' : ''}${found} ${limit.subject}, at least ${min} ${min === 1 ? 'is' : 'are'} needed: ${wayOut}`
  const finding = broken((isBreakable && items[0]?.path) || path, limit, message)
  return mayVary ? { ...finding, isBreakable, ...(fix === undefined ? {} : { fix }) } : finding
}

export const rule: Rule = {
  name: check.name,
  summary: 'A list of buttons, rows, sections or products is, or can become, empty.',
  why: 'The API refuses the whole message, so the customer receives nothing.',
  severity: check.severity,
  isLocked: true,
  examples: [
    {
      title: 'a button that is always there beside one that may be left out',
      yaml: `variables:
  late: boolean
message:
  text: Your parcel is here.
  replyButtonMessage:
    buttons:
      - { id: thanks, text: Thank you }
      - { $if: late, id: late, text: Why so late? }
`,
      reports: [],
    },
    {
      title: 'no button at all when the flag is false',
      yaml: `variables:
  late: boolean
message:
  text: Your parcel is here.
  replyButtonMessage:
    buttons:
      - { $if: late, id: late, text: Why so late? }
`,
      reports: [
        '7:9 there can be no reply buttons, at least 1 is needed: keep one that is always there',
      ],
    },
  ],
}
