import { execFileSync, spawn } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:http'
import { createServer as createTcpServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { createSandbox } from '../../src/host/sandbox.ts'
import { serveSandbox } from '../../src/host/sandbox-server.ts'
import { sign } from '../helpers/sign.ts'
import { closeServer, listenOnLoopback } from '../host/raw-server.ts'
import { findRuntimes, type Runtime, versionOf } from './find-runtime.ts'
import type { CheckResult, Site } from './site.ts'

// Packs the package, installs it into a project of its own, generates the senders of messages/
// there, and has Node, Bun and Deno do with them what applications do, against servers of this
// machine. `node test/runtimes/runtimes.ts`; ends with 0 only if every runtime was there and passed.

const root = join(import.meta.dirname, '../..')
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'connectly-runtimes-')))
const project = join(folder, 'project')
let failed = 0

try {
  makeProject()
  for (const runtime of findRuntimes(folder)) {
    if ('program' in runtime) await tryRuntime(runtime)
    else tell(`${runtime.name}: not checked, it cannot be had here: ${runtime.reason}`, true)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
console.log(failed === 0 ? '\nall checks passed' : `\n${failed} FAILED`)
process.exitCode = failed === 0 ? 0 : 1

function tell(line: string, isFailure = false): void {
  if (isFailure) failed++
  console.log(`${isFailure ? 'FAILED' : 'ok'}  ${line}`)
}

/** A project that has the package as npm would give it, and the layout of this repository. */
function makeProject(): void {
  mkdirSync(join(project, 'test/runtimes'), { recursive: true })
  npm(root, ['pack', '--silent', '--pack-destination', folder])
  const packed = readdirSync(folder).find((name) => name.endsWith('.tgz'))
  if (packed === undefined) throw new Error('npm packed nothing')
  writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }')
  npm(project, ['install', '--ignore-scripts', '--no-audit', '--no-fund', join(folder, packed)])
  for (const path of [
    'messages',
    'connectly.config.ts',
    'test/runtimes/checks.ts',
    'test/runtimes/site.ts',
  ]) {
    cpSync(join(root, path), join(project, path), { recursive: true })
  }
  const cli = join(project, 'node_modules/connectly-messages/dist/cli.cjs')
  const said = execFileSync(process.execPath, [cli, 'generate'], { cwd: project, encoding: 'utf8' })
  console.log(`${packed}: ${said.trim()}\n`)
}

function npm(cwd: string, args: readonly string[]): void {
  execFileSync('npm', args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] })
}

async function tryRuntime(runtime: Runtime): Promise<void> {
  const name = `${runtime.name} ${versionOf(runtime)}`
  const trial = await openTrial()
  const child = spawn(
    runtime.program,
    [...runtime.args, join(project, 'test/runtimes/checks.ts'), JSON.stringify(trial.site)],
    { cwd: project, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', resolve)
  })
  const [out, errors, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  const results = out.split('\n').filter((line) => line.startsWith('{'))
  for (const line of results) {
    const { check, problem }: CheckResult = JSON.parse(line)
    tell(`${name}: ${check}${problem === undefined ? '' : `: ${problem}`}`, problem !== undefined)
  }
  if (code !== 0 || results.length === 0) tell(`${name}: ended with ${code}, ${errors}`, true)
  for (const fault of trial.faults()) tell(`${name}: ${fault}`, true)
  if (trial.faults().length === 0)
    tell(`${name}: sent nothing twice, and nothing that it called unsent`)
  await trial.close()
}

/** The servers of one trial. */
interface Trial {
  readonly site: Site
  /** What arrived otherwise than it should have. */
  faults(): readonly string[]
  close(): Promise<void>
}

async function openTrial(): Promise<Trial> {
  const open = createSandbox()
  const closedWindow = createSandbox({ scenarios: ['window-closed'] })
  const resetAfter = createSandbox({ scenarios: ['reset-after'] })
  const hangAfter = createSandbox({ scenarios: ['hang-after'] })
  const sandboxes = [open, closedWindow, resetAfter, hangAfter]
  const servers = await Promise.all(sandboxes.map((sandbox) => serveSandbox(sandbox)))
  const [atOpen = '', atClosed = '', atReset = '', atHang = ''] = servers.map(({ url }) => url)
  const redirecting = createServer((_request, response) => {
    response.writeHead(307, { location: `${atOpen}/v1/businesses/demo/send/messages` }).end()
  })
  const redirect = `http://127.0.0.1:${await listenOnLoopback(redirecting)}`
  const body = JSON.stringify({
    sender: { id: '+16044441111', channelType: 'whatsapp' },
    buttonResponse: { text: 'Parcel Boots', payload: 'parcel:1' },
  })
  const secret = 'runtime-check-secret'
  const webhook = { body, signature: sign(body, secret) }
  const deaf = await freeAddress()
  const sites = { open: atOpen, closedWindow: atClosed, resetAfter: atReset, hangAfter: atHang }
  return {
    site: { ...sites, redirect, deaf, secret, webhook },
    faults: () => {
      const counts = sandboxes.map((sandbox) => sandbox.acceptedCount())
      const wanted = [1, 0, 1, 1]
      return Object.keys(sites)
        .map((name, index) => `${name} accepted ${counts[index]}, not ${wanted[index]}`)
        .filter((_, index) => counts[index] !== wanted[index])
    },
    close: async () => {
      redirecting.closeAllConnections()
      await Promise.all([...servers.map((server) => server.close()), closeServer(redirecting)])
    },
  }
}

/** An address of this machine where nobody listens. */
async function freeAddress(): Promise<string> {
  const server = createTcpServer()
  const port = await listenOnLoopback(server)
  await closeServer(server)
  return `http://127.0.0.1:${port}`
}
