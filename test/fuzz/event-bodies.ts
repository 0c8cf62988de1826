import { chance, type Dice, pick } from '../proof/dice.ts'

/** Names that webhooks use, names that are traps, and names that are nothing. */
const keys = [
  'topic',
  'timestamp',
  'sender',
  'recipient',
  'message',
  'text',
  'id',
  'attachments',
  'url',
  'location',
  'latitude',
  'longitude',
  'referral',
  'context',
  'replyToId',
  'buttonResponse',
  'listResponse',
  'payload',
  'isButtonResponse',
  'isEcho',
  'statusUpdate',
  'status',
  'error',
  'code',
  'metadata',
  'campaign_name',
  'callbackData',
  '$c',
  'flow',
  '__proto__',
  'constructor',
  'toString',
  'then',
  'x',
  '',
]

const texts = [
  'sent',
  'delivered',
  'read',
  'delivery_failed',
  'delivery_status',
  'messages',
  '1639083206',
  'all',
  'parcel:7',
  'parcel:x',
  'orders/shipped',
  'orders/shipped.run.7',
  '2026-11-05/09:00',
  'accept:Q12345',
  'All of them',
  '__proto__',
  '😀',
  '\u0000',
  '\\',
  '"',
  '',
]

/** A body that looks like one of a webhook, more or less; some are no JSON any more. */
export function randomBody(roll: Dice): string {
  const text = JSON.stringify(chance(roll, 20) ? value(roll, 3) : body(roll))
  return chance(roll, 8) ? damage(roll, text) : text
}

function body(roll: Dice): object {
  const kinds = [
    () => ({ message: mapping(roll, 2) }),
    () => ({ statusUpdate: { id: value(roll, 1), status: value(roll, 0), error: value(roll, 2) } }),
    () => ({
      buttonResponse: { text: value(roll, 0), payload: value(roll, 0), id: value(roll, 0) },
    }),
    () => ({ listResponse: mapping(roll, 1) }),
    () => ({ message: { text: value(roll, 0), isButtonResponse: value(roll, 0) } }),
    () => ({}),
  ]
  const callbackData = chance(roll, 2) ? { callbackData: { $c: value(roll, 0) } } : {}
  return { ...mapping(roll, 2), ...callbackData, ...pick(roll, kinds)() }
}

function mapping(roll: Dice, depth: number): object {
  const entries = Array.from({ length: roll(5) }, () => [pick(roll, keys), value(roll, depth - 1)])
  return Object.fromEntries(entries)
}

function value(roll: Dice, depth: number): unknown {
  if (depth > 0 && chance(roll, 2)) {
    return chance(roll, 3)
      ? Array.from({ length: roll(3) }, () => value(roll, depth - 1))
      : mapping(roll, depth)
  }
  const scalars = [null, true, false, 0, -1.5, 1e300, roll(1_000_000)]
  return chance(roll, 3) ? pick(roll, scalars) : pick(roll, texts)
}

const pieces = ['{', '}', '[', ']', '"', ',', ':', '\\', '\\u00', '1', 'null', '\ufeff', ' ']

function damage(roll: Dice, text: string): string {
  const start = roll(text.length + 1)
  const end = start + roll(4)
  return text.slice(0, start) + (chance(roll, 3) ? '' : pick(roll, pieces)) + text.slice(end)
}
