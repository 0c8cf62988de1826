import type { MessageBounds, ObjectBounds } from '../../model/bounds.ts'
import type { Finding } from '../../model/diagnostic.ts'
import { isObject } from '../../model/json.ts'
import { mayVary } from '../../model/may-vary.ts'
import type { Check, Proof } from '../../model/rule.ts'
import { type Presence, presencesOf } from './presence.ts'
import type { Rule } from './rule.ts'
import { proven } from './verdict.ts'

export const check: Check = {
  name: 'missing-field',
  severity: 'error',
  *check(bounds) {
    const advised = new Map<ObjectBounds, Presences>()
    for (const presence of presencesOf(bounds, 'required')) {
      // Whether a title is needed depends on how many sections there are: a rule of its own.
      if (isSectionTitle(presence) || isReplaced(presence)) continue
      const { object, key, limit } = presence
      const others = advised.get(object)
      if (Object.hasOwn(object.value, key)) yield judgePresence(presence, bounds)
      else if (limit.severity === 'error') yield describeLack([presence])
      else if (others === undefined) advised.set(object, [presence])
      else others.push(presence)
    }
    for (const presences of advised.values()) yield describeLack(presences)
  },
}

type Presences = [Presence, ...Presence[]]

function isSectionTitle({ object, key }: Presence): boolean {
  return key === 'title' && object.field.endsWith('.sections[]')
}

/** A header with a file in place of its text is reported for the file. */
function isReplaced({ object, key }: Presence): boolean {
  return (
    key === 'text' && object.field.endsWith('.header') && Object.hasOwn(object.value, 'attachment')
  )
}

function judgePresence({ limit, object, key }: Presence, bounds: MessageBounds): Finding | Proof {
  const { path, value } = object
  const childPath = [...path, key]
  if (!mayVary || !isObject(value[key])) return proven(childPath)
  const guarded = bounds.objects.find(
    (other) => other.path.length === childPath.length && other.field === `${object.field}.${key}`,
  )
  if (guarded === undefined || guarded.guard.length === object.guard.length)
    return proven(childPath)
  return {
    path: [...childPath, '$if'],
    at: 'key',
    message: `\`${key}\` is always needed, so it cannot depend on a condition: remove the \`$if\``,
    limit,
    isBreakable: true,
  }
}

/** Says of one mapping what it lacks, under the first of the limits that ask for it. */
function describeLack(presences: Presences): Finding {
  const { limit, object } = presences[0]
  const keys = presences.map(({ key }) => `\`${key}\``).join(' and ')
  const what = presences
    .map(({ limit: { subject } }) => (subject.startsWith('`') ? subject : `a ${subject}`))
    .join(' and ')
  const verb = limit.severity === 'error' ? 'needs' : 'should have'
  const message = `${keys} ${presences.length === 1 ? 'is' : 'are'} missing: the message ${verb} ${what}`
  return { path: object.path, at: 'key', message, limit }
}

export const rule: Rule = {
  name: check.name,
  summary: 'A part that the content type needs is missing, or is left out under a condition.',
  why: 'The API refuses a list without a body, or products without a header. Where it does not refuse (a document without a file name, a place without a name), the customer sees less than was meant.',
  severity: check.severity,
  isLocked: true,
  examples: [
    {
      title: 'a list with its body',
      yaml: `message:
  text: How can we help?
  listMessage:
    button: { text: Choose }
    sections: [{ title: Orders, rows: [{ id: track, text: Track my order }] }]
`,
      reports: [],
    },
    {
      title: 'a list without a body',
      yaml: `message:
  listMessage:
    button: { text: Choose }
    sections: [{ title: Orders, rows: [{ id: track, text: Track my order }] }]
`,
      reports: ['1:1 `text` is missing: the message needs a message body'],
    },
    {
      title: 'a document without a file name',
      yaml: `message:
  attachments:
    - { type: document, url: "https://example.com/invoice.pdf" }
`,
      reports: ['3:7 `filename` is missing: the message should have a file name'],
    },
  ],
}
