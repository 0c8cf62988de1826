import { templateLimits } from '../../model/limits-template.ts'
import { mayVary } from '../../model/may-vary.ts'
import type { Check } from '../../model/rule.ts'
import type { Rule } from './rule.ts'
import { textLimitsOf } from './text-limits.ts'
import { broken, excerpt, proven, spanOfVariable } from './verdict.ts'

export const check: Check = {
  name: 'template-name',
  severity: 'error',
  *check(bounds) {
    for (const { text, limit } of textLimitsOf(bounds, 'format')) {
      if (limit !== templateLimits.templateNameFormat) continue
      const { values, blank } = text.shape
      const wrong = values?.find((value) => !/^[a-z0-9_]+$/.test(value))
      if (blank === 'always' || (values !== undefined && wrong === undefined)) {
        yield proven(text.path)
        continue
      }
      const message =
        mayVary && wrong === undefined
          ? `${limit.subject} can become anything: write it out, or let its variable have an \`enum\``
          : `${limit.subject} ${excerpt(wrong ?? text.source)} cannot exist: template names have a-z, 0-9 and \`_\` only`
      const found = broken(text.path, limit, message)
      const span = spanOfVariable(text)
      yield mayVary ? { ...found, isBreakable: 'span' in span, ...span } : found
    }
  },
}

export const rule: Rule = {
  name: check.name,
  summary: 'The fallback names a template that cannot exist.',
  why: 'The API answers `ERROR_CODE_MESSAGE_TEMPLATE_NOT_FOUND` just when the fallback is needed.',
  severity: check.severity,
  isLocked: true,
  examples: [
    {
      title: 'a name as WhatsApp allows it',
      yaml: `message: { text: Thank you! }
fallback: { templateName: thank_you, language: en }
`,
      reports: [],
    },
    {
      title: 'a name with capitals and blanks',
      yaml: `message: { text: Thank you! }
fallback: { templateName: Thank You, language: en }
`,
      reports: [
        '2:27 template name "Thank You" cannot exist: template names have a-z, 0-9 and `_` only',
      ],
    },
  ],
}
