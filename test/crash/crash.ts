import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { helloYaml } from '../helpers/hello-message.ts'
import { diceOf } from '../proof/dice.ts'
import { startCountingServer } from './counting-server.ts'
import { countMoments, dieAtMoment, killAt, randomDeaths } from './crash-deaths.ts'
import { type CrashResult, type CrashSite, crashRun, listOf } from './crash-run.ts'
import { exceptRun } from './except-run.ts'
import { fillDisks } from './full-disk.ts'

// Kills bulk runs again and again, goes on with each, and compares what the journal says with what
// a server of this machine was sent: `node test/crash/crash.ts [kills] [rows] [seed]`. Each run is
// killed several times: whoever goes on with it is killed as well, and the last one ends it.

const deathsOfARun = 10
/** What is installed, which starts sooner than the sources do. */
const cli = join(import.meta.dirname, '../../dist/cli.cjs')
const [kills = 200, rows = 10_000, seed = Date.now() % 1_000_000] = process.argv
  .slice(2)
  .map(Number)

const folder = mkdtempSync(join(tmpdir(), 'connectly-crash-'))
mkdirSync(join(folder, '.git'))
mkdirSync(join(folder, 'messages'))
writeFileSync(join(folder, 'messages/hello.yaml'), helloYaml)
const roll = diceOf(seed)
const dice = (): number => roll(2 ** 31) / 2 ** 31
const server = await startCountingServer(() => dice() * 20)
console.log(`crash test, seed ${seed}`)
const faults = [
  ...(await fillUp()),
  ...(await dieEverywhere()),
  ...(await killRuns()),
  ...(await leaveOut()),
]
server.close()
rmSync(folder, { recursive: true })
for (const fault of faults) console.log(fault)
console.log(faults.length === 0 ? 'no row was doubled, lost or falsely called accepted' : 'FAILED')
process.exitCode = faults.length === 0 ? 0 : 1

function siteOf(count: number, concurrency: number): CrashSite {
  writeFileSync(join(folder, 'list.csv'), listOf(count))
  return { folder, rows: count, concurrency, server }
}

/** kill -9 at random points of long runs. */
async function killRuns(): Promise<readonly string[]> {
  const site = siteOf(rows, 64)
  const results: CrashResult[] = []
  for (let left = kills; left > 0; left -= deathsOfARun) {
    const deaths = randomDeaths(site, Math.min(left, deathsOfARun), dice)
    results.push(await crashRun(site, deaths, { script: cli }))
    report(results)
  }
  return results.flatMap((result) => result.faults)
}

/** A run that died, and another one that leaves out whom it has reached and dies as well. */
async function leaveOut(): Promise<readonly string[]> {
  const site = siteOf(rows, 64)
  const found: string[] = []
  const pairs = Math.ceil(kills / deathsOfARun)
  for (let pair = 0; pair < pairs; pair++) {
    const [first, second] = [dice() * 0.4, 0.7 + dice() * 0.25].map((part) => part * rows)
    const deaths = [killAt(site, first ?? 0, dice), killAt(site, second ?? 0, dice)] as const
    found.push(...(await exceptRun(site, deaths, cli)))
  }
  console.log(
    `${pairs} pairs of runs, each killed, one leaving the other out: ${found.length} faults`,
  )
  return found
}

function report(results: readonly CrashResult[]): void {
  const sum = (count: (result: CrashResult) => number): number =>
    results.reduce((total, result) => total + count(result), 0)
  const deaths = sum((result) => result.before.length)
  const unknown = sum((result) => result.unknown)
  const faults = sum((result) => result.faults.length)
  console.log(
    `${deaths} kills in ${results.length} runs of ${rows}: ${faults} faults; ${(unknown / deaths).toFixed(1)} unknown rows a kill, 64 at once`,
  )
}

/** Right before and right after every commit and every socket write of a short run. */
async function dieEverywhere(): Promise<readonly string[]> {
  const site = siteOf(12, 4)
  const found: string[] = []
  const moments = await countMoments(site)
  // The number of commits depends on what comes in together, so some more are tried.
  for (let moment = 1; moment <= moments + 8; moment++) {
    const { script, env, death } = dieAtMoment(moment)
    const result = await crashRun(site, [death], { script, env, last: cli })
    found.push(...result.faults.map((fault) => `moment ${moment}: ${fault}`))
  }
  console.log(`died at ${moments} commits and socket writes: ${found.length} faults`)
  return found
}

/** Disks that are full before the first request, and after more and more of them. */
async function fillUp(): Promise<readonly string[]> {
  const site = siteOf(2000, 16)
  const sizes = [4, 64, 256, 300, 400, 600, 900]
  const { reason, taken, unknown, faults } = await fillDisks(site, sizes, cli)
  console.log(
    reason === undefined
      ? `journals on ${sizes.length} full disks (${taken.join(', ')} of 2000 taken before), ${unknown} unknown rows: ${faults.length} faults`
      : `no full disk was tried, since none can be mounted here (root can): ${reason}`,
  )
  return faults
}
