import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Mutation } from './mutation.ts'
import { mutations } from './mutations.ts'

// node test/proof/mutate.ts [words of a name]: weakens a copy of the checker in one place at a time,
// and shows which case of `npm test` notices it. Cases asked directly come first; what none of them
// notices is left to the files made by chance, as many as `npm test` makes.

const chosen = mutations.filter(({ name }) => name.includes(process.argv[2] ?? ''))
const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'mutate-'))

interface Verdict {
  readonly isNoticed: boolean
  readonly by: string
}

/** Directed cases take two seconds, also of a weakened checker, if they ever end. */
const askingMilliseconds = 30_000
const tryingMilliseconds = 600_000

function run(timeout: number, ...args: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', timeout })
}

/** Says nothing of the weakening: the machine was busy, or the checker goes on for ever. */
const late: Verdict = { isNoticed: false, by: 'RAN OUT OF TIME' }

function askDirectly(): Verdict {
  const { status, stdout } = run(askingMilliseconds, 'test/proof/ask.ts')
  const wrong = stdout.split('\n').filter((line) => line !== '')
  if (status === null && wrong.length === 0) return late
  const more = wrong.length > 1 ? ` and ${wrong.length - 1} more` : ''
  return { isNoticed: status !== 0 && wrong.length > 0, by: `${nameOf(wrong[0] ?? '')}${more}` }
}

/** A case's name has one colon, its answer comes behind the second. */
function nameOf(line: string): string {
  return line.split(': ').slice(0, 2).join(': ')
}

function tryByChance(): Verdict {
  const { status, stdout } = run(tryingMilliseconds, 'test/proof/proof.ts', '90', '11', 'first')
  if (status === null) return late
  const kinds = /^(?:unsound|idle|false-alarm|counterexample|fix|invalid): [^:]*/m
  const found = kinds.exec(stdout)?.[0]
  return { isNoticed: status === 1 && found !== undefined, by: `by chance, ${found}` }
}

/** Changes one place of the copy, runs, and changes it back; a text that is not there is an error. */
function judge({ file, from, to }: Mutation): Verdict {
  const path = join(folder, 'src', file)
  const text = readFileSync(path, 'utf8')
  const at = text.indexOf(from)
  if (at < 0) return { isNoticed: false, by: 'STALE: the text to change is not there' }
  writeFileSync(path, text.slice(0, at) + to + text.slice(at + from.length))
  const direct = askDirectly()
  const verdict = direct.isNoticed || direct === late ? direct : tryByChance()
  writeFileSync(path, text)
  return verdict.isNoticed || verdict === late ? verdict : { isNoticed: false, by: 'SURVIVED' }
}

try {
  for (const part of ['src', 'schema', 'test/proof', 'test/helpers', 'package.json']) {
    cpSync(join(root, part), join(folder, part), { recursive: true })
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const clean = run(askingMilliseconds, 'test/proof/ask.ts')
  if (clean.status !== 0)
    console.log(`unchanged, it answers wrongly:\n${clean.stdout}${clean.stderr}`)
  const width = Math.max(...chosen.map(({ name }) => name.length))
  console.log(`${'weakened'.padEnd(width)}  noticed by`)
  let missed = clean.status === 0 ? 0 : 1
  for (const mutation of chosen) {
    const { isNoticed, by } = judge(mutation)
    if (!isNoticed) missed++
    console.log(`${mutation.name.padEnd(width)}  ${by}`)
  }
  console.log(`\n${chosen.length} weakenings, ${missed} of them missed`)
  process.exitCode = missed === 0 ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
