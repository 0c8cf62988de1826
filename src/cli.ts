#!/usr/bin/env node
import { writeSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import packageJson from '../package.json' with { type: 'json' }
import { preload } from './host/preload.ts'

// The bundler makes one file of this and what it imports, so that the answer to `--version` needs
// no file more, and no loader of modules.
const { engines, version } = packageJson

// The streams of `process` take longer than all the rest: written to directly.
const print = (descriptor: 1 | 2, text: string): number => writeSync(descriptor, `${text}\n`)

const args = process.argv.slice(2)
if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
  print(1, version)
} else if (isTooOld()) {
  print(2, `connectly needs Node ${engines.node}, this is ${process.versions.node}`)
  process.exitCode = 2
} else {
  run().then(
    (code) => {
      process.exitCode = code
    },
    (error: unknown) => {
      console.error(error)
      process.exitCode = 70
    },
  )
}

async function run(): Promise<number> {
  const preloaded = preload(join(import.meta.dirname, 'command/lint.cjs'), bundleDigest())
  // What `lint` needs is in one file; the others are looked up in the cache that Node keeps.
  if (args[0] !== 'lint' || !args.includes('--no-config')) enableCompileCache()
  const { start } = await import('./start.ts')
  const code = await start(args)
  if (args[0] === 'lint' && code <= 1 && preloaded?.isFromCache === false) {
    const { warmUp } = await import('./commands/warm-up.ts')
    warmUp()
    await preloaded.keep()
  }
  return code
}

declare const lintDigest: string

/** What tells one build of the bundle from another; the sources are no bundle. */
function bundleDigest(): string | undefined {
  return typeof lintDigest === 'undefined' ? undefined : `${version} ${lintDigest}`
}

function isTooOld(): boolean {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [, neededMajor = 0, neededMinor = 0] = (/(\d+)\.(\d+)/.exec(engines.node) ?? []).map(Number)
  return major < neededMajor || (major === neededMajor && minor < neededMinor)
}
