import type { BreakingRule } from './breaking-rule.ts'
import { messagePairs } from './project-pair.ts'
import { variableChanges } from './variable-changes.ts'

export const rule: BreakingRule = {
  name: 'variable-renamed',
  summary: 'A variable has another name, and callers pass it under the old one.',
  why: 'The old name does not compile, and is refused where nothing compiles it. Customers read the name never: keep it, or change the callers in the same step.',
  severity: 'error',
  breaks: ['callers'],
  *compare(pair) {
    for (const messages of messagePairs(pair)) {
      for (const { from, to } of variableChanges(messages).renamed) {
        const text = `\`${from}\` is called \`${to.name}\` now: keep the name, or change the callers with it`
        yield { message: messages.name, path: ['variables', to.name], text }
      }
    }
  },
  examples: [
    {
      title: 'a loop that calls its items otherwise',
      before: {
        'parcels.yaml': `variables:
  parcels: { type: array, minItems: 1, maxItems: 5, uniqueItems: true, items: string(9) }
message:
  text: Which one?
  multiProductMessage:
    header: { text: Parcels }
    catalogId: "7"
    sections: [{ title: All, productItems: [{ $each: p in parcels, productRetailerId: "{{ p }}" }] }]
`,
      },
      after: {
        'parcels.yaml': `variables:
  parcels: { type: array, minItems: 1, maxItems: 5, uniqueItems: true, items: string(9) }
message:
  text: Which one?
  multiProductMessage:
    header: { text: Parcels }
    catalogId: "7"
    sections: [{ title: All, productItems: [{ $each: one in parcels, productRetailerId: "{{ one }}" }] }]
`,
      },
      reports: [],
    },
    {
      title: 'another name for the same',
      before: {
        'greeting.yaml': `variables:
  name: string
message: { text: "Hello {{ name }}!" }
`,
      },
      after: {
        'greeting.yaml': `variables:
  customer: string
message: { text: "Hello {{ customer }}!" }
`,
      },
      reports: [
        'greeting: `name` is called `customer` now: keep the name, or change the callers with it',
      ],
    },
  ],
}
