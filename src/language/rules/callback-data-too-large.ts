import type { ValueBounds, ValuePart } from '../../model/bounds.ts'
import type { Finding, Fix } from '../../model/diagnostic.ts'
import type { Limit } from '../../model/limits.ts'
import { mayVary } from '../../model/may-vary.ts'
import type { Check, Proof } from '../../model/rule.ts'
import type { Rule } from './rule.ts'
import { broken, proven } from './verdict.ts'

export const check: Check = {
  name: 'callback-data-too-large',
  severity: 'error',
  *check({ callbackData, limits }) {
    if (callbackData === undefined) return
    for (const limit of limits.find('callbackData', 'bytes')) {
      if (limit.max !== undefined) yield judgeBytes(callbackData, limit, limit.max)
    }
  },
}

function judgeBytes(data: ValueBounds, limit: Limit, max: number): Finding | Proof {
  const { bytes, largest, path, trackingBytes } = data
  if (bytes.max <= max) return proven(path)
  const reserved = trackingBytes === undefined ? '' : ` (${trackingBytes} for \`tracking\`)`
  const unit = `bytes of JSON${reserved}`
  const accepted = `at most ${max} are accepted`
  if (!mayVary || largest === undefined) {
    const wayOut = 'keep an id here and look the rest up'
    return broken(path, limit, `${limit.subject} is ${bytes.max} ${unit}, ${accepted}: ${wayOut}`)
  }
  const isBreakable = bytes.min <= max
  const size = isBreakable ? `can be ${bytes.max}` : `is at least ${bytes.min}`
  const bound = safeByteBound(largest, max - bytes.max)
  const wayOut = bound?.title ?? 'bound the variables in it (a character can take 3 bytes)'
  return {
    path: largest.path,
    span: largest.span,
    message: `${limit.subject} ${size} ${unit}, ${accepted}: ${wayOut}`,
    limit,
    isBreakable,
    ...(bound === undefined ? {} : { fix: bound }),
  }
}

/** The largest `maxLength` of the largest variable that is enough, with what characters may take. */
function safeByteBound(part: ValuePart, room: number): Fix | undefined {
  const { declaration, names, declaredAt } = part.reference
  if ((declaration.type !== 'string' || declaration.enum) ?? declaration.const) return undefined
  const { length, jsonBytes } = part.reference.shape()
  if (!Number.isFinite(length.max)) return undefined
  const fits = (maxLength: number): boolean =>
    (part.reference.shapeUpTo(maxLength).jsonBytes.max - jsonBytes.max) * part.times <= room
  let value = Math.max(1, length.min)
  if (!fits(value)) return undefined
  // More characters never take fewer bytes, so the last that fits is found by halving.
  for (let tooLong = length.max; tooLong - value > 1; ) {
    const middle = Math.floor((value + tooLong) / 2)
    if (fits(middle)) value = middle
    else tooLong = middle
  }
  const title = `give \`${names.join('.')}\` \`maxLength: ${value}\``
  return { title, safe: false, edits: [{ type: 'set', path: declaredAt, key: 'maxLength', value }] }
}

export const rule: Rule = {
  name: check.name,
  summary: '`callbackData` is, or can become, larger than 1024 bytes of JSON.',
  why: 'The API answers 400 and sends nothing.',
  severity: check.severity,
  isLocked: true,
  examples: [
    {
      title: 'an id that fits',
      yaml: `variables:
  order: { type: string, maxLength: 40 }
message: { text: Thank you! }
callbackData: { order: "{{ order }}" }
`,
      reports: [],
    },
    {
      title: 'a note that may not fit',
      yaml: `variables:
  note: { type: string, maxLength: 400 }
message: { text: Thank you! }
callbackData: { note: "{{ note }}" }
`,
      reports: [
        '4:24 callback data can be 1211 bytes of JSON, at most 1024 are accepted: give `note` `maxLength: 337`',
      ],
    },
    {
      title: 'letters that may take two, three or four bytes',
      yaml: `variables:
  order: { type: string, pattern: "^[A-Z]{2}[0-9]{6}$" }
  name: { type: string, pattern: '^\\p{Lu}\\p{L}{1,400}$' }
message: { text: Thank you! }
callbackData: { order: "{{ order }}", name: "{{ name }}" }
`,
      reports: [
        '5:46 callback data can be 1634 bytes of JSON, at most 1024 are accepted: give `name` `maxLength: 331`',
      ],
    },
    {
      title: 'a note that leaves no room for the key of `tracking`',
      tracking: true,
      yaml: `variables:
  note: { type: string, maxLength: 330 }
message: { text: Thank you! }
callbackData: { note: "{{ note }}" }
`,
      reports: [
        '4:24 callback data can be 1066 bytes of JSON (65 for `tracking`), at most 1024 are accepted: give `note` `maxLength: 316`',
      ],
    },
  ],
}
