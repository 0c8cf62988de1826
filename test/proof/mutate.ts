import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Mutation, mutations } from './mutations.ts'

// node test/proof/mutate.ts [cases] [seed] [words of a name]: weakens a copy of the checker in one place at a time,
// and shows that the proof notices each weakening.

const cases = process.argv[2] ?? '250'
const seed = process.argv[3] ?? '7'
const chosen = mutations.filter(({ name }) => name.includes(process.argv[4] ?? ''))
const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'mutate-'))

function runProof(): {
  readonly status: number | null
  readonly found: string
  readonly seconds: number
} {
  const start = performance.now()
  const args = ['test/proof/proof.ts', cases, seed, 'first']
  const run = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', timeout: 300_000 })
  const lines = run.stdout
    .split('\n')
    .filter((line) => /^(?:unsound|imprecise|counterexample|invalid):/.test(line))
  const found = lines[0] ?? run.stderr.split('\n').find((line) => line.includes('Error')) ?? ''
  return { status: run.status, found, seconds: Math.round((performance.now() - start) / 1000) }
}

/** Changes one place of the copy, runs, and changes it back; a text that is not there is an error. */
function judge({ file, from, to }: Mutation): string {
  const path = join(folder, 'src', file)
  const text = readFileSync(path, 'utf8')
  const changed = text.replace(from, to)
  if (changed === text) return 'STALE     the text to change is not there'
  writeFileSync(path, changed)
  const { status, found, seconds } = runProof()
  writeFileSync(path, text)
  return `${status === 1 && found !== '' && !found.includes('Error') ? 'noticed  ' : 'SURVIVED '} ${String(seconds).padStart(3)} s  ${found.slice(0, 90)}`
}

try {
  for (const part of ['src', 'schema', 'test/proof', 'test/helpers', 'package.json']) {
    cpSync(join(root, part), join(folder, part), { recursive: true })
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const clean = runProof()
  console.log(
    `${'unchanged'.padEnd(58)} ${clean.status === 0 ? 'passes' : `FAILS: ${clean.found}`}`,
  )
  let missed = clean.status === 0 ? 0 : 1
  for (const mutation of chosen) {
    const verdict = judge(mutation)
    if (!verdict.startsWith('noticed')) missed++
    console.log(`${mutation.name.padEnd(58)} ${verdict}`)
  }
  console.log(`\n${chosen.length} weakenings, ${missed} of them missed`)
  process.exitCode = missed === 0 ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
