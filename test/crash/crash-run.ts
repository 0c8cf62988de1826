import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
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
  /** @defaultValue `list.csv.journal` in the folder */
  readonly journal?: string
}

/** What a run that was killed and gone on with came to. */
export interface CrashResult {
  /** Messages that were taken when each of the processes died. */
  readonly before: readonly number[]
  readonly unknown: number
  /** What must never happen; empty where it did not. */
  readonly faults: readonly string[]
}

/** How a process of a run ends. */
export type Death = (child: ChildProcess) => Promise<void>

/**
 * Runs `bulk`, lets its process die, goes on with the run in another one that dies as well, and so
 * on; the last one lives. After each, journal and server are compared.
 */
export async function crashRun(
  site: CrashSite,
  deaths: readonly Death[],
  { script = cliPath, env = {}, last = script }: CrashOptions = {},
): Promise<CrashResult> {
  for (const suffix of suffixes) rmSync(`${journalOf(site)}${suffix}`, { force: true })
  site.server.forget()
  const before: number[] = []
  const faults: string[] = []
  for (const death of deaths) {
    const child = startBulk(site, script, goOn(site), env)
    const ended = finish(child)
    await death(child)
    await ended
    before.push(site.server.total)
    const states = readStates(site)
    if (states !== undefined) faults.push(...findFaults(site, states))
  }
  const { code, output } = await finish(startBulk(site, last, goOn(site), {}))
  const end = judgeEnd(site, code, output, deaths.length)
  return { before, unknown: end.unknown, faults: [...faults, ...end.faults] }
}

/** How the processes of a run are started. */
export interface CrashOptions {
  readonly script?: string
  readonly env?: object
  /** The one that lives. @defaultValue `script` */
  readonly last?: string
}

const suffixes = ['', '-wal', '-journal', '-shm']

function journalOf({ folder, journal }: CrashSite): string {
  return journal ?? join(folder, 'list.csv.journal')
}

/** Where no run had begun there is nothing to go on with. */
function goOn(site: CrashSite): readonly string[] {
  return readStates(site) === undefined ? [] : ['--resume']
}

/** Starts `bulk` over the list of a site. */
export function startBulk(
  site: CrashSite,
  script: string,
  more: readonly string[],
  env: object,
): ChildProcess {
  const { folder, server, concurrency } = site
  const args = ['bulk', 'hello', 'list.csv', '--yes', '--rate', '1000000', ...more]
  args.push('--concurrency', String(concurrency), '--journal', journalOf(site))
  return spawn(process.execPath, [script, ...args], {
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

/** Waits for the end of a process. */
export async function finish(
  child: ChildProcess,
): Promise<{ readonly code: unknown; readonly output: string }> {
  const [[code], out, log] = await Promise.all([
    once(child, 'close'),
    child.stdout === null ? '' : text(child.stdout),
    child.stderr === null ? '' : text(child.stderr),
  ])
  return { code, output: out + log }
}

interface States {
  readonly accepted: ReadonlyMap<number, string>
  readonly unknown: number
  readonly others: readonly string[]
}

/**
 * What a journal says, where a run had begun. A copy is read: whoever opens the journal itself would
 * mend what the dead process left behind, and the next one shall find it as it is.
 */
function readStates(site: CrashSite): States | undefined {
  const copies = mkdtempSync(join(tmpdir(), 'connectly-journal-'))
  try {
    const copy = join(copies, 'journal')
    for (const suffix of suffixes) {
      const file = `${journalOf(site)}${suffix}`
      if (existsSync(file)) copyFileSync(file, `${copy}${suffix}`)
    }
    return existsSync(copy) ? readCopy(copy) : undefined
  } finally {
    rmSync(copies, { recursive: true })
  }
}

function readCopy(copy: string): States | undefined {
  const database = new DatabaseSync(copy)
  try {
    const found = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'run'").get()
    if (found === undefined) return undefined
    const accepted = new Map<number, string>()
    const others: string[] = []
    let unknown = 0
    for (const { row, state, id } of database.prepare('SELECT row, state, id FROM rows').all()) {
      if (state === 'accepted') accepted.set(Number(row), String(id))
      else if (state === 'unknown') unknown++
      else others.push(`row ${row} is ${state}`)
    }
    return { accepted, unknown, others }
  } finally {
    database.close()
  }
}

/** The number of the recipient of a row. */
export function numberOf(row: number): string {
  return `+1604${1000000 + row}`
}

/** What must not be true at any moment. */
function findFaults({ rows, server }: CrashSite, { accepted }: States): readonly string[] {
  const faults: string[] = []
  for (let row = 1; row <= rows; row++) {
    const ids = server.taken.get(numberOf(row)) ?? []
    const id = accepted.get(row)
    if (ids.length > 1) faults.push(`row ${row} was doubled`)
    if (id !== undefined && !ids.includes(id)) faults.push(`row ${row} was never taken`)
  }
  return faults
}

/** Compares journal and server after the last process of a run. */
export function judgeEnd(
  site: CrashSite,
  code: unknown,
  output: string,
  deaths: number,
): { readonly unknown: number; readonly faults: readonly string[] } {
  const states = readStates(site)
  if (states === undefined) return { unknown: 0, faults: [`there is no run:\n${output}`] }
  const { accepted, unknown, others } = states
  const faults: string[] = [...others, ...findFaults(site, states)]
  if (accepted.size + unknown !== site.rows) {
    faults.push(`${accepted.size} + ${unknown} of ${site.rows} rows`)
  }
  const most = site.concurrency * deaths
  if (unknown > most) faults.push(`${unknown} unknown rows, ${most} were under way at most`)
  const expected = unknown > 0 ? 3 : 0
  if (code !== expected) faults.push(`ended with ${code} and not ${expected}:\n${output}`)
  return { unknown, faults }
}

/** A list of so many recipients. */
export function listOf(rows: number): string {
  const lines = Array.from({ length: rows }, (_, index) => `${numberOf(index + 1)},Ana\n`)
  return `to,customer\n${lines.join('')}`
}
