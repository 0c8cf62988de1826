import type { TextBounds } from '../../model/bounds.ts'
import { isBsuid } from '../../model/bsuid.ts'
import type { Finding } from '../../model/diagnostic.ts'
import { e164Format } from '../../model/formats.ts'
import { isObject, type JsonObject } from '../../model/json.ts'
import type { Limit } from '../../model/limits.ts'
import { envelopeLimits } from '../../model/limits-envelope.ts'
import { mayVary } from '../../model/may-vary.ts'
import type { Check, Proof } from '../../model/rule.ts'
import type { Rule } from './rule.ts'
import { textLimitsOf } from './text-limits.ts'
import { broken, excerpt, proven, spanOfVariable, variableIn } from './verdict.ts'

export const check: Check = {
  name: 'phone-number',
  severity: 'error',
  *check(bounds) {
    for (const { text, limit } of textLimitsOf(bounds, 'format')) {
      if (limit === envelopeLimits.bsuidFormat) yield judgeBsuid(text, limit)
      else if (isNumber(limit)) yield judgeNumber(text, limit)
    }
    yield* judgeSelf(bounds.root)
  },
}

function isNumber(limit: Limit): boolean {
  return (
    limit === envelopeLimits.senderNumberFormat || limit === envelopeLimits.recipientNumberFormat
  )
}

function judgeNumber(text: TextBounds, limit: Limit): Finding | Proof {
  const { values } = text.shape
  if (!mayVary || values !== undefined) {
    const wrong = values?.find((value) => !e164Format.matches(value))
    if (wrong === undefined) return proven(text.path)
    const isBreakable = mayVary && values?.some((value) => e164Format.matches(value)) === true
    const hint = isBsuid(wrong)
      ? 'a sender is a number, never a business-scoped user id'
      : `write ${e164Format.description}, with \`+\`, country code and digits only`
    const message = `${limit.subject} ${excerpt(wrong)} is no phone number: ${hint}`
    const found = broken(text.path, limit, message)
    return mayVary ? { ...found, isBreakable, ...spanOfVariable(text) } : found
  }
  const part = variableIn(text)
  const declaration = text.parts.length === 1 ? part?.reference?.declaration : undefined
  if (declaration?.type === 'string' && declaration.format === 'e164') return proven(text.path)
  const name = part?.reference?.names.join('.') ?? ''
  const title = `give \`${name}\` \`format: e164\``
  const isWhole = text.parts.length === 1
  return {
    path: text.path,
    message: isWhole
      ? `nothing says that \`${name}\` is a phone number: ${title}`
      : `nothing says that this becomes a phone number: use one variable with \`format: e164\` for all of it`,
    severity: 'warning',
    ...spanOfVariable(text),
    ...(isWhole && part?.reference !== undefined
      ? {
          fix: {
            title,
            safe: false,
            edits: [{ type: 'set', path: part.reference.declaredAt, key: 'format', value: 'e164' }],
          },
        }
      : {}),
  }
}

function judgeBsuid(text: TextBounds, limit: Limit): Finding | Proof {
  if (text.shape.values?.every((value) => isBsuid(value))) return proven(text.path)
  const message = `recipient ${excerpt(text.source)} is neither ${e164Format.description} nor a business-scoped user id such as \`US.13491208655302741918\``
  return broken(text.path, limit, message)
}

/** Whether a business would write to itself; both are known only when sending. */
function* judgeSelf(root: JsonObject): Iterable<Finding> {
  const [sender, recipient] = [idOf(root['sender']), idOf(root['recipient'])]
  if (sender === undefined || sender !== recipient) return
  const message = `recipient and sender are the same number ${sender}: WhatsApp does not deliver to oneself`
  yield broken(['recipient', 'id'], envelopeLimits.recipientIsSender, message)
}

function idOf(party: unknown): string | undefined {
  const id = isObject(party) && Object.hasOwn(party, 'id') ? party['id'] : party
  return typeof id === 'string' ? id : undefined
}

export const rule: Rule = {
  name: check.name,
  summary: 'A sender or recipient is, or can become, no phone number.',
  why: 'The API answers `ERROR_CODE_PHONE_NUMBER_BAD_FORMAT` or `ERROR_CODE_INVALID_SENDER_ID` and sends nothing.',
  severity: check.severity,
  isLocked: true,
  examples: [
    {
      title: 'a sender in E.164 form',
      yaml: `message: { text: Thank you! }
sender: "+14151111234"
`,
      reports: [],
    },
    {
      title: 'a number as people write it',
      yaml: `message: { text: Thank you! }
sender: "(415) 111-1234"
`,
      reports: [
        '2:9 sender number "(415) 111-1234" is no phone number: write a phone number in E.164 form such as `+16044441111`, with `+`, country code and digits only',
      ],
    },
  ],
}
