import { checkVariables } from '../../model/check-variables.ts'
import { describeValue } from '../../model/describe-value.ts'
import { fitsType } from '../../model/type-fit.ts'
import { callerFit, fitDeclaration } from '../../model/value-fit.ts'
import type { BreakingRule } from './breaking-rule.ts'
import { messagePairs } from './project-pair.ts'
import { variableChanges } from './variable-changes.ts'

export const rule: BreakingRule = {
  name: 'variable-narrowed',
  summary: 'A variable refuses values that callers may pass until now.',
  why: 'Such code compiles as before, and is refused when it sends: the customer receives nothing. Shorten the text around the variable instead, or make sure that no caller passes such values. Where it cannot be proven that all old values are accepted, the change counts as narrower.',
  severity: 'error',
  breaks: ['callers'],
  *compare(pair) {
    for (const messages of messagePairs(pair)) {
      for (const { name, before, after } of variableChanges(messages).kept) {
        if (!fitsType(before, after, 'passed')) continue
        const fit = fitDeclaration(before, after, callerFit)
        if (fit.fits === 'always') continue
        const path = ['variables', name]
        if (fit.fits === 'unknown') {
          const text = `\`${name}\` perhaps refuses values that it accepted, it cannot be proven otherwise: keep its declaration, or change the callers`
          yield { message: messages.name, path, text }
          continue
        }
        const [problem] = checkVariables({ [name]: after }, { [name]: fit.value }).problems
        const why = problem?.message ?? `\`${name}\` is ${describeValue(fit.value)}`
        const text = `a value that was accepted is refused now, ${why}; keep it as wide, or change the callers`
        yield { message: messages.name, path, text }
      }
    }
  },
  examples: [
    {
      title: 'more than before is allowed',
      before: {
        'ready.yaml': `variables:
  order: { type: string, pattern: "^[A-Z]{2}[0-9]{6}$" }
message: { text: "Order {{ order }} is ready." }
`,
      },
      after: {
        'ready.yaml': `variables:
  order: { type: string, pattern: "^[A-Z]{2,3}\\\\d{6,8}$" }
message: { text: "Order {{ order }} is ready." }
`,
      },
      reports: [],
    },
    {
      title: 'less than before is allowed',
      before: {
        'ready.yaml': `variables:
  order: { type: string, pattern: "^[A-Z]{2}[0-9]{6}$" }
message: { text: "Order {{ order }} is ready." }
`,
      },
      after: {
        'ready.yaml': `variables:
  order: { type: string, pattern: "^[A-Z]{2}[1-9][0-9]{5}$" }
message: { text: "Order {{ order }} is ready." }
`,
      },
      reports: [
        'ready: a value that was accepted is refused now, `order` is "WW000000", which does not match the pattern `^[A-Z]{2}[1-9][0-9]{5}$`; keep it as wide, or change the callers',
      ],
    },
  ],
}
