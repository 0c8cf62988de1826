import { hasVariants, localesOf } from '../../model/message-locales.ts'
import type { BreakingRule } from './breaking-rule.ts'
import { messagePairs } from './project-pair.ts'

export const rule: BreakingRule = {
  name: 'locale-required',
  summary: 'A message has its first other locale, so that callers must name one.',
  why: 'No locale is taken in silence: code that names none does not compile any more. Change the callers in the same step.',
  severity: 'error',
  breaks: ['callers'],
  *compare(pair) {
    for (const { name, before, after } of messagePairs(pair)) {
      if (hasVariants(before) || !hasVariants(after)) continue
      const list = localesOf(after).map((locale) => `\`${locale}\``)
      const text = `the message has other locales now, so callers must name one of ${list.join(', ')}: change the callers with it`
      yield { message: name, path: [], text }
    }
  },
  examples: [
    {
      title: 'a locale more than before',
      before: {
        'greeting.yaml': 'message: { text: Hello! }\n',
        'greeting.es.yaml': 'message: { text: ¡Hola! }\n',
      },
      after: {
        'greeting.yaml': 'message: { text: Hello! }\n',
        'greeting.es.yaml': 'message: { text: ¡Hola! }\n',
        'greeting.pt-BR.yaml': 'message: { text: Olá! }\n',
      },
      reports: [],
    },
    {
      title: 'the first other locale',
      before: { 'greeting.yaml': 'message: { text: Hello! }\n' },
      after: {
        'greeting.yaml': 'message: { text: Hello! }\n',
        'greeting.es.yaml': 'message: { text: ¡Hola! }\n',
      },
      reports: [
        'greeting: the message has other locales now, so callers must name one of `default`, `es`: change the callers with it',
      ],
    },
  ],
}
