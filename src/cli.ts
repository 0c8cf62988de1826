#!/usr/bin/env node
import { enableCompileCache } from 'node:module'
import packageJson from '../package.json' with { type: 'json' }

const args = process.argv.slice(2)
const { version } = packageJson

// Asked often, by scripts and editors: answered before anything else is loaded.
if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
  console.log(version)
} else {
  enableCompileCache()
  const { start } = await import('./start.ts')
  process.exitCode = await start(args, version)
}
