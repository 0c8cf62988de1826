import type { Rule } from './rule.ts'

/** Reported over all files of a message. */
export const rule: Rule = {
  name: 'unlisted-locale',
  summary:
    'A file is for a locale that the config does not list, or carries the tag of the default one.',
  why: 'One message then speaks a language that the others do not. Often the tag is a slip, and the locale that was meant is missing. Where the config lists no locales at all, callers must write `default` for the files without a tag; listing them later takes that word away and breaks every one of these calls.',
  severity: 'warning',
  isLocked: false,
  examples: [
    {
      title: 'a listed locale',
      path: 'thanks.es.yaml',
      yaml: `message: { text: ¡Gracias! }
`,
      files: {
        'thanks.yaml': `message: { text: Thank you! }
`,
      },
      locales: { default: 'en', all: ['en', 'es'] },
      reports: [],
    },
    {
      title: 'a locale in a project that lists none',
      path: 'thanks.es.yaml',
      yaml: `message: { text: ¡Gracias! }
`,
      files: {
        'thanks.yaml': `message: { text: Thank you! }
`,
        'welcome.yaml': `message: { text: Welcome! }
`,
        'welcome.pt-BR.yaml': `message: { text: Olá! }
`,
      },
      reports: [
        '1:1 the config lists no locales, so callers call the files without a tag `default`, and have to change that later: add `locales: { default: en, all: [en, es, pt-BR] }` to the config (for `en`, the language of those files)',
      ],
    },
    {
      title: 'a locale that the config does not know',
      path: 'thanks.fr.yaml',
      yaml: `message: { text: Merci ! }
`,
      files: {
        'thanks.yaml': `message: { text: Thank you! }
`,
        'thanks.es.yaml': `message: { text: ¡Gracias! }
`,
      },
      locales: { default: 'en', all: ['en', 'es'] },
      reports: [
        "1:1 `fr` is not one of the config's locales (`en`, `es`): add it to `locales.all`, or rename the file",
      ],
    },
  ],
}
