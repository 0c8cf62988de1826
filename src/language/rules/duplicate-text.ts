import type { Loop, MessageBounds, Reference, TextBounds } from '../../model/bounds.ts'
import type { Finding, Fix } from '../../model/diagnostic.ts'
import { type Comparison, searchBudget } from '../../model/equal-values.ts'
import type { Limit } from '../../model/limits.ts'
import { mayVary } from '../../model/may-vary.ts'
import type { Reasoning } from '../../model/reasoning.ts'
import type { Check, Proof } from '../../model/rule.ts'
import type { Rule } from './rule.ts'
import { broken, excerpt, proven, spanOfVariable } from './verdict.ts'

export const check: Check = {
  name: 'duplicate-text',
  severity: 'error',
  *check(bounds) {
    for (const limit of bounds.limits.rows) {
      const how = comparisonFor(limit)
      if (how === undefined) continue
      for (const field of limit.fields) yield* judgeField(bounds, field, limit, how)
    }
  },
}

/**
 * With more siblings than this there are too many of them by any limit: that is reported, and the
 * others are not compared, for each with every other one would take time without end.
 */
const maxCompared = 120

/** So many places of pairs of texts are looked at for all siblings together. */
const maxPlaces = 200_000

function comparisonFor({ kind }: Limit): Comparison | undefined {
  if (kind === 'unique') return 'trimmed'
  return kind === 'unique-ignoring-case' ? 'ignoring-case' : undefined
}

function* judgeField(
  bounds: MessageBounds,
  field: string,
  limit: Limit,
  how: Comparison,
): Iterable<Finding | Proof> {
  const { reasoning } = bounds
  const texts = bounds.texts.filter((text) => text.field === field).slice(0, maxCompared)
  const budget = mayVary ? budgetFor(texts.length) : 0
  for (const [index, text] of texts.entries()) {
    const others = texts.slice(0, index)
    const twin = others.find((other) => collide(other, text, how, reasoning, budget))
    const loop = mayVary && how === 'trimmed' ? reasoning.repeatingLoop(text) : undefined
    if (twin !== undefined) {
      // Of several that it is like it is told by the stricter limit of the one that it equals.
      const isSaid =
        how === 'ignoring-case' &&
        others.some((other) => collide(other, text, 'trimmed', reasoning, budget))
      if (!isSaid) yield describeTwin(twin, text, limit, how)
    } else if (loop !== undefined) yield describeRepeat(text, loop, limit)
    else yield proven(text.path)
  }
}

function budgetFor(siblings: number): number {
  const pairs = Math.max(1, (siblings * (siblings - 1)) / 2)
  return Math.min(searchBudget, Math.ceil(maxPlaces / pairs))
}

function collide(
  left: TextBounds,
  right: TextBounds,
  how: Comparison,
  { mayBeEqual, mayMeet }: Reasoning,
  budget: number,
): boolean {
  // What is equal to the letter is reported once, by the stricter limit.
  if (how === 'ignoring-case' && mayBeEqual(left, right, 'trimmed', budget)) return false
  return (!mayVary || mayMeet(left, right)) && mayBeEqual(left, right, how, budget)
}

function describeTwin(twin: TextBounds, text: TextBounds, limit: Limit, how: Comparison): Finding {
  const isBreakable =
    mayVary && (twin.shape.values?.length !== 1 || text.shape.values?.length !== 1)
  const subject = `${limit.subject.replace(/,.*/, '')} ${excerpt(text.source)}`
  const apart = how === 'ignoring-case' ? ' but for its case' : ''
  const message =
    isBreakable || apart !== ''
      ? `${subject} ${isBreakable ? 'can be' : 'is'} the same as ${excerpt(twin.source)}${apart}: tell them apart by fixed text`
      : `${subject} stands here twice: give each its own`
  const found = broken(text.path, limit, message)
  if (!mayVary) return found
  const isConditional = text.guard.length + twin.guard.length > 0
  return { ...found, isBreakable: isBreakable || isConditional, ...spanOfVariable(text) }
}

