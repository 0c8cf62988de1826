import type { Rule } from './rule.ts'

/** Reported where templates are read. */
export const rule: Rule = {
  name: 'undeclared-variable',
  summary: 'A template names a variable or property that is not declared.',
  why: 'Callers cannot pass what is not declared, so that there would be nothing to fill in.',
  severity: 'error',
  isLocked: true,
  examples: [
    {
      title: 'a declared variable',
      yaml: `variables:
  customer: string(40)
message: { text: "Hi {{ customer }}" }
`,
      reports: [],
    },
    {
      title: 'a misspelt one',
      yaml: `variables:
  customer: string(40)
message: { text: "Hi {{ custommer }}" }
`,
      reports: ['3:22 `custommer` is not declared under `variables`: did you mean `customer`?'],
    },
    {
      title: 'a property that the object does not have',
      yaml: `variables:
  order: { type: object, properties: { id: string(12) } }
message: { text: "Order {{ order.number }} has shipped" }
`,
      reports: ['3:25 `order` has no property `number`: known here is `id`'],
    },
  ],
}
