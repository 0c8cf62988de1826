import type { Check } from '../../model/rule.ts'
import { forbiddenCheck, isMediaHeader } from './forbidden.ts'
import type { Rule } from './rule.ts'

export const check: Check = /* @__PURE__ */ forbiddenCheck(
  'media-header-on-list',
  'warning',
  isMediaHeader,
  () =>
    "Connectly's page offers a file as the header of a list, and WhatsApp was seen to refuse it: use a text header, or reply buttons",
)

export const rule: Rule = {
  name: check.name,
  summary: 'A list has a file in its header.',
  why: "Connectly's documentation shows it, WhatsApp's allows text only, and a live attempt was refused. Nobody can promise that it arrives.",
  severity: check.severity,
  isLocked: false,
  examples: [
    {
      title: 'a text header',
      yaml: `message:
  text: How can we help?
  listMessage:
    header: { text: Support }
    button: { text: Choose }
    sections: [{ title: Orders, rows: [{ id: track, text: Track my order }] }]
`,
      reports: [],
    },
    {
      title: 'an image in the header',
      yaml: `message:
  text: How can we help?
  listMessage:
    header: { attachment: { type: image, url: "https://example.com/a.png" } }
    button: { text: Choose }
    sections: [{ title: Orders, rows: [{ id: track, text: Track my order }] }]
`,
      reports: [
        "4:15 Connectly's page offers a file as the header of a list, and WhatsApp was seen to refuse it: use a text header, or reply buttons",
      ],
    },
  ],
}
