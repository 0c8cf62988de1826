import { runPairs } from './diff/run-pairs.ts'

// node test/fuzz/diff-fuzz.ts [pairs] [seed]: holds the verdicts of `connectly diff` against the
// compiler, the checks at run time and both decoders.

const pairs = Number(process.argv[2] ?? 10_000)
const first = Number(process.argv[3] ?? Date.now() % 1_000_000)
const batch = 200

const counts: Record<string, number> = {}
const mutations: Record<string, number> = {}
let wrong = 0
for (let done = 0, seed = first; done < pairs; done += batch, seed++) {
  const report = await runPairs({ pairs: Math.min(batch, pairs - done), seed })
  add(counts, report.counts)
  add(mutations, report.mutations)
  for (const failure of report.failures) console.log(`${failure}\n`)
  wrong += report.failures.length
  console.log(`${done + report.pairs} pairs, seed ${seed}, ${wrong} wrong verdicts`)
}
console.log(JSON.stringify({ counts, mutations }, null, 2))
process.exitCode = wrong === 0 ? 0 : 1

function add(sum: Record<string, number>, more: { readonly [name: string]: number }): void {
  for (const [name, count] of Object.entries(more)) sum[name] = (sum[name] ?? 0) + count
}
