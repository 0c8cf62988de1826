import type { TextBounds, TextPart } from '../../model/bounds.ts'
import type { Finding } from '../../model/diagnostic.ts'
import type { Limit } from '../../model/limits.ts'
import { envelopeLimits } from '../../model/limits-envelope.ts'
import { mayVary } from '../../model/may-vary.ts'
import type { Check, Proof } from '../../model/rule.ts'
import type { Rule } from './rule.ts'
import { blame, broken, excerpt, plural, proven, safeBound } from './verdict.ts'

export const check: Check = {
  name: 'text-too-long',
  severity: 'error',
  *check({ texts, limits }) {
    for (const text of texts) {
      for (const limit of limits.find(text.field, 'length')) {
        // What is no phone number is reported as that, whatever its length.
        if (limit === envelopeLimits.phoneNumberLength) continue
        if (limit.max !== undefined) yield judgeLength(text, limit, limit.max)
      }
    }
  },
}

function judgeLength(text: TextBounds, limit: Limit, max: number): Finding | Proof {
  const { length } = text.shape
  if (length.max <= max) return proven(text.path)
  const accepted = `at most ${max} are accepted`
  const part = mayVary ? blame(text, (shape) => shape.length.max) : undefined
  if (part === undefined) {
    const message = `${limit.subject} is ${plural(length.max, 'characters')}, ${accepted}: shorten ${excerpt(text.source)}`
    return broken(text.path, limit, message)
  }
  const bound = safeBound(text, part, max)
  const size = Number.isFinite(length.max) ? plural(length.max, 'characters') : 'of any length'
  const isBreakable = length.min <= max
  const can = isBreakable ? `can be ${size}` : `is at least ${plural(length.min, 'characters')}`
  const wayOut =
    bound?.text ??
    dropValues(text, part, max) ??
    'shorten the fixed text, or bound the variables in it'
  return {
    path: text.path,
    span: part.span,
    message: `${limit.subject} ${can}, ${accepted}: ${wayOut}`,
    limit,
    isBreakable,
    ...(bound === undefined ? {} : { fix: bound.fix }),
  }
}

/** Which listed values are too long, where the others would fit whatever else stands there. */
function dropValues(text: TextBounds, part: TextPart, max: number): string | undefined {
  const { values } = part.shape
  const name = part.reference?.names.join('.')
  if (values === undefined || part.reference?.declaration.enum === undefined) return undefined
  const times = text.parts.filter(({ reference }) => reference?.names.join('.') === name).length
  const room = max - (text.shape.length.max - times * part.shape.length.max)
  const long = values.filter((value) => value.length * times > room)
  if (long.length === 0 || long.length === values.length) return undefined
  const shown = long.slice(0, maxShown).map((value) => excerpt(value))
  const more = long.length > maxShown ? ` and ${long.length - maxShown} more` : ''
  return `shorten the fixed text, or take ${shown.join(', ')}${more} out of \`${name}\``
}

/** More values than this help nobody. */
const maxShown = 3

export const rule: Rule = {
  name: check.name,
  summary: 'A text is, or can become, longer than WhatsApp accepts.',
  why: 'The API refuses an over-long text as a whole and never shortens it, so the customer receives nothing.',
  severity: check.severity,
  isLocked: true,
  examples: [
    {
      title: 'a label that always fits',
      yaml: `variables:
  customer: { type: string, maxLength: 16 }
message:
  text: How can we help?
  replyButtonMessage:
    buttons:
      - { id: "call", text: "Ask {{ customer }}" }
`,
      reports: [],
    },
    {
      title: 'a label that a long name breaks',
      yaml: `variables:
  customer: { type: string, maxLength: 30 }
message:
  text: How can we help?
  replyButtonMessage:
    buttons:
      - { id: "call", text: "Ask {{ customer }}" }
`,
      reports: [
        '7:34 button text can be 34 characters, at most 20 are accepted: give `customer` `maxLength: 16`',
      ],
    },
    {
      title: 'a label that is too long as it stands',
      yaml: `message:
  text: How can we help?
  replyButtonMessage:
    buttons:
      - { id: call, text: "Track my order and returns" }
`,
      reports: [
        '5:27 button text is 26 characters, at most 20 are accepted: shorten "Track my order and returns"',
      ],
    },
  ],
}
