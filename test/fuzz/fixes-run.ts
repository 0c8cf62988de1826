import { parseDocument } from '../../src/language/document.ts'
import { fixProject } from '../../src/language/fix.ts'
import { parseMessagePath } from '../../src/language/message-name.ts'
import { compileYaml, recommended } from '../helpers/compile-yaml.ts'
import { caseSeed, diceOf, pick } from '../proof/dice.ts'
import { mutateText } from './mutate-text.ts'

/** A file that its fixes did to what they may not do. */
export interface BadFix {
  readonly text: string
  readonly fixed: string
  readonly problem: string
}

/** How many files were fixed, how many of them became others, and what went wrong. */
export interface FixesReport {
  readonly cases: number
  readonly changed: number
  readonly bad: readonly BadFix[]
}

/** How much is tried. */
export interface FixesOptions {
  readonly seed: number
  readonly cases: number
  readonly corpus: readonly string[]
}

const path = 'messages/example.yaml'

/** Fixes files with random changes in them: once is enough, no error is new, the rest stays. */
export function runFixes({ seed, cases, corpus }: FixesOptions): FixesReport {
  let changed = 0
  const bad: BadFix[] = []
  for (let index = 0; index < cases; index++) {
    const roll = diceOf(caseSeed(seed, index))
    const text = mutateText(pick(roll, corpus), roll).slice(0, 6000)
    for (const unsafe of [false, true]) {
      const fixed = fix(text, unsafe)
      if (fixed !== text) changed++
      const problem = problemOf(text, fixed, unsafe)
      if (problem !== undefined) bad.push({ text, fixed, problem })
    }
  }
  return { cases, changed, bad }
}

function fix(text: string, unsafe: boolean): string {
  const file = { source: { path, text }, path: parseMessagePath('example.yaml') }
  const { changed } = fixProject([file], { settingsFor: () => recommended }, { unsafe })
  return changed.get(path) ?? text
}

function problemOf(text: string, fixed: string, unsafe: boolean): string | undefined {
  if (fixed === text) return undefined
  if (fix(fixed, unsafe) !== fixed) return 'a second time changes more'
  if (countErrors(text) === 0 && countErrors(fixed) > 0) return 'there is an error now'
  if (isOf(text, '\r\n') && !isOf(fixed, '\r\n')) return 'a line ends otherwise'
  if (isOf(text, '\n') && !isOf(fixed, '\n')) return 'a line ends otherwise'
  const left = commentsOf(fixed)
  const lost = commentsOf(text).find((comment) => !left.includes(comment))
  return lost === undefined ? undefined : `the comment ${JSON.stringify(lost)} is gone`
}

function countErrors(text: string): number {
  return compileYaml(text).diagnostics.filter(({ severity }) => severity === 'error').length
}

function isOf(text: string, lineEnd: string): boolean {
  const ends = text.match(/\r?\n/g) ?? []
  return ends.length > 0 && ends.every((end) => end === lineEnd)
}

/** Idle suppressions are there to be removed. */
function commentsOf(text: string): readonly string[] {
  const { comments, value } = parseDocument({ path, text })
  if (value === undefined) return []
  return comments
    .map((comment) => comment.text)
    .filter((comment) => /^#+\s/.test(comment) && !/connectly-/.test(comment))
}
