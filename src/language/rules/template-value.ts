import type { TextBounds, TextPart } from '../../model/bounds.ts'
import type { Finding } from '../../model/diagnostic.ts'
import { type Limit, limits } from '../../model/limits.ts'
import type { Check, Proof } from '../../model/rule.ts'
import { longestSpaceRun, spacesInARow } from '../../model/space-run.ts'
import type { Rule } from './rule.ts'
import { textLimitsOf } from './text-limits.ts'
import { proven } from './verdict.ts'

export const check: Check = {
  name: 'template-value',
  severity: 'error',
  *check(bounds) {
    for (const { text, limit } of textLimitsOf(bounds, 'other')) {
      if (limit.id === limits.templateValueTab.id) yield judgeTab(text, limit)
      if (limit.id === limits.templateValueSpaces.id) {
        yield judgeSpaces(text, limit, limits.templateValueSpaces.max)
      }
    }
  },
}

/** Declared strings hold no control characters, so that only fixed text can hold a tab. */
function judgeTab(text: TextBounds, limit: Limit): Finding | Proof {
  const hasTab = text.parts.some(({ shape }) => shape.values?.some((value) => value.includes('\t')))
  if (!hasTab) return proven(text.path)
  const message = `${limit.subject} holds a tab, which WhatsApp refuses in templates: write a space`
  return { path: text.path, message, limit }
}

function judgeSpaces(text: TextBounds, limit: Limit, max: number): Finding | Proof {
  const fixed = text.parts.filter(({ reference }) => reference === undefined)
  if (fixed.some(({ shape }) => spacesInARow(shape.values?.[0] ?? '') > max)) {
    const message = `more than ${max} ${limit.subject}: remove some`
    return { path: text.path, message, limit }
  }
  const part = text.parts.find((candidate, index) => {
    const { reference, shape } = candidate
    if (reference === undefined) return false
    const own = longestSpaceRun(reference.declaration, max + 1)
    const before = shape.leadingBlank === 'never' ? 0 : trailingSpaces(text.parts[index - 1], max)
    const after = shape.trailingBlank === 'never' ? 0 : leadingSpaces(text.parts[index + 1], max)
    return own + before + after > max
  })
  if (part === undefined) return proven(text.path)
  return {
    path: text.path,
    span: part.span,
    message: `\`${part.reference?.names.join('.')}\` can hold more than ${max} ${limit.subject}: give it a \`pattern\` with single spaces, such as \`^[^ ]+( [^ ]+)*$\``,
    limit,
    isBreakable: true,
  }
}

/** A neighbouring variable counts as spaces throughout: cautious, and rare. */
function trailingSpaces(part: TextPart | undefined, max: number): number {
  if (part === undefined) return 0
  if (part.reference !== undefined) return max + 1
  return / *$/.exec(part.shape.values?.[0] ?? '')?.[0].length ?? 0
}

function leadingSpaces(part: TextPart | undefined, max: number): number {
  if (part === undefined) return 0
  if (part.reference !== undefined) return max + 1
  return /^ */.exec(part.shape.values?.[0] ?? '')?.[0].length ?? 0
}

export const rule: Rule = {
  name: check.name,
  summary:
    'A value of the fallback template holds, or can hold, a tab or a run of more than four spaces.',
  why: 'WhatsApp refuses such values, so that the template is not sent either.',
  severity: check.severity,
  isLocked: true,
  examples: [
    {
      title: 'a value with single spaces',
      yaml: `variables:
  name: { type: string, maxLength: 40, pattern: "^[^ ]+( [^ ]+)*$" }
message: { text: "Hello {{ name }}" }
fallback: { templateName: hello, language: en, parameters: { body_1: "{{ name }}" } }
`,
      reports: [],
    },
    {
      title: 'a value that may hold a run of spaces',
      yaml: `variables:
  name: { type: string, maxLength: 40 }
message: { text: "Hello {{ name }}" }
fallback: { templateName: hello, language: en, parameters: { body_1: "{{ name }}" } }
`,
      reports: [
        '4:71 `name` can hold more than 4 spaces in a row in a template value: give it a `pattern` with single spaces, such as `^[^ ]+( [^ ]+)*$`',
      ],
    },
  ],
}
