import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

// Prints ratios against a floor that is measured in the same run, since seconds of two machines,
// or of one machine on two days, say nothing about each other.

const root = fileURLToPath(new URL('../..', import.meta.url))
const cli = 'dist/cli.cjs'
const rounds = Number(process.argv[2] ?? 30)

interface Subject {
  readonly name: string
  readonly args: readonly string[]
  /** At most this many times the floor. */
  readonly goal?: number
}

const floor: Subject = { name: 'node -e 0', args: ['-e', '0'] }
const small = 'messages/showroom/find-us.yaml'
const file = 'messages/orders/delivered.yaml'
const subjects: readonly Subject[] = [
  floor,
  { name: 'connectly --version', args: [cli, '--version'], goal: 1.1 },
  {
    name: 'connectly lint --no-config, no variables',
    args: [cli, 'lint', '--no-config', small],
    goal: 1.8,
  },
  {
    name: 'connectly lint --no-config, with variables',
    args: [cli, 'lint', '--no-config', file],
    goal: 1.8,
  },
  { name: 'connectly lint FILE (config in TypeScript)', args: [cli, 'lint', file] },
]

function timeOnce({ name, args }: Subject): number {
  const start = performance.now()
  const { status, stderr } = spawnSync(process.execPath, [...args], { cwd: root })
  if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr}`)
  return performance.now() - start
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

const times = new Map(subjects.map((subject) => [subject, [] as number[]]))
for (const subject of subjects) timeOnce(subject)
for (let round = 0; round < rounds; round++) {
  // Taken in turns, so that a busy moment of the machine meets all of them.
  for (const [subject, list] of times) list.push(timeOnce(subject))
}

const floorMs = median(times.get(floor) ?? [])
console.log(`start-up, median of ${rounds} runs on Node ${process.version}\n`)
for (const [{ name, goal }, list] of times) {
  const ms = median(list)
  const ratio = ms / floorMs
  const verdict = goal === undefined ? '' : `  goal ≤ ${goal}${ratio <= goal ? '' : '  MISSED'}`
  console.log(`${name.padEnd(44)} ${ms.toFixed(1).padStart(7)} ms  × ${ratio.toFixed(2)}${verdict}`)
}

await import('./many-files.ts')
await import('./client-size.ts')
await import('./generate.ts')
await import('./sandbox.ts')
await import('./bulk.ts')
