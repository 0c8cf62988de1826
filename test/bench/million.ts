import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listOf } from '../crash/crash-run.ts'
import { cleanEnv } from '../helpers/cli-process.ts'
import { helloYaml } from '../helpers/hello-message.ts'
import { judgeGoal } from './goal.ts'

// The most memory that a list of a million rows takes while all of it is checked.

const rows = 1_000_000
const cli = join(import.meta.dirname, '../../dist/cli.cjs')
const folder = mkdtempSync(join(tmpdir(), 'connectly-million-'))
mkdirSync(join(folder, '.git'))
mkdirSync(join(folder, 'messages'))
writeFileSync(join(folder, 'messages/hello.yaml'), helloYaml)
writeFileSync(join(folder, 'list.csv'), listOf(rows))
const hook = join(folder, 'peak.mjs')
writeFileSync(hook, "process.on('exit', () => console.log('peak', process.resourceUsage().maxRSS))")
const begun = performance.now()
const { stdout, stderr, status } = spawnSync(
  process.execPath,
  ['--import', hook, cli, 'bulk', 'hello', 'list.csv', '--dry-run'],
  { cwd: folder, env: cleanEnv(), encoding: 'utf8' },
)
const seconds = (performance.now() - begun) / 1000
rmSync(folder, { recursive: true })
if (status !== 0) throw new Error(`ended with ${status}: ${stderr}`)
const mebibytes = Number(/^peak (\d+)$/m.exec(stdout)?.[1]) / 1024
console.log(
  `\nbulk --dry-run of ${rows} rows: ${seconds.toFixed(0)} s, ${mebibytes.toFixed(0)} MiB at most${judgeGoal(mebibytes, { most: 200 })}`,
)
