import type { Rule } from './rule.ts'

const yaml = `message: { text: Your parcel is on its way. }
`

/** Reported for the paths of all files, whatever stands in them. */
export const rule: Rule = {
  name: 'name-collision',
  summary: 'Two files would become one function, or are one message in one locale.',
  why: 'One of them would take the place of the other in the generated code, and customers would read whichever came last.',
  severity: 'error',
  isLocked: true,
  examples: [
    {
      title: 'two names',
      path: 'orders/shipped.yaml',
      yaml,
      files: { 'parcels/shipped.yaml': yaml },
      reports: [],
    },
    {
      title: 'names that differ in a hyphen',
      path: 'orders/shipped.yaml',
      yaml,
      files: { 'orders-shipped.yaml': yaml },
      reports: [
        '1:1 `orders-shipped` and `orders/shipped` both become `sendOrdersShipped`: rename one of them',
      ],
    },
    {
      title: 'one message with two endings',
      path: 'orders/shipped.yml',
      yaml,
      files: { 'orders/shipped.yaml': yaml },
      reports: [
        '1:1 `messages/orders/shipped.yaml` and `messages/orders/shipped.yml` are the same message: keep one of them',
      ],
    },
  ],
}
