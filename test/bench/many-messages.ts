import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The messages of this repository, by path below their folder. */
function readMessages(root: string): ReadonlyMap<string, string> {
  const folder = join(root, 'messages')
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const files = paths.filter((path) => path.endsWith('.yaml')).toSorted()
  return new Map(files.map((path) => [path, readFileSync(join(folder, path), 'utf8')]))
}

/**
 * Writes a project of so many messages: those of this repository again and again, each time in
 * another folder and with other words.
 */
export function writeManyMessages(root: string, project: string, count: number): void {
  const originals = readMessages(root)
  const names = new Set([...originals.keys()].map((path) => path.split('.')[0] ?? ''))
  let written = 0
  for (let round = 0; written < count; round++) {
    for (const name of [...names].slice(0, count - written)) {
      for (const [path, text] of originals) {
        if (!path.startsWith(`${name}.`)) continue
        const file = join(project, 'messages', `r${round}`, path)
        mkdirSync(dirname(file), { recursive: true })
        writeFileSync(file, text.replace(/^description: /m, `description: Round ${round}. `))
      }
      written++
    }
  }
}
