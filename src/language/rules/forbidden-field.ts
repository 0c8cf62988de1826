import type { Check } from '../../model/rule.ts'
import { forbiddenCheck } from './forbidden.ts'
import type { Rule } from './rule.ts'

export const check: Check = /* @__PURE__ */ forbiddenCheck(
  'forbidden-field',
  'error',
  (limit) => limit.severity === 'error',
  (key, { subject }) => `${subject} is not accepted here: remove \`${key}\``,
)

export const rule: Rule = {
  name: check.name,
  summary: 'A key stands where this kind of message may not have it.',
  why: 'The API refuses a caption on audio, a file name on anything but a document, a file in the header of a multi-product message.',
  severity: check.severity,
  isLocked: true,
  examples: [
    {
      title: 'a document with caption and file name',
      yaml: `message:
  attachments:
    - { type: document, url: "https://example.com/a.pdf", filename: a.pdf, caption: Invoice }
`,
      reports: [],
    },
    {
      title: 'an audio with a caption',
      yaml: `message:
  attachments:
    - { type: audio, url: "https://example.com/a.mp3", caption: Listen }
`,
      reports: ['3:56 audio caption is not accepted here: remove `caption`'],
    },
  ],
}
