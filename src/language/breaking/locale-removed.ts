import { hasVariants, localesOf } from '../../model/message-locales.ts'
import type { BreakingRule } from './breaking-rule.ts'
import { messagePairs } from './project-pair.ts'
import { describeRenamed, findRenamed } from './renamed-locale.ts'

const chain = { default: 'en', all: ['en', 'es', 'pt-BR'], fallback: { 'pt-BR': ['es'] } }

export const rule: BreakingRule = {
  name: 'locale-removed',
  summary: 'A message does not exist any more in a locale that callers name.',
  why: 'Code that names the locale does not compile any more, and is refused where nothing compiles it. A chain in `locales.fallback` of the config lets another locale stand in for it.',
  severity: 'error',
  breaks: ['callers'],
  *compare(pair) {
    for (const { name, before, after } of messagePairs(pair)) {
      if (!hasVariants(before)) continue
      const now = hasVariants(after) ? localesOf(after) : []
      const renamed = hasVariants(after) ? findRenamed({ before, after }) : undefined
      if (renamed !== undefined) {
        const { from, to } = renamed
        const text = `${describeRenamed(renamed)}: callers that name \`${from}\` must name \`${to}\``
        yield { message: name, path: [], text }
      }
      const gone = localesOf(before).filter(
        (locale) => !now.includes(locale) && locale !== renamed?.from,
      )
      if (gone.length === 0) continue
      const list = gone.map((locale) => `\`${locale}\``).join(', ')
      const text = hasVariants(after)
        ? `the message does not exist in ${list} any more: keep the file, or let another locale stand in with \`locales.fallback\` of the config`
        : `the message has no locales any more (${list}), so callers may not name one: keep the files, or change the callers`
      yield { message: name, path: [], text }
    }
  },
  examples: [
    {
      title: 'a locale whose place another takes',
      before: {
        'greeting.yaml': 'message: { text: Hello! }\n',
        'greeting.es.yaml': 'message: { text: ¡Hola! }\n',
        'greeting.pt-BR.yaml': 'message: { text: Olá! }\n',
      },
      after: {
        'greeting.yaml': 'message: { text: Hello! }\n',
        'greeting.es.yaml': 'message: { text: ¡Hola! }\n',
      },
      locales: { before: chain, after: chain },
      reports: [],
    },
    {
      title: 'one of several locales',
      before: {
        'greeting.yaml': 'message: { text: Hello! }\n',
        'greeting.es.yaml': 'message: { text: ¡Hola! }\n',
        'greeting.pt-BR.yaml': 'message: { text: Olá! }\n',
      },
      after: {
        'greeting.yaml': 'message: { text: Hello! }\n',
        'greeting.es.yaml': 'message: { text: ¡Hola! }\n',
      },
      reports: [
        'greeting: the message does not exist in `pt-BR` any more: keep the file, or let another locale stand in with `locales.fallback` of the config',
      ],
    },
    {
      title: 'locales that the config lists later',
      before: {
        'greeting.yaml': 'message: { text: Hello! }\n',
        'greeting.es.yaml': 'message: { text: ¡Hola! }\n',
        'thanks.yaml': 'message: { text: Thank you! }\n',
      },
      after: {
        'greeting.yaml': 'message: { text: Hello! }\n',
        'greeting.es.yaml': 'message: { text: ¡Hola! }\n',
        'thanks.yaml': 'message: { text: Thank you! }\n',
      },
      locales: { after: { default: 'en', all: ['en', 'es'] } },
      reports: [
        'greeting: the texts without a locale are `en` now: callers that name `default` must name `en`',
      ],
    },
    {
      title: 'the only other locale',
      before: {
        'greeting.yaml': 'message: { text: Hello! }\n',
        'greeting.es.yaml': 'message: { text: ¡Hola! }\n',
      },
      after: { 'greeting.yaml': 'message: { text: Hello! }\n' },
      reports: [
        'greeting: the message has no locales any more (`default`, `es`), so callers may not name one: keep the files, or change the callers',
      ],
    },
  ],
}
