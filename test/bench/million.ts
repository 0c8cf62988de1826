import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { startCountingServer } from '../crash/counting-server.ts'
import { listOf } from '../crash/crash-run.ts'
import { cleanEnv } from '../helpers/cli-process.ts'
import { helloYaml } from '../helpers/hello-message.ts'
import { judgeGoal } from './goal.ts'

// The most memory that is taken by checking a list of a million rows, and by sending so many of them
// that it grows no more.

const cli = join(import.meta.dirname, '../../dist/cli.cjs')
const folder = mkdtempSync(join(tmpdir(), 'connectly-million-'))
mkdirSync(join(folder, '.git'))
mkdirSync(join(folder, 'messages'))
writeFileSync(join(folder, 'messages/hello.yaml'), helloYaml)
const hook = join(folder, 'peak.mjs')
writeFileSync(hook, "process.on('exit', () => console.log('peak', process.resourceUsage().maxRSS))")

async function measure(rows: number, args: readonly string[], env: object): Promise<void> {
  const list = `${rows}.csv`
  writeFileSync(join(folder, list), listOf(rows))
  const begun = performance.now()
  const child = spawn(process.execPath, ['--import', hook, cli, 'bulk', 'hello', list, ...args], {
    cwd: folder,
    env: { ...cleanEnv(), ...env },
  })
  const [stdout, stderr, [status]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ])
  if (status !== 0) throw new Error(`ended with ${status}: ${stderr}`)
  const seconds = ((performance.now() - begun) / 1000).toFixed(0)
  const mebibytes = Number(/^peak (\d+)$/m.exec(stdout)?.[1]) / 1024
  const judged = judgeGoal(mebibytes, { most: 200 })
  console.log(
    `bulk ${args[0]} of ${rows} rows: ${seconds} s, ${mebibytes.toFixed(0)} MiB at most${judged}`,
  )
}

console.log()
const server = await startCountingServer(() => 0)
await measure(60_000, ['--yes', '--rate', '1000000', '--concurrency', '64'], {
  CONNECTLY_API_KEY: 'a-key',
  CONNECTLY_BUSINESS_ID: 'a-business',
  CONNECTLY_BASE_URL: server.url,
})
server.close()
await measure(1_000_000, ['--dry-run'], {})
rmSync(folder, { recursive: true })
