import { bodyIn, hasFallback, localesOf } from '../../model/message-locales.ts'
import type { BreakingRule } from './breaking-rule.ts'
import { messagePairs } from './project-pair.ts'
import { callAsNow } from './renamed-locale.ts'

const greeting = 'message: { text: Hello! }\n'
const fallback = 'fallback: { templateName: greeting, language: en }\n'

export const rule: BreakingRule = {
  name: 'fallback-removed',
  summary: 'A message has no template for a closed window any more, and callers may ask for it.',
  why: 'Code that sends with `fallback: true` does not compile any more, or is refused in a locale that lacks the template.',
  severity: 'error',
  breaks: ['callers'],
  *compare(pair) {
    for (const { name, before, after } of messagePairs(pair)) {
      if (!hasFallback(before)) continue
      if (!hasFallback(after)) {
        const text =
          'the message has no `fallback` any more: keep it, or change the callers that ask for it'
        yield { message: name, path: ['fallback'], text }
        continue
      }
      const known = callAsNow(before, after)
      for (const locale of localesOf(known)) {
        const now = bodyIn(after, locale)
        if (bodyIn(known, locale)?.fallback === undefined) continue
        if (now === undefined || now.fallback !== undefined) continue
        const text = `the message has no \`fallback\` in \`${locale}\` any more: keep it, or change the callers that ask for it`
        yield { message: name, locale, path: ['fallback'], text }
      }
    }
  },
  examples: [
    {
      title: 'another template',
      before: { 'greeting.yaml': greeting + fallback },
      after: { 'greeting.yaml': greeting + fallback.replace('greeting', 'greeting_2') },
      reports: [],
    },
    {
      title: 'no template any more',
      before: { 'greeting.yaml': greeting + fallback },
      after: { 'greeting.yaml': greeting },
      reports: [
        'greeting: the message has no `fallback` any more: keep it, or change the callers that ask for it',
      ],
    },
  ],
}
