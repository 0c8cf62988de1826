import type { MessageBounds, TextBounds } from '../model/bounds.ts'
import type { NamedFinding } from '../model/diagnostic.ts'
import type { RetiredChoice } from '../model/message.ts'
import { readId } from '../model/read-id.ts'
import { findSharedText } from '../model/shared-text.ts'
import { graphOfParts } from '../model/text-graph.ts'
import { choiceIdsOf } from './choice-ids.ts'

/** So many pairs of places are looked at before two ids are said to be perhaps the same. */
const budget = 20_000

/** Finds ids of buttons and rows that are, or can become, one that is retired. */
export function* findReusedIds(
  bounds: MessageBounds,
  retired: readonly RetiredChoice[],
): Iterable<NamedFinding> {
  if (retired.length === 0) return
  for (const text of choiceIdsOf(bounds)) {
    for (const choice of retired) {
      const shared = sharedId(text, choice)
      if (shared === undefined) continue
      const since = `was retired on ${choice.date} (${choice.reason})`
      const message =
        text.source === choice.id
          ? `\`${choice.id}\` ${since}: give this an id that was never used`
          : `this id can be ${shared === '' ? 'the same as' : `${JSON.stringify(shared)} like`} \`${choice.id}\`, which ${since}: give it an id of another form`
      yield { rule: 'retired-id-reused', path: text.path, message }
      break
    }
  }
}

/** A text that both can be; an empty one where it is not known which. */
function sharedId(text: TextBounds, { id, variables }: RetiredChoice): string | undefined {
  const own = graphOfParts(text.parts, false)
  for (const parts of readId(id, variables)) {
    const options = { budget, isTrimmed: false }
    const shared = findSharedText(own, graphOfParts(parts, false), options)
    if (shared !== 'none') return shared === 'unknown' ? '' : shared.left.join('')
  }
  return undefined
}
