#!/usr/bin/env node
// CommonJS, so that the answer to `--version` needs neither the loader of modules nor a file more.
const { engines, version } = require('../package.json')

const args = process.argv.slice(2)

// The streams of `process` take longer than all the rest: written to directly.
const print = (descriptor: 1 | 2, text: string): number =>
  require('node:fs').writeSync(descriptor, `${text}\n`)

if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
  print(1, version)
} else if (isTooOld()) {
  print(2, `connectly needs Node ${engines.node}, this is ${process.versions.node}`)
  process.exitCode = 2
} else {
  const { compileLazily } = compileForCache()
  import('./start.ts')
    .then(({ start }) => {
      compileLazily()
      return start(args)
    })
    .then(
      (code) => {
        process.exitCode = code
      },
      (error: unknown) => {
        console.error(error)
        process.exitCode = 70
      },
    )
}

/**
 * Node's cache holds what was compiled when a file was loaded, and V8 leaves most functions for
 * their first call: those were compiled again at every start, for a quarter of its time. So the
 * file of `lint` is compiled as a whole, where there is a cache to keep it.
 */
function compileForCache(): { readonly compileLazily: () => void } {
  const { constants, enableCompileCache } = require('node:module')
  const { ENABLED, ALREADY_ENABLED } = constants.compileCacheStatus
  const { status } = enableCompileCache()
  if (status !== ENABLED && status !== ALREADY_ENABLED) return { compileLazily: () => {} }
  const { setFlagsFromString } = require('node:v8')
  setFlagsFromString('--no-lazy')
  return { compileLazily: () => setFlagsFromString('--lazy') }
}

function isTooOld(): boolean {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [, neededMajor = 0, neededMinor = 0] = (/(\d+)\.(\d+)/.exec(engines.node) ?? []).map(Number)
  return major < neededMajor || (major === neededMajor && minor < neededMinor)
}
