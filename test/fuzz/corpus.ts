import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { globSync } from 'tinyglobby'

/** The message files of this repository, good and bad, that inputs are made of. */
export function readCorpus(): readonly string[] {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const patterns = ['messages/**/*.yaml', 'test/fixtures/**/*.yaml']
  const files = globSync(patterns, { cwd: root, absolute: true })
  return files.toSorted().map((file) => readFileSync(file, 'utf8'))
}
