import { loadavg } from 'node:os'

// Prints ratios against a floor that is measured in the same run, since seconds of two machines,
// or of one machine on two days, say nothing about each other. Ends with 1 where a goal is missed.
//
// node test/bench/bench.ts [parts…]: some of the parts, by name; all of them without any.

const parts: { readonly [name: string]: () => Promise<unknown> } = {
  start: () => import('./start.ts'),
  files: () => import('./many-files.ts'),
  client: () => import('./client-size.ts'),
  generate: () => import('./generate.ts'),
  sandbox: () => import('./sandbox.ts'),
  bulk: () => import('./bulk.ts'),
  million: () => import('./million.ts'),
  pace: () => import('./pace.ts'),
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !Object.hasOwn(parts, name))
if (unknown.length > 0) {
  console.error(`there is no ${unknown.join(', ')}: the parts are ${Object.keys(parts).join(', ')}`)
  process.exitCode = 2
} else {
  const load = loadavg().map((average) => average.toFixed(1))
  console.log(`Node ${process.version}, load ${load.join(' ')}`)
  for (const [name, run] of Object.entries(parts)) {
    if (asked.length === 0 || asked.includes(name)) await run()
  }
}
