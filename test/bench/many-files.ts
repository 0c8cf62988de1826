import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { type Goal, judgeGoal, median } from './goal.ts'
import { makeMessages } from './make-messages.ts'
import { installOthers } from './other-linters.ts'

// How long ten thousand files take, as one process from the shell, beside a bare loop that reads
// them and parses their YAML, and beside other linters on some of the same files.

const root = fileURLToPath(new URL('../..', import.meta.url))
const rounds = 3
const [few, many] = [1000, 10_000]

const library = pathToFileURL(join(root, 'node_modules/yaml/dist/index.js')).href
const bareLoop = `
import { readdirSync, readFileSync } from 'node:fs'
import { parseDocument } from ${JSON.stringify(library)}
for (const entry of readdirSync('messages', { recursive: true, withFileTypes: true })) {
  if (entry.isFile()) parseDocument(readFileSync(entry.parentPath + '/' + entry.name, 'utf8'))
}`

interface Program {
  readonly name: string
  readonly args: readonly string[]
}

const bare: Program = { name: 'bare loop', args: ['--input-type=module', '-e', bareLoop] }
const lint: Program = {
  name: 'connectly lint',
  args: [join(root, 'dist/cli.cjs'), 'lint', '--no-config', 'messages'],
}
const cached: Program = {
  name: 'connectly lint --cache, nothing changed',
  args: [...lint.args, '--cache', '--cache-location', 'lint.cache'],
}

const folder = mkdtempSync(join(tmpdir(), 'connectly-bench-'))
try {
  const [fewFiles, manyFiles] = [writeFiles(few), writeFiles(many)]
  console.log(`\n${many} files of about one kilobyte, median of ${rounds} runs\n`)
  const times = measure(fewFiles, manyFiles)
  showTime(bare.name, times.bare)
  showTime(lint.name, times.lint, times.bare, { most: 1.4 })
  showTime(cached.name, times.cached, times.bare)
  // What starting costs is no matter of files.
  const perFile = (times.lint - times.few) / (many - few) / (times.few / few)
  show(`  each file beyond ${few}, beside those`, `× ${perFile.toFixed(2)}`, perFile, { most: 1.1 })
  const peak = peakMebibytes(manyFiles)
  show('  most memory in use', `${peak.toFixed(0)} MiB`, peak, { most: 250 })
  console.log(
    `\nother linters on ${few} of these files, once each, beside the bare loop per file\n`,
  )
  for (const other of installOthers(join(folder, 'others'), join(root, 'schema'))) {
    showTime(other.name, timeOnce(other, fewFiles), (times.bare / many) * few)
  }
  showTime(lint.name, times.few, (times.bare / many) * few)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function writeFiles(count: number): string {
  const cwd = join(folder, String(count))
  for (const { path, text } of makeMessages(count)) {
    const file = join(cwd, 'messages', path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  return cwd
}

function timeOnce({ name, args }: Program, cwd: string): number {
  const start = performance.now()
  const { status, stderr, error } = spawnSync(process.execPath, [...args], {
    cwd,
    // What others say about each file is not read.
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  if (status !== 0) throw new Error(`${name} ended with ${status}: ${error ?? stderr}`)
  return performance.now() - start
}

type Times = { readonly [name in 'bare' | 'lint' | 'few' | 'cached']: number }

function measure(fewFiles: string, manyFiles: string): Times {
  const lists = { bare: [] as number[], lint: [] as number[], few: [] as number[] }
  const again: number[] = []
  timeOnce(bare, fewFiles)
  timeOnce(lint, fewFiles)
  timeOnce(cached, manyFiles)
  for (let round = 0; round < rounds; round++) {
    lists.bare.push(timeOnce(bare, manyFiles))
    lists.lint.push(timeOnce(lint, manyFiles))
    lists.few.push(timeOnce(lint, fewFiles))
    again.push(timeOnce(cached, manyFiles))
  }
  return {
    bare: median(lists.bare),
    lint: median(lists.lint),
    few: median(lists.few),
    cached: median(again),
  }
}

/** What the process itself says at its end, in a run that is not timed. */
function peakMebibytes(cwd: string): number {
  const [hook, report] = [join(folder, 'peak.mjs'), join(folder, 'peak.txt')]
  writeFileSync(
    hook,
    `import { writeFileSync } from 'node:fs'
process.on('exit', () => writeFileSync(${JSON.stringify(report)}, String(process.resourceUsage().maxRSS)))`,
  )
  timeOnce({ ...lint, args: ['--import', pathToFileURL(hook).href, ...lint.args] }, cwd)
  return Number(readFileSync(report, 'utf8')) / 1024
}

function showTime(name: string, ms: number, floor?: number, goal?: Goal): void {
  const ratio = floor === undefined ? '' : `  × ${(ms / floor).toFixed(2)}`
  const verdict = floor === undefined || goal === undefined ? '' : judgeGoal(ms / floor, goal)
  console.log(`${name.padEnd(44)} ${(ms / 1000).toFixed(2).padStart(7)} s ${ratio}${verdict}`)
}

function show(name: string, shown: string, value: number, goal: Goal): void {
  console.log(`${name.padEnd(44)} ${shown.padStart(9)}${judgeGoal(value, goal)}`)
}
