import type { Reference, TextBounds, TextPart } from '../../model/bounds.ts'
import type { JsonValue } from '../../model/json.ts'
import { everyLimit } from '../../model/limits.ts'
import { formatPath } from '../../model/source.ts'
import type { AuthorCheck } from './author-check.ts'
import type { Rule } from './rule.ts'
import { blame, excerpt } from './verdict.ts'

export const check: AuthorCheck = {
  name: 'useless-value',
  severity: 'warning',
  *check({ texts }, { isVariant }) {
    for (const { text, part, reference, room, limited } of tightestUses(texts)) {
      const choices = reference.declaration.enum ?? []
      const useless = choices.flatMap((choice, index) =>
        lengthOf(choice, reference) > room ? [{ choice, index }] : [],
      )
      // Where nothing is left the text itself is too long, and that was said.
      if (useless.length === choices.length) continue
      const name = reference.names.join('.')
      for (const { choice, index } of useless) {
        const message = `\`${name}\` can never be sent as ${excerpt(String(choice))}: it makes the ${limited} too long, whatever else stands there, so shorten the value or remove it`
        // A declaration stands in the default locale's file.
        if (isVariant) yield { path: text.path, span: part.span, message }
        else yield { path: [...reference.declaredAt, 'enum', index], message }
      }
    }
  },
}

/** A text that a variable with listed values is always part of. */
interface Use {
  readonly text: TextBounds
  readonly part: TextPart
  readonly reference: Reference
  /** How long a value can be at most, when everything else in the text is as short as can be. */
  readonly room: number
  /** What is limited: `button text (at most 20 characters)`. */
  readonly limited: string
}

/**
 * For each variable that lists its values the text that leaves them the least room. What is too
 * long because of the variable itself is said in the text; this is about values that hide behind a
 * longer variable.
 */
function tightestUses(texts: readonly TextBounds[]): Iterable<Use> {
  const tightest = new Map<string, Use>()
  for (const text of texts) {
    const blamed = nameOf(blame(text, ({ length }) => length.max)?.reference)
    const seen = new Set<string>()
    for (const part of text.parts) {
      const { reference } = part
      const name = nameOf(reference)
      if (reference?.declaration.enum === undefined || name === blamed || seen.has(name)) continue
      seen.add(name)
      const use = isAlwaysThere(text, reference) ? useIn(text, part, reference) : undefined
      if (use === undefined) continue
      const key = formatPath(reference.declaredAt)
      if (use.room < (tightest.get(key)?.room ?? Number.POSITIVE_INFINITY)) tightest.set(key, use)
    }
  }
  return tightest.values()
}

function nameOf(reference: Reference | undefined): string {
  return reference?.names.join('.') ?? ''
}

/** Whether every value of the variable comes to stand in the text: no condition, no other loop. */
function isAlwaysThere({ guard, loops }: TextBounds, { loop }: Reference): boolean {
  return guard.length === 0 && loops.at(-1) === loop
}

function useIn(text: TextBounds, part: TextPart, reference: Reference): Use | undefined {
  let [times, rest] = [0, 0]
  for (const other of text.parts) {
    if (nameOf(other.reference) === nameOf(reference)) times++
    else rest += other.shape.length.min
  }
  const refused = everyLimit.find(text.field, 'length').filter((limit) => limit.refused)
  const [limit] = refused.toSorted((left, right) => maxOf(left) - maxOf(right))
  if (limit?.max === undefined) return undefined
  const room = (limit.max - rest) / times
  return {
    text,
    part,
    reference,
    room,
    limited: `${limit.subject} (at most ${limit.max} characters)`,
  }
}

function maxOf({ max = Number.POSITIVE_INFINITY }: { readonly max?: number }): number {
  return max
}

function lengthOf(choice: JsonValue, { declaration }: Reference): number {
  const isTrimmed = declaration.type === 'string' && declaration.trim !== false
  return (isTrimmed ? String(choice).trim() : String(choice)).length
}

export const rule: Rule = {
  name: check.name,
  summary: 'A variable lists a value with which the message can never be sent.',
  why: 'Callers are offered a value that every send refuses.',
  severity: check.severity,
  isLocked: false,
  examples: [
    {
      title: 'values that all fit',
      yaml: `variables:
  topic: { type: string, enum: [Returns, Repairs] }
message:
  text: How can we help?
  replyButtonMessage:
    buttons: [{ id: topic, text: "{{ topic }}" }]
`,
      reports: [],
    },
    {
      title: 'a value that leaves no room for the name',
      yaml: `variables:
  topic: { type: string, enum: [Returns, Repairs and new soles] }
  name: { type: string, maxLength: 30 }
message:
  text: How can we help?
  replyButtonMessage:
    buttons: [{ id: topic, text: "{{ topic }} {{ name }}" }]
`,
      reports: [
        '2:42 `topic` can never be sent as "Repairs and new soles": it makes the button text (at most 20 characters) too long, whatever else stands there, so shorten the value or remove it',
        'text-too-long 7:47 button text can be 52 characters, at most 20 are accepted: shorten the fixed text, or bound the variables in it',
      ],
    },
  ],
}
