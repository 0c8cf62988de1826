import type { Rule } from './rule.ts'

/** Reported where the config is loaded; what has the wrong shape there is reported as in messages. */
export const rule: Rule = {
  name: 'invalid-config',
  summary: 'The config cannot be loaded, or says something that cannot be meant.',
  why: 'A setting that is ignored in silence would let pass what it was written to find.',
  severity: 'error',
  isLocked: true,
  examples: [
    {
      title: 'a rule that may be turned off',
      path: 'connectly.config.yaml',
      yaml: `rules: { unused-variable: off }
`,
      reports: [],
    },
    {
      title: 'a rule that does not exist',
      path: 'connectly.config.yaml',
      yaml: `rules: { unused-variables: off }
`,
      reports: ['1:10 there is no rule `unused-variables`: did you mean `unused-variable`?'],
    },
    {
      title: 'a default locale that is none of them all',
      path: 'connectly.config.yaml',
      yaml: `locales: { default: en, all: [es, pt-BR] }
`,
      reports: ['1:30 `locales.all` lacks the default locale `en`'],
    },
  ],
}
