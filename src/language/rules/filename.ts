import type { TextBounds } from '../../model/bounds.ts'
import type { Finding } from '../../model/diagnostic.ts'
import type { Limit } from '../../model/limits.ts'
import { mediaLimits } from '../../model/limits-media.ts'
import type { Check, Proof } from '../../model/rule.ts'
import type { Rule } from './rule.ts'
import { fixedText, textLimitsOf } from './text-limits.ts'
import { broken, excerpt, proven } from './verdict.ts'

export const check: Check = {
  name: 'filename',
  severity: 'warning',
  *check(bounds) {
    for (const { text, limit } of textLimitsOf(bounds, 'format')) {
      if (limit === mediaLimits.filenameFormat) yield judgeName(text, limit)
    }
  },
}

function judgeName(text: TextBounds, limit: Limit): Finding | Proof {
  const name = fixedText(text)
  const listed = text.shape.values ?? [name]
  if (listed.some((value) => /[\\/]/.test(value))) {
    const message = `file name ${excerpt(text.source)} holds a path separator, which nobody has tried: keep the name alone`
    return broken(text.path, limit, message)
  }
  if (listed.every((value) => /\.[^.\s]+$/.test(value))) return proven(text.path)
  const message = `file name ${excerpt(text.source)} has no ending: add one such as \`.pdf\`, by which the customer's phone knows how to open it`
  return broken(text.path, limit, message)
}

export const rule: Rule = {
  name: check.name,
  summary: 'A file name has no ending, or holds a path separator.',
  why: "The customer sees a file that no app opens: the icon and the app come from the name's ending.",
  severity: check.severity,
  isLocked: false,
  examples: [
    {
      title: 'a name with its ending',
      yaml: `message:
  attachments:
    - { type: document, url: "https://example.com/a", filename: invoice.pdf }
`,
      reports: [],
    },
    {
      title: 'a name without an ending',
      yaml: `message:
  attachments:
    - { type: document, url: "https://example.com/a", filename: invoice }
`,
      reports: [
        '3:65 file name "invoice" has no ending: add one such as `.pdf`, by which the customer\'s phone knows how to open it',
      ],
    },
  ],
}
