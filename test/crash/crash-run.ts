import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { text } from 'node:stream/consumers'
import { cleanEnv, cliPath } from '../helpers/cli-process.ts'
import type { CountingServer } from './counting-server.ts'

/** A folder with a message and a list, and the server that is sent to. */
export interface CrashSite {
  readonly folder: string
  readonly rows: number
  readonly concurrency: number
  readonly server: CountingServer
}

/** What a run that was killed and gone on with came to. */
export interface CrashResult {
  /** Messages that were taken before the end of the first process. */
  readonly before: number
  readonly unknown: number
  /** What must never happen; empty where it did not. */
  readonly faults: readonly string[]
}

/** How the first process of a run ends. */
export type Death = (child: ChildProcess) => Promise<void>

/** Runs `bulk`, lets its process die, goes on with the run, and compares journal and server. */
export async function crashOnce(
  site: CrashSite,
  death: Death,
  { script = cliPath, env = {} }: { readonly script?: string; readonly env?: object } = {},
): Promise<CrashResult> {
  const { folder, server } = site
  for (const suffix of ['', '-wal', '-journal', '-shm']) {
    rmSync(join(folder, `list.csv.journal${suffix}`), { force: true })
  }
  server.forget()
  const child = startBulk(site, script, [], env)
  const ended = once(child, 'exit')
  await death(child)
  await ended
  const before = server.total
  const resumed = hasRun(folder) ? ['--resume'] : []
  const { code, output } = await finish(startBulk(site, cliPath, resumed, {}))
  const states = readStates(folder)
  return { before, unknown: states.unknown, faults: findFaults(site, states, code, output) }
}

function startBulk(
  { folder, server, concurrency }: CrashSite,
  script: string,
  more: readonly string[],
  env: object,
): ChildProcess {
  const args = ['bulk', 'hello', 'list.csv', '--yes', '--rate', '1000000', ...more]
  return spawn(process.execPath, [script, ...args, '--concurrency', String(concurrency)], {
    cwd: folder,
    env: {
      ...cleanEnv(),
      CONNECTLY_API_KEY: 'sk-live-1',
      CONNECTLY_BUSINESS_ID: 'shop',
      CONNECTLY_BASE_URL: server.url,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
}

async function finish(
  child: ChildProcess,
): Promise<{ readonly code: unknown; readonly output: string }> {
  const [[code], out, log] = await Promise.all([
    once(child, 'close'),
    child.stdout === null ? '' : text(child.stdout),
    child.stderr === null ? '' : text(child.stderr),
  ])
  return { code, output: out + log }
}

/** Whether a run had begun; before that there is nothing to go on with. */
function hasRun(folder: string): boolean {
  try {
    const database = new DatabaseSync(join(folder, 'list.csv.journal'))
    const found = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'run'").get()
    database.close()
    return found !== undefined
  } catch {
    return false
  }
}

interface States {
  readonly accepted: ReadonlyMap<number, string>
  readonly unknown: number
  readonly others: readonly string[]
}

function readStates(folder: string): States {
  const database = new DatabaseSync(join(folder, 'list.csv.journal'))
  const accepted = new Map<number, string>()
  const others: string[] = []
  let unknown = 0
  for (const { row, state, id } of database.prepare('SELECT row, state, id FROM rows').all()) {
    if (state === 'accepted') accepted.set(Number(row), String(id))
    else if (state === 'unknown') unknown++
    else others.push(`row ${row} is ${state}`)
  }
  database.close()
  return { accepted, unknown, others }
}

/** The number of the recipient of a row. */
export function numberOf(row: number): string {
  return `+1604${1000000 + row}`
}

function findFaults(
  { rows, concurrency, server }: CrashSite,
  { accepted, unknown, others }: States,
  code: unknown,
  output: string,
): readonly string[] {
  const faults: string[] = [...others]
  for (let row = 1; row <= rows; row++) {
    const ids = server.taken.get(numberOf(row)) ?? []
    const id = accepted.get(row)
    if (ids.length > 1) faults.push(`row ${row} was doubled`)
    if (id !== undefined && !ids.includes(id)) faults.push(`row ${row} was never taken`)
  }
  if (accepted.size + unknown !== rows) faults.push(`${accepted.size} + ${unknown} of ${rows} rows`)
  if (unknown > concurrency) faults.push(`${unknown} unknown rows, ${concurrency} at once`)
  const expected = unknown > 0 ? 3 : 0
  if (code !== expected) faults.push(`ended with ${code} and not ${expected}:\n${output}`)
  return faults
}

/** A list of so many recipients. */
export function listOf(rows: number): string {
  const lines = Array.from({ length: rows }, (_, index) => `${numberOf(index + 1)},Ana\n`)
  return `to,customer\n${lines.join('')}`
}
