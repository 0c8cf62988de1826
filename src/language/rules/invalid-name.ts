import type { Rule } from './rule.ts'

const yaml = `message: { text: Your parcel is on its way. }
`

/** Reported for the path of a file, whatever stands in it. */
export const rule: Rule = {
  name: 'invalid-name',
  summary: 'The path of a file cannot be the name of a message, or its tag is no locale.',
  why: 'The names of modules and functions come from the path. They have to be safe in every file system and import, whether or not it tells capitals apart.',
  severity: 'error',
  isLocked: true,
  examples: [
    { title: 'small letters and hyphens', path: 'orders/has-shipped.yaml', yaml, reports: [] },
    {
      title: 'capitals and a blank',
      path: 'orders/Has Shipped.yaml',
      yaml,
      reports: [
        "1:1 `Has Shipped` cannot be part of a message's name: use a-z, 0-9, `_` and `-`, beginning with a letter (`has-shipped`)",
      ],
    },
    {
      title: 'the name of the generated index',
      path: 'orders/index.yaml',
      yaml,
      reports: [
        '1:1 `index` is the name of the generated index: call the file or folder something else',
      ],
    },
    {
      title: 'a tag that is spelled in another way',
      path: 'orders/has-shipped.pt-br.yaml',
      yaml,
      reports: ['1:1 `pt-br` is written `pt-BR`: rename the file to `has-shipped.pt-BR.yaml`'],
    },
  ],
}
