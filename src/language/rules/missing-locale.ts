import type { Rule } from './rule.ts'

/** Reported over all files of a message. */
export const rule: Rule = {
  name: 'missing-locale',
  summary: 'A message lacks a locale that the config lists.',
  why: 'There is no silent fall-back: where `locales.fallback` of the config writes no chain down, callers cannot name that locale; where it does, its customers read another language.',
  severity: 'warning',
  isLocked: false,
  examples: [
    {
      title: 'a file for every locale',
      path: 'thanks.yaml',
      yaml: `message: { text: Thank you! }
`,
      files: {
        'thanks.es.yaml': `message: { text: ¡Gracias! }
`,
      },
      locales: { default: 'en', all: ['en', 'es'] },
      reports: [],
    },
    {
      title: 'no file for one of them',
      path: 'thanks.yaml',
      yaml: `message: { text: Thank you! }
`,
      files: {
        'thanks.es.yaml': `message: { text: ¡Gracias! }
`,
      },
      locales: { default: 'en', all: ['en', 'es', 'pt-BR'] },
      reports: ['1:1 `thanks` is missing in `pt-BR`: add `thanks.pt-BR.yaml`'],
    },
    {
      title: 'a chain of locales that stand in for it',
      path: 'thanks.yaml',
      yaml: `message: { text: Thank you! }
`,
      files: {
        'thanks.es.yaml': `message: { text: ¡Gracias! }
`,
      },
      locales: {
        default: 'en',
        all: ['en', 'es', 'pt-BR'],
        fallback: { 'pt-BR': ['es', 'en'] },
      },
      reports: [
        '1:1 `thanks` is missing in `pt-BR`: add `thanks.pt-BR.yaml`; until then `pt-BR` is sent in `es`, by its chain `es`, `en`',
      ],
    },
  ],
}
