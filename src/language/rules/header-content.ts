import type { ObjectBounds } from '../../model/bounds.ts'
import type { Finding } from '../../model/diagnostic.ts'
import type { Limit } from '../../model/limits.ts'
import { interactiveLimits } from '../../model/limits-interactive.ts'
import type { Check, Proof } from '../../model/rule.ts'
import type { Rule } from './rule.ts'
import { broken, proven } from './verdict.ts'

const headerTypes = ['image', 'video', 'document']

export const check: Check = {
  name: 'header-content',
  severity: 'error',
  *check({ objects }) {
    for (const object of objects) {
      if (isHeld(object.field, interactiveLimits.headerContentCount)) yield judgeHeader(object)
      if (isHeld(`${object.field}.type`, interactiveLimits.headerAttachmentType))
        yield judgeAttachment(object)
    }
  },
}

function isHeld(field: string, limit: Limit): boolean {
  return limit.fields.includes(field)
}

function judgeHeader({ path, value, field }: ObjectBounds): Finding | Proof {
  const limit = interactiveLimits.headerContentCount
  const hasText = Object.hasOwn(value, 'text')
  const hasAttachment = Object.hasOwn(value, 'attachment')
  if (hasText && hasAttachment) {
    const message = 'a header is a text or a file, and this one has both: remove one of them'
    return { path: [...path, 'attachment'], at: 'key', message, limit }
  }
  if (hasText || hasAttachment || field.includes('multiProduct')) return proven(path)
  const message = 'the header is empty: give it a `text` or an `attachment`, or leave it out'
  return { path, at: 'key', message, limit }
}

function judgeAttachment({ path, value }: ObjectBounds): Finding | Proof {
  const type = value['type']
  if (typeof type !== 'string' || headerTypes.includes(type)) return proven(path)
  const message = `a header can show an image, a video or a document, and not \`${type}\``
  return broken([...path, 'type'], interactiveLimits.headerAttachmentType, message)
}

export const rule: Rule = {
  name: check.name,
  summary: 'A header has both a text and a file, neither, or a file that headers cannot show.',
  why: 'The API refuses the message.',
  severity: check.severity,
  isLocked: true,
  examples: [
    {
      title: 'an image in the header',
      yaml: `message:
  text: Shall we come?
  replyButtonMessage:
    header: { attachment: { type: image, url: "https://example.com/a.png" } }
    buttons: [{ id: "yes", text: "Yes" }]
`,
      reports: [],
    },
    {
      title: 'a header with both',
      yaml: `message:
  text: Shall we come?
  replyButtonMessage:
    header: { text: Visit, attachment: { type: image, url: "https://example.com/a.png" } }
    buttons: [{ id: "yes", text: "Yes" }]
`,
      reports: ['4:28 a header is a text or a file, and this one has both: remove one of them'],
    },
  ],
}
