import type { ChoiceDefinition } from '../../model/reply-table.ts'
import { findSharedText } from '../../model/shared-text.ts'
import type { BreakingRule } from './breaking-rule.ts'
import {
  choicePairs,
  choicesIn,
  findChoice,
  graphsOf,
  type OfferedChoice,
  sampleIds,
} from './choice-pairs.ts'
import { placeOfChoice } from './choice-place.ts'
import { oneButton } from './example-texts.ts'
import type { ProjectPair } from './project-pair.ts'
import { candidatesOf, isSameReading, readTap } from './tap-readings.ts'

export const rule: BreakingRule = {
  name: 'choice-ambiguous',
  summary: 'A tap on a message that customers have fits something else besides now.',
  why: 'The id of the new button or row can be the same text as one that was sent, so a tap on the old message may mean either. Give the new one an id of a form of its own, or turn `tracking` on, which tells the messages apart.',
  severity: 'error',
  breaks: ['conversations'],
  *compare(pair) {
    const fresh = freshChoices(pair)
    for (const { before, after } of choicePairs(pair)) {
      if (after === undefined || before.definition.type !== after.definition.type) continue
      for (const other of fresh) {
        const isTracked = pair.before.replies.tracking === true
        if (isTracked && other.message !== before.message) continue
        const found = findClash(pair, before, other)
        if (found === undefined) continue
        const { type, id } = before.definition
        const isSelf = other.message === before.message && other.definition.id === id
        const what = isSelf
          ? 'in a second way'
          : `as \`${other.definition.id}\` of \`${other.message}\` too`
        const text =
          found === 'perhaps'
            ? `a tap on the ${type} \`${id}\` can perhaps be read ${what}, it cannot be proven otherwise: give ids forms of their own`
            : `a tap on the ${type} \`${id}\` (${JSON.stringify(found.id)}) can be read ${what}: give ids forms of their own, or turn \`tracking\` on`
        yield {
          message: before.message,
          path: placeOfChoice(pair.after, before.message, before.definition.id),
          text,
        }
        break
      }
    }
  },
  examples: [
    {
      title: 'an id of its own in another message',
      before: { 'parcel.yaml': oneButton },
      after: {
        'late.yaml': oneButton.replace('id: call', 'id: ring'),
        'parcel.yaml': oneButton,
      },
      reports: [],
    },
    {
      title: 'the same id in another message',
      before: { 'parcel.yaml': oneButton },
      after: { 'late.yaml': oneButton, 'parcel.yaml': oneButton },
      reports: [
        'parcel: a tap on the button `call` ("call") can be read as `call` of `late` too: give ids forms of their own, or turn `tracking` on',
      ],
    },
  ],
}

/** What was not there before, or takes other values in its id. */
function freshChoices({ before, after }: ProjectPair): readonly OfferedChoice[] {
  return choicesIn(after.replies).filter(({ message, definition }) => {
    const old = findChoice(before.replies, message, definition.id)
    return old === undefined || keyOf(old.definition) !== keyOf(definition)
  })
}

function keyOf({ type, variables = {} }: ChoiceDefinition): string {
  const plain: unknown = JSON.parse(JSON.stringify({ type, variables }))
  return JSON.stringify(plain)
}

/** So many pairs of places are looked at before two ids are said to be perhaps the same. */
const budget = 20_000

/** A text of an old id that something else can be too, judged by what both decoders say of it. */
function findClash(
  pair: ProjectPair,
  { message, definition }: OfferedChoice,
  other: OfferedChoice,
): { readonly id: string } | 'perhaps' | undefined {
  const isSelf = other.message === message && other.definition.id === definition.id
  const samples = [...sampleIds(definition), ...sampleIds(other.definition)]
  let isOpen = false
  for (const own of graphsOf(definition)) {
    for (const theirs of graphsOf(other.definition)) {
      const shared = findSharedText(own, theirs, { budget, isTrimmed: false, mustDiffer: isSelf })
      if (shared === 'none') continue
      if (shared !== 'unknown') samples.unshift(shared.left.join(''))
      isOpen = true
    }
  }
  if (!isOpen) return undefined
  for (const id of new Set(samples)) {
    const reading = readTap(pair, message, { id, text: undefined })
    const wasSent = candidatesOf(reading.before).some(
      (one) => one.message === message && one.id === definition.id,
    )
    if (wasSent && reading.after.type === 'ambiguous-choice' && !isSameReading(reading)) {
      return { id }
    }
  }
  return couldClash(pair, definition, other, isSelf) ? undefined : 'perhaps'
}

/** Whether the two could be the same text before as well: then no example shows what is new. */
function couldClash(
  { before }: ProjectPair,
  definition: ChoiceDefinition,
  { message, definition: { id } }: OfferedChoice,
  mustDiffer: boolean,
): boolean {
  const known = findChoice(before.replies, message, id)
  if (known === undefined) return false
  return graphsOf(definition).some((own) =>
    graphsOf(known.definition).some(
      (theirs) => findSharedText(own, theirs, { budget, isTrimmed: false, mustDiffer }) !== 'none',
    ),
  )
}
