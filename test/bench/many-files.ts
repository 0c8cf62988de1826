import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { makeMessages } from './make-messages.ts'
import { installOthers } from './other-linters.ts'

// How long ten thousand files take, as one process from the shell, beside a bare loop that reads
// them and parses their YAML, and beside other linters on the same files.

const root = fileURLToPath(new URL('../..', import.meta.url))
const rounds = Number(process.argv[3] ?? 3)
const [few, many] = [2_500, 10_000]
const goals = { ratio: 1.4, mebibytes: 250, perFile: 1.1 }

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

const folder = mkdtempSync(join(tmpdir(), 'connectly-bench-'))
try {
  const [fewFiles, manyFiles] = [writeFiles(few), writeFiles(many)]
  console.log(`\n${many} files of about one kilobyte, median of ${rounds} runs\n`)
  const times = measure(fewFiles, manyFiles)
  const ratio = times.lint / times.bare
  show(bare.name, times.bare)
  show(lint.name, times.lint, ratio, goals.ratio)
  const perFile = times.lint / many / (times.few / few)
  showNumber(`  a file of ${many}, beside one of ${few}`, perFile, '×', goals.perFile)
  showNumber('  most memory in use', peakMebibytes(manyFiles), 'MiB', goals.mebibytes)
  console.log('\nother linters on the same files, once each: this takes minutes\n')
  for (const other of installOthers(join(folder, 'others'), join(root, 'schema'))) {
    const ms = timeOnce(other, manyFiles)
    show(other.name, ms, ms / times.bare)
  }
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

function measure(
  fewFiles: string,
  manyFiles: string,
): { readonly bare: number; readonly lint: number; readonly few: number } {
  const lists = { bare: [] as number[], lint: [] as number[], few: [] as number[] }
  timeOnce(bare, fewFiles)
  timeOnce(lint, fewFiles)
  for (let round = 0; round < rounds; round++) {
    lists.bare.push(timeOnce(bare, manyFiles))
    lists.lint.push(timeOnce(lint, manyFiles))
    lists.few.push(timeOnce(lint, fewFiles))
  }
  return { bare: median(lists.bare), lint: median(lists.lint), few: median(lists.few) }
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN
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

function show(name: string, ms: number, ratio?: number, goal?: number): void {
  const shown = ratio === undefined ? '' : `  × ${ratio.toFixed(2)}${verdict(ratio, goal)}`
  console.log(`${name.padEnd(44)} ${(ms / 1000).toFixed(2).padStart(7)} s ${shown}`)
}

function showNumber(name: string, value: number, unit: string, goal: number): void {
  const shown = unit === '×' ? `× ${value.toFixed(2)}` : `${value.toFixed(0)} ${unit}`
  console.log(`${name.padEnd(44)} ${shown.padStart(9)}${verdict(value, goal)}`)
}

function verdict(value: number, goal: number | undefined): string {
  return goal === undefined ? '' : `  goal ≤ ${goal}${value <= goal ? '' : '  MISSED'}`
}
