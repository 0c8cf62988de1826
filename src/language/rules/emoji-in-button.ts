import type { TextBounds } from '../../model/bounds.ts'
import { mayVary } from '../../model/may-vary.ts'
import type { Check } from '../../model/rule.ts'
import type { Rule } from './rule.ts'
import { fixedText, textLimitsOf } from './text-limits.ts'
import { broken, proven } from './verdict.ts'

const isAscii = /^[ -~]*$/

export const check: Check = {
  name: 'emoji-in-button',
  severity: 'warning',
  *check(bounds) {
    for (const { text, limit } of textLimitsOf(bounds, 'emoji')) {
      const found = findEmoji(text)
      if (found === undefined) {
        // Free text may hold an emoji as it may hold anything: nothing is promised of it.
        if (text.parts.every(({ shape }) => shape.values !== undefined)) yield proven(text.path)
        continue
      }
      const message = `${limit.subject} holds the emoji ${found}: Meta accepts it, two providers do not, so write it in words`
      yield broken(text.path, limit, message)
    }
  },
}

/** Fixed text and listed values only: a free text may hold an emoji as it may hold anything. */
function findEmoji(text: TextBounds): string | undefined {
  const listed = mayVary ? text.parts.flatMap((part) => part.shape.values ?? []) : []
  for (const value of [fixedText(text), ...listed]) {
    if (isAscii.test(value)) continue
    const match = /\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F/u.exec(value)
    if (match !== null) return match[0]
  }
  return undefined
}

export const rule: Rule = {
  name: check.name,
  summary: 'The label of a reply button holds an emoji.',
  why: "Meta's documentation allows emoji there, two providers refuse them. Nobody can promise that it arrives.",
  severity: check.severity,
  isLocked: false,
  examples: [
    {
      title: 'a label in words',
      yaml: `message:
  text: Did it fit?
  replyButtonMessage:
    buttons: [{ id: "yes", text: "Yes" }]
`,
      reports: [],
    },
    {
      title: 'a label with an emoji',
      yaml: `message:
  text: Did it fit?
  replyButtonMessage:
    buttons: [{ id: "yes", text: "Yes 👍" }]
`,
      reports: [
        '4:34 button text holds the emoji 👍: Meta accepts it, two providers do not, so write it in words',
      ],
    },
  ],
}
