#!/usr/bin/env node
// CommonJS, so that the answer to `--version` needs neither the loader of modules nor a file more.
const { version } = require('../package.json')

const args = process.argv.slice(2)

if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
  // `console` would make the stream first, which takes longer than all the rest.
  require('node:fs').writeSync(1, `${version}\n`)
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
