import type { ChoicePair, OfferedChoice } from './choice-pairs.ts'
import { isRemoved, type ProjectPair } from './project-pair.ts'

/** What could be tapped in a message that is gone, its file with it. */
export interface RemovedChoices {
  readonly message: string
  readonly choices: readonly OfferedChoice[]
}

/** The choices that are gone with their message; a single one is a matter of its own. */
export function choicesOfRemoved(
  pair: ProjectPair,
  pairs: readonly ChoicePair[],
): readonly RemovedChoices[] {
  const gone = pairs.flatMap(({ before }) => (isRemoved(pair, before.message) ? [before] : []))
  return [...Map.groupBy(gone, ({ message }) => message)].map(([message, choices]) => ({
    message,
    choices,
  }))
}

const maxNamed = 5

/** Some choices by type and id: `its buttons a, b`. */
export function nameChoices(choices: readonly OfferedChoice[]): string {
  const types = new Set(choices.map(({ definition }) => definition.type))
  const [type] = types
  const kind = types.size === 1 && type !== undefined ? type : 'choice'
  const ids = choices.slice(0, maxNamed).map(({ definition }) => `\`${definition.id}\``)
  const more = choices.length > maxNamed ? ` and ${choices.length - maxNamed} more` : ''
  return `its ${kind}${choices.length === 1 ? '' : 's'} ${ids.join(', ')}${more}`
}
