import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compilers, runGenerateFuzz } from './generate-run.ts'

// node test/fuzz/generate-fuzz.ts [strings] [seed]: generates senders of messages that hold hostile
// strings wherever a string can stand. What is generated compiles under three TypeScripts, does
// nothing when it is imported, and renders what `connectly render` does.

const wanted = Number(process.argv[2] ?? 100_000)
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000)
const messagesAtOnce = 500

let [strings, messages, refused, renderings] = [0, 0, 0, 0]
const failures: string[] = []
for (let round = 0; strings < wanted && failures.length === 0; round++) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'connectly-generate-fuzz-')))
  try {
    const report = await runGenerateFuzz({
      seed: seed + round,
      messages: messagesAtOnce,
      compilers,
      folder,
    })
    strings += report.strings
    messages += report.messages
    refused += report.refused
    renderings += report.renderings
    failures.push(...report.failures)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
console.log(
  `seed ${seed}: ${strings} strings in ${messages} messages (${refused} refused), ${renderings} renderings`,
)
for (const failure of failures.slice(0, 20)) console.log(failure.slice(0, 500))
process.exitCode = failures.length === 0 ? 0 : 1
