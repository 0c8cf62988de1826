import { readCorpus } from './corpus.ts'
import { runFuzz } from './fuzz-run.ts'

// Tries a part of all inputs, and reports every few of them.

const [seed = 0, first = 0, cases = 0] = process.argv.slice(2).map(Number)
const corpus = readCorpus()
const step = 100
for (let done = 0; done < cases; done += step) {
  const count = Math.min(step, cases - done)
  process.send?.(
    runFuzz({ seed, first: first + done, cases: count, corpus, maxMilliseconds: 1000 }),
  )
}
process.disconnect?.()
