import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type Goal, judgeGoal, median } from './goal.ts'

// How long commands take to start, beside Node doing nothing.

const root = fileURLToPath(new URL('../..', import.meta.url))
const cli = 'dist/cli.cjs'
const rounds = 20

interface Subject {
  readonly name: string
  readonly args: readonly string[]
  /** In times of the floor. */
  readonly goal?: Goal
}

const floor: Subject = { name: 'node -e 0', args: ['-e', '0'] }
const small = 'messages/showroom/find-us.yaml'
const file = 'messages/orders/delivered.yaml'
const subjects: readonly Subject[] = [
  floor,
  { name: 'connectly --version', args: [cli, '--version'], goal: { most: 1.1 } },
  {
    name: 'connectly lint --no-config, no variables',
    args: [cli, 'lint', '--no-config', small],
    goal: { most: 1.8 },
  },
  {
    name: 'connectly lint --no-config, with variables',
    args: [cli, 'lint', '--no-config', file],
    goal: { most: 1.8 },
  },
  { name: 'connectly lint FILE (config in TypeScript)', args: [cli, 'lint', file] },
]

function timeOnce({ name, args }: Subject): number {
  const start = performance.now()
  const { status, stderr } = spawnSync(process.execPath, [...args], { cwd: root })
  if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr}`)
  return performance.now() - start
}

const times = new Map(subjects.map((subject) => [subject, [] as number[]]))
for (const subject of subjects) timeOnce(subject)
for (let round = 0; round < rounds; round++) {
  // Taken in turns, so that a busy moment of the machine meets all of them.
  for (const [subject, list] of times) list.push(timeOnce(subject))
}

const floorMs = median(times.get(floor) ?? [])
console.log(`\nstart-up, median of ${rounds} runs\n`)
for (const [{ name, goal }, list] of times) {
  const ms = median(list)
  const ratio = ms / floorMs
  const verdict = goal === undefined ? '' : judgeGoal(ratio, goal)
  console.log(`${name.padEnd(44)} ${ms.toFixed(1).padStart(7)} ms  × ${ratio.toFixed(2)}${verdict}`)
}
