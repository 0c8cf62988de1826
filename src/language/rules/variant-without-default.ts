import type { Rule } from './rule.ts'

/** Reported over all files of a message. */
export const rule: Rule = {
  name: 'variant-without-default',
  summary: 'A message stands in another locale and has no file for the default one.',
  why: 'A variant inherits its variables from the default file. Without that file there is nothing to fill in, and nothing to compare it with.',
  severity: 'error',
  isLocked: true,
  examples: [
    {
      title: 'a variant beside the default file',
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
      title: 'a variant alone',
      path: 'thanks.es.yaml',
      yaml: `message: { text: ¡Gracias! }
`,
      reports: [
        '1:1 this is `thanks` in `es`, and there is no file for the default locale: add `thanks.yaml`, or rename this one to it',
      ],
    },
  ],
}
