import type { AuthorCheck } from './author-check.ts'
import type { Rule } from './rule.ts'

/**
 * Which share of the limit is safe under every way to count. The limit is proven for the compact
 * JSON that is sent; a server that writes the JSON anew before it counts adds a blank after each
 * comma and colon, or spells characters beyond ASCII as escapes. A tenth is room for the blanks.
 */
const safeShare = 0.9

export const check: AuthorCheck = {
  name: 'callback-data-near-limit',
  severity: 'warning',
  *check({ callbackData, limits }) {
    if (callbackData === undefined) return
    const { bytes, largest, path } = callbackData
    for (const { max, subject } of limits.find('callbackData', 'bytes')) {
      if (max === undefined) continue
      const safe = Math.floor(max * safeShare)
      if (bytes.max <= safe || bytes.max > max) continue
      const size = `${subject} ${bytes.min === bytes.max ? 'is' : 'can be'} ${bytes.max} of ${max} bytes`
      const message = `${size}, and the server may count more than is sent: keep it within ${safe}`
      yield largest === undefined
        ? { path, message }
        : { path: largest.path, span: largest.span, message }
    }
  },
}

export const rule: Rule = {
  name: check.name,
  summary: '`callbackData` is, or can become, almost as large as is accepted.',
  why: 'Nobody documents whether the server counts the JSON as it was sent or as it writes it anew, with blanks and escapes. What is near the limit may be refused.',
  severity: check.severity,
  isLocked: false,
  examples: [
    {
      title: 'data with room to spare',
      yaml: `variables: { note: string(256) }
message: { text: Thank you! }
callbackData: { note: "{{ note }}" }
`,
      reports: [],
    },
    {
      title: 'data that can fill the limit',
      yaml: `variables: { note: string(330) }
message: { text: Thank you! }
callbackData: { note: "{{ note }}" }
`,
      reports: [
        '3:24 callback data can be 1001 of 1024 bytes, and the server may count more than is sent: keep it within 921',
      ],
    },
  ],
}
