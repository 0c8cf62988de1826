import { caseSeed, diceOf, pick } from '../proof/dice.ts'
import { readCorpus } from './corpus.ts'
import { mutateText } from './mutate-text.ts'
import { compareWays } from './parity-run.ts'

// node test/fuzz/parity.ts [files] [seed]: mutated files, linted in every way that there is. What
// is said of a file may not depend on how it was named.

const count = Number(process.argv[2] ?? 1000)
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000)
const corpus = readCorpus()
const start = performance.now()
const texts = Array.from({ length: count }, (_, index) => {
  const roll = diceOf(caseSeed(seed, index))
  return mutateText(pick(roll, corpus), roll)
})
const { files, diagnostics, differences } = await compareWays(texts)

const seconds = Math.round((performance.now() - start) / 1000)
console.log(
  `seed ${seed}, ${files} files, ${diagnostics} findings, ${seconds} s: ${differences.length} differences`,
)
for (const { way, path, text, expected, actual } of differences.slice(0, 10)) {
  console.log(`\n${way} ${path}\n${JSON.stringify(text.slice(0, 1000))}\n${expected}\n${actual}`)
}
process.exitCode = differences.length === 0 ? 0 : 1
