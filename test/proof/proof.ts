import { stringify } from 'yaml'
import { runProof } from './proof-run.ts'
import { shrink } from './shrink.ts'

// node test/proof/proof.ts [cases] [seed] [first]: tries to show that the checker is wrong; with
// `first` it stops at the first failure.

const cases = Number(process.argv[2] ?? 2000)
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000)
const stopsAtFirst = process.argv[4] === 'first'
const start = performance.now()
const { counts, failures } = runProof({
  cases,
  seed,
  cap: 6000,
  stopsAtFirst,
})

console.log(
  `seed ${seed}, ${cases} files of each kind, ${Math.round((performance.now() - start) / 1000)} s\n`,
)
for (const [name, count] of Object.entries(counts))
  console.log(`${String(count).padStart(9)}  ${name}`)
for (const failure of failures) {
  const { kind, about, detail, variables, index, times } = failure
  console.log(`\n${kind}: ${about}: ${detail} (${times} times, case ${index})`)
  if (variables !== undefined) console.log(`with ${JSON.stringify(variables)}`)
  console.log(stringify(stopsAtFirst ? failure.root : shrink(failure)))
}
process.exitCode = failures.length === 0 ? 0 : 1
