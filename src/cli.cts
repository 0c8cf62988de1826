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
  require('node:module').enableCompileCache()
  import('./start.ts')
    .then(({ start }) => start(args))
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

function isTooOld(): boolean {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [, neededMajor = 0, neededMinor = 0] = (/(\d+)\.(\d+)/.exec(engines.node) ?? []).map(Number)
  return major < neededMajor || (major === neededMajor && minor < neededMinor)
}
