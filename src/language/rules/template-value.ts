import type { TextBounds, TextPart } from '../../model/bounds.ts'
import type { Finding } from '../../model/diagnostic.ts'
import type { Limit } from '../../model/limits.ts'
import { templateLimits } from '../../model/limits-template.ts'
import { mayVary } from '../../model/may-vary.ts'
import type { Check, Proof } from '../../model/rule.ts'
import { spacesInARow } from '../../model/spaces-in-a-row.ts'
import type { Rule } from './rule.ts'
import { textLimitsOf } from './text-limits.ts'
import { broken, proven } from './verdict.ts'

export const check: Check = {
  name: 'template-value',
  severity: 'error',
  *check(bounds) {
    for (const { text, limit } of textLimitsOf(bounds, 'other')) {
      if (limit === templateLimits.templateValueTab) yield judgeTab(text, limit)
      if (limit === templateLimits.templateValueSpaces) {
        yield judgeSpaces(text, limit, templateLimits.templateValueSpaces.max)
      }
    }
  },
}

/** Declared strings hold no control characters, so that only fixed text can hold a tab. */
function judgeTab(text: TextBounds, limit: Limit): Finding | Proof {
  const pieces = mayVary ? text.parts.flatMap(({ shape }) => shape.values ?? []) : [text.source]
  const hasTab = pieces.some((piece) => piece.includes('\t'))
  if (!hasTab) return proven(text.path)
  const message = `${limit.subject} holds a tab, which WhatsApp refuses in templates: write a space`
  return broken(text.path, limit, message)
}

function judgeSpaces(text: TextBounds, limit: Limit, max: number): Finding | Proof {
  const run = mayVary ? longestRun(text.parts, max + 1) : { length: spacesInARow(text.source) }
  if (run.length <= max) return proven(text.path)
  const { part } = run
  if (!mayVary || part === undefined) {
    const message = `more than ${max} ${limit.subject}: remove some`
    return broken(text.path, limit, message)
  }
  return {
    path: text.path,
    span: part.span,
    message: `\`${part.reference?.names.join('.')}\` can hold more than ${max} ${limit.subject}: give it a \`pattern\` with fewer, such as \`^[^ ]+( {1,${max}}[^ ]+)*$\``,
    limit,
    isBreakable: true,
  }
}

/** Spaces in a row, and the variable that has a share in them. */
interface Run {
  readonly length: number
  readonly part?: TextPart | undefined
}

/** The longest run of spaces over all parts of a text: parts can be empty, or spaces throughout. */
function longestRun(parts: readonly TextPart[], cap: number): Run {
  let longest: Run = { length: 0 }
  let open: Run = { length: 0 }
  for (const part of parts) {
    const spaces = spacesOf(part, cap)
    const own = part.reference === undefined ? undefined : part
    const joined = { length: open.length + spaces.leading, part: own ?? open.part }
    longest = longer(longest, longer(joined, { length: spaces.longest, part: own }))
    const through = { length: open.length + spaces.throughout, part: own ?? open.part }
    const after = { length: spaces.trailing, part: own }
    open = spaces.canLeadThrough ? longer(through, after) : after
  }
  return longest
}

function longer(left: Run, right: Run): Run {
  return right.length > left.length ? right : left
}

interface Spaces {
  readonly leading: number
  readonly trailing: number
  readonly longest: number
  /** How many there are where the part is nothing but spaces. */
  readonly throughout: number
  /** Whether a run can go on from what is before the part to what is after it. */
  readonly canLeadThrough: boolean
}

function spacesOf({ reference, shape }: TextPart, cap: number): Spaces {
  if (reference === undefined) return spacesOfText(shape.values?.[0] ?? '')
  const longest = reference.longestSpaceRun(cap)
  return {
    leading: shape.leadingBlank === 'never' ? 0 : longest,
    trailing: shape.trailingBlank === 'never' ? 0 : longest,
    longest,
    // What is trimmed can be empty, but not blank in any other way.
    throughout: shape.leadingBlank === 'never' ? 0 : longest,
    canLeadThrough: shape.blank !== 'never',
  }
}

function spacesOfText(text: string): Spaces {
  const isOnlySpaces = /^ *$/.test(text)
  return {
    leading: /^ */.exec(text)?.[0].length ?? 0,
    trailing: / *$/.exec(text)?.[0].length ?? 0,
    longest: spacesInARow(text),
    throughout: isOnlySpaces ? text.length : 0,
    canLeadThrough: isOnlySpaces,
  }
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
      title: 'a value with four spaces in a row at most',
      yaml: `variables:
  name: { type: string, maxLength: 40, pattern: "^[^ ]+( {1,4}[^ ]+)*$" }
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
        '4:71 `name` can hold more than 4 spaces in a row in a template value: give it a `pattern` with fewer, such as `^[^ ]+( {1,4}[^ ]+)*$`',
      ],
    },
  ],
}
