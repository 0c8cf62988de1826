import type { FailOn } from '../emit/failing.ts'
import type { Audience } from '../language/breaking/breaking-rule.ts'
import { breakingRuleNames } from '../language/rules/facts.generated.ts'
import { nearMiss } from '../model/near-miss.ts'
import { UsageError } from './command.ts'

const audiences: readonly Audience[] = ['callers', 'conversations', 'limits']

/**
 * Reads the values of `--fail-on`; undefined where it was not given.
 * @throws {@link UsageError} for a word that is none of those known
 */
export function readFailOn(texts: readonly string[]): FailOn | undefined {
  if (texts.length === 0) return undefined
  const words = texts.flatMap((text) => text.split(',')).map((word) => word.trim())
  for (const word of words) checkWord(word)
  if (!words.includes('none')) return words
  if (words.length === 1) return []
  throw new UsageError('--fail-on none: stands alone, since with it nothing fails')
}

function checkWord(word: string): void {
  const known = [...audiences, 'none', ...breakingRuleNames]
  if (known.includes(word)) return
  const meant = nearMiss(word, known)
  const hint = meant === undefined ? '' : `: did you mean \`${meant}\`?`
  throw new UsageError(
    `--fail-on ${word}: known are ${audiences.join(', ')}, none and the rules about changes${hint}`,
  )
}
