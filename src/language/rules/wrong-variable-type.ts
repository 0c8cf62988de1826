import type { Rule } from './rule.ts'

/** Reported where templates are read. */
export const rule: Rule = {
  name: 'wrong-variable-type',
  summary: 'A variable stands where a value of its type cannot.',
  why: 'A list or an object has no form that a customer could read, and a coordinate is a number.',
  severity: 'error',
  isLocked: true,
  examples: [
    {
      title: 'a property of an object',
      yaml: `variables:
  order: { type: object, properties: { id: string(12) } }
message: { text: "Order {{ order.id }} has shipped" }
`,
      reports: [],
    },
    {
      title: 'a whole object in a text',
      yaml: `variables:
  order: { type: object, properties: { id: string(12) } }
message: { text: "Order {{ order }} has shipped" }
`,
      reports: [
        '3:25 `order` is an object and cannot stand in a text: name one of its properties, `{{ order.… }}`',
      ],
    },
    {
      title: 'a string for a coordinate',
      yaml: `variables:
  lat: string(10)
message:
  location: { latitude: "{{ lat }}", longitude: 2.35, name: Shop, address: 1 Main Street }
`,
      reports: ['4:26 a number is due here, and `lat` is a string: declare it as `number`'],
    },
  ],
}
