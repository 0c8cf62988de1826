import { fuzzRecipients } from './recipients-run.ts'

// node test/fuzz/recipients.ts [cases] [seed]: mutated lists of recipients. Nothing may be thrown,
// each mistake has its place, and what passes can be sent.

const cases = Number(process.argv[2] ?? 100_000)
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000)
const start = performance.now()
const { clean, problems, failures } = await fuzzRecipients(seed, cases)

const seconds = Math.round((performance.now() - start) / 1000)
console.log(
  `seed ${seed}, ${cases} lists, ${clean} of them clean, ${problems} problems, ${seconds} s: ${failures.length} failures`,
)
for (const { text, fault } of failures.slice(0, 10)) {
  console.log(`\n${fault}\n${JSON.stringify(text.slice(0, 2000))}`)
}
process.exitCode = failures.length === 0 ? 0 : 1
