import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { helloYaml } from '../helpers/hello-message.ts'
import { diceOf } from '../proof/dice.ts'
import { startCountingServer } from './counting-server.ts'
import { countMoments, dieAtMoment, killAtRandom } from './crash-deaths.ts'
import { type CrashResult, type CrashSite, crashOnce, listOf } from './crash-run.ts'

// Kills bulk runs again and again, goes on with each, and compares what the journal says with what
// a server of this machine was sent: `node test/crash/crash.ts [kills] [rows] [seed]`.

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
const faults = [...(await killRuns()), ...(await dieEverywhere())]
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
  for (let kill = 1; kill <= kills; kill++) {
    const result = await crashOnce(site, killAtRandom(site, dice))
    results.push(result)
    if (kill % 10 === 0 || result.faults.length > 0) report(kill, results)
  }
  report(results.length, results)
  return results.flatMap((result) => result.faults)
}

function report(kill: number, results: readonly CrashResult[]): void {
  const unknown = results.map((result) => result.unknown)
  const sum = unknown.reduce((left, right) => left + right, 0)
  const faults = results.reduce((count, result) => count + result.faults.length, 0)
  console.log(
    `${kill} kills of a run of ${rows}: ${faults} faults; unknown rows: ${(sum / kill).toFixed(1)} on average, ${Math.max(...unknown)} at most`,
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
    const result = await crashOnce(site, death, { script, env })
    found.push(...result.faults.map((fault) => `moment ${moment}: ${fault}`))
  }
  console.log(`died at ${moments} commits and socket writes: ${found.length} faults`)
  return found
}
