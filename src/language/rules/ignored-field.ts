import type { Check } from '../../model/rule.ts'
import { forbiddenCheck, isMediaHeader } from './forbidden.ts'
import type { Rule } from './rule.ts'

export const check: Check = /* @__PURE__ */ forbiddenCheck(
  'ignored-field',
  'warning',
  (limit) => limit.severity === 'warning' && !isMediaHeader(limit),
  (key, { subject }) => `${subject} has no effect that an author could want: remove \`${key}\``,
)

export const rule: Rule = {
  name: check.name,
  summary: 'A key is accepted by the API and shows nothing to the customer.',
  why: 'The API has `isEcho`, `button.id` and captions in headers, and no use for them in a message that is sent.',
  severity: check.severity,
  isLocked: false,
  examples: [
    {
      title: 'a list button with its text',
      yaml: `message:
  text: How can we help?
  listMessage:
    button: { text: Choose }
    sections: [{ title: Orders, rows: [{ id: track, text: Track my order }] }]
`,
      reports: [],
    },
    {
      title: 'a list button with an id',
      yaml: `message:
  text: How can we help?
  listMessage:
    button: { id: open, text: Choose }
    sections: [{ title: Orders, rows: [{ id: track, text: Track my order }] }]
`,
      reports: ['4:15 `button.id` has no effect that an author could want: remove `id`'],
    },
  ],
}