function describeRepeat(text: TextBounds, loop: Loop, limit: Limit): Finding {
  const part = text.parts.find(({ reference }) => reference?.loop !== undefined)
  const key = loop === text.loops.at(-1) ? keyFor(loop, part?.reference) : undefined
  const wayOut =
    key?.title ??
    (part === undefined
      ? `use something of \`${loop.name}\` in it`
      : `let it name something that no two of \`${loop.source}\` share`)
  return {
    path: text.path,
    message: `${limit.subject} ${excerpt(text.source)} can be the same for two of \`${loop.source}\`: ${wayOut}`,
    limit,
    isBreakable: true,
    ...(part === undefined ? {} : { span: part.span }),
    ...(key === undefined ? {} : { fix: key }),
  }
}

/**
 * What makes the elements of a list differ in what a template names, beside what they differ in
 * already; nothing where that is it and the texts are alike all the same.
 */
function keyFor({ list, source, declaredAt }: Loop, reference?: Reference): Fix | undefined {
  const property = reference?.names[1]
  const isKey = property === undefined ? list.uniqueItems : list.uniqueBy?.includes(property)
  if (reference === undefined || isKey === true) return undefined
  const [key, value] =
    property === undefined
      ? (['uniqueItems', true] as const)
      : (['uniqueBy', [...(list.uniqueBy ?? []), property]] as const)
  const shown = typeof value === 'object' ? `[${value.join(', ')}]` : value
  return {
    title: `give \`${source}\` \`${key}: ${shown}\``,
    safe: false,
    edits: [{ type: 'set', path: declaredAt, key, value }],
  }
}

export const rule: Rule = {
  name: check.name,
  summary: 'Two ids, labels or titles that must differ are, or can become, the same.',
  why: 'WhatsApp refuses repeated ids and repeated button labels; with repeated row texts or titles nobody can tell which one a customer tapped.',
  severity: check.severity,
  isLocked: true,
  examples: [
    {
      title: 'ids made of a property that no two items share',
      yaml: `variables:
  parcels:
    type: array
    minItems: 1
    maxItems: 9
    uniqueBy: [id]
    items:
      type: object
      properties:
        id: { type: string, pattern: "^[0-9]{1,12}$" }
message:
  text: Which parcel?
  listMessage:
    button: { text: Choose }
    sections:
      - title: Parcels
        rows:
          - $each: parcel in parcels
            id: "parcel:{{ parcel.id }}"
            text: "Parcel {{ parcel.id }}"
          - { id: all, text: All of them }
`,
      reports: [],
    },
    {
      title: 'the same id twice',
      yaml: `message:
  text: Shall we come?
  replyButtonMessage:
    buttons: [{ id: "yes", text: "Yes" }, { id: "yes", text: "Of course" }]
`,
      reports: ['4:49 button id "yes" stands here twice: give each its own'],
    },
    {
      title: 'three labels that are one',
      yaml: `message:
  text: When?
  replyButtonMessage:
    buttons: [{ id: a, text: Today }, { id: b, text: today }, { id: c, text: Today }]
`,
      reports: [
        '4:54 button text "today" is the same as "Today" but for its case: tell them apart by fixed text',
        '4:78 button text "Today" stands here twice: give each its own',
      ],
    },
    {
      title: 'ids of items that may be alike',
      yaml: `variables:
  parcels:
    type: array
    minItems: 1
    maxItems: 9
    uniqueBy: [label]
    items:
      type: object
      properties:
        id: { type: string, pattern: "^[0-9]{1,12}$" }
        label: { type: string, maxLength: 20 }
message:
  text: Which parcel?
  listMessage:
    button: { text: Choose }
    sections:
      - title: Parcels
        rows:
          - $each: parcel in parcels
            id: "parcel:{{ parcel.id }}"
            text: "{{ parcel.label }}"
`,
      reports: [
        '20:25 row id "parcel:{{ parcel.id }}" can be the same for two of `parcels`: give `parcels` `uniqueBy: [label, id]`',
      ],
    },
    {
      title: 'buttons made of words that may be alike',
      yaml: `variables:
  days: { type: array, minItems: 1, maxItems: 3, items: string(20) }
message:
  text: Which day?
  replyButtonMessage:
    buttons:
      - $each: day in days
        id: "on:{{ day }}"
        text: "{{ day }}"
`,
      reports: [
        '8:17 button id "on:{{ day }}" can be the same for two of `days`: give `days` `uniqueItems: true`',
        '9:16 button text "{{ day }}" can be the same for two of `days`: give `days` `uniqueItems: true`',
      ],
    },
  ],
}
