import { readCorpus } from './corpus.ts'
import { runFuzz } from './fuzz-run.ts'

// node test/fuzz/fuzz.ts [cases] [seed]: feeds the compiler with what nobody would write. It may
// not throw, lose its place, say too much, or take longer than a second.

const cases = Number(process.argv[2] ?? 20_000)
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000)
const start = performance.now()
const report = runFuzz({ seed, cases, corpus: readCorpus(), maxMilliseconds: 1000 })

const seconds = Math.round((performance.now() - start) / 1000)
console.log(`seed ${seed}, ${report.cases} inputs, ${report.diagnostics} diagnostics, ${seconds} s`)
console.log(`the slowest took ${Math.round(report.slowest)} ms: ${report.slowestInput}`)
for (const { input, problem } of report.failures) {
  console.log(`\n${problem}\n${JSON.stringify(input.slice(0, 2000))}`)
}
process.exitCode = report.failures.length === 0 ? 0 : 1
