import type { Declaration } from '../../model/declaration.ts'
import { fitsType } from '../../model/type-fit.ts'
import { typeWords } from '../../model/variable-problem.ts'
import type { BreakingRule } from './breaking-rule.ts'
import { messagePairs } from './project-pair.ts'
import { variableChanges } from './variable-changes.ts'

export const rule: BreakingRule = {
  name: 'variable-retyped',
  summary: 'A variable has another type, which does not take what callers pass.',
  why: 'Code that passes the old type does not compile any more. Declare a second variable with a `default`, and take the old one out when no caller passes it.',
  severity: 'error',
  breaks: ['callers'],
  *compare(pair) {
    for (const messages of messagePairs(pair)) {
      for (const { name, before, after } of variableChanges(messages).kept) {
        if (fitsType(before, after, 'passed')) continue
        const text = `\`${name}\` was ${describeType(before)} and is ${describeType(after)}${wayOut(before, after)}`
        yield { message: messages.name, path: ['variables', name], text }
      }
    }
  },
  examples: [
    {
      title: 'whole numbers become numbers',
      before: {
        'total.yaml': `variables:
  total: { type: integer, minimum: 0 }
message: { text: "Total: {{ total }}" }
`,
      },
      after: {
        'total.yaml': `variables:
  total: { type: number, minimum: 0 }
message: { text: "Total: {{ total }}" }
`,
      },
      reports: [],
    },
    {
      title: 'a number becomes a text',
      before: {
        'total.yaml': `variables:
  total: { type: integer, minimum: 0 }
message: { text: "Total: {{ total }}" }
`,
      },
      after: {
        'total.yaml': `variables:
  total: string(12)
message: { text: "Total: {{ total }}" }
`,
      },
      reports: [
        'total: `total` was a whole number and is a string: add a variable of the new type instead, or change the callers',
      ],
    },
    {
      title: 'a text that becomes one of a few',
      before: {
        'ready.yaml': `variables:
  size: string(9)
message: { text: "Size {{ size }} is ready." }
`,
      },
      after: {
        'ready.yaml': `variables:
  size: { type: string, enum: [small, large] }
message: { text: "Size {{ size }} is ready." }
`,
      },
      reports: [
        'ready: `size` was a string and is one of "small", "large": add a variable of the new type instead, or change the callers',
      ],
    },
  ],
}

function wayOut(before: Declaration, after: Declaration): string {
  const [old, now] = [valuesOf(before), valuesOf(after)]
  const lost = old?.filter((value) => now?.includes(value) !== true) ?? []
  if (now === undefined || lost.length === 0) {
    return ': add a variable of the new type instead, or change the callers'
  }
  const shown = lost.slice(0, maxShown).map((value) => JSON.stringify(value))
  const more = lost.length > maxShown ? ` and ${lost.length - maxShown} more` : ''
  return `: keep ${shown.join(', ')}${more}, or change the callers`
}

const maxShown = 5

function valuesOf(declaration: Declaration): readonly unknown[] | undefined {
  return declaration.const === undefined ? declaration.enum : [declaration.const]
}

function describeType(declaration: Declaration): string {
  if (declaration.type === 'array') return `a list (${describeType(declaration.items)} each)`
  if (declaration.type === 'object') {
    const names = Object.keys(declaration.properties).map((name) => `\`${name}\``)
    return `an object${names.length === 0 ? '' : ` with ${names.slice(0, maxShown).join(', ')}`}`
  }
  const values = valuesOf(declaration)
  if (values === undefined) return typeWords[declaration.type]
  const shown = values.slice(0, maxShown).map((value) => JSON.stringify(value))
  const list = `${shown.join(', ')}${values.length > maxShown ? ', …' : ''}`
  return values.length === 1 ? `always ${list}` : `one of ${list}`
}
