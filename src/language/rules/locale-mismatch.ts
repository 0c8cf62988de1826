import type { Rule } from './rule.ts'

const files = {
  'size.yaml': `variables:
  shoe: string(30)
message:
  text: "Do the {{ shoe }} fit?"
  replyButtonMessage:
    buttons:
      - { id: fits, text: They fit }
      - { id: small, text: Too small }
`,
}

const locales = { default: 'en', all: ['en', 'es'] }

/** Reported over all files of a message. */
export const rule: Rule = {
  name: 'locale-mismatch',
  summary: 'A locale differs from the default one in more than its words.',
  why: 'The program that reads the answers knows one set of ids, and callers pass one set of variables. With other ids a reply means something else in another language.',
  severity: 'error',
  isLocked: true,
  examples: [
    {
      title: 'other words, the same ids',
      path: 'size.es.yaml',
      yaml: `message:
  text: "¿Te quedan bien: {{ shoe }}?"
  replyButtonMessage:
    buttons:
      - { id: fits, text: Me quedan bien }
      - { id: small, text: Muy pequeños }
`,
      files,
      locales,
      reports: [],
    },
    {
      title: 'a translated id',
      path: 'size.es.yaml',
      yaml: `message:
  text: "¿Te quedan bien: {{ shoe }}?"
  replyButtonMessage:
    buttons:
      - { id: fits, text: Me quedan bien }
      - { id: chicos, text: Muy pequeños }
`,
      files,
      locales,
      reports: [
        '6:15 `es` has the id `chicos` where the default locale has `small`: a reply must mean the same in every locale',
      ],
    },
    {
      title: 'a variable that is not used',
      path: 'size.es.yaml',
      yaml: `message:
  text: ¿Te quedan bien?
  replyButtonMessage:
    buttons:
      - { id: fits, text: Me quedan bien }
      - { id: small, text: Muy pequeños }
`,
      files,
      locales,
      reports: ['1:1 `es` does not use `shoe`: all locales of a message use the same variables'],
    },
    {
      title: 'another content type',
      path: 'size.es.yaml',
      yaml: `message:
  text: "¿Te quedan bien: {{ shoe }}?"
`,
      files,
      locales,
      reports: [
        '2:3 `es` is text where the default locale is replyButtonMessage: all locales of a message have one content type',
      ],
    },
  ],
}
