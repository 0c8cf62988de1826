import { wrongAnswers } from './directed-case.ts'
import { directedCases } from './directed-cases.ts'

// node test/proof/ask.ts: prints the directed cases that are not answered as they should be.

// At once, since a weakened checker may go on for ever with the next one.
for (const one of directedCases) {
  for (const line of wrongAnswers([one])) {
    console.log(line)
    process.exitCode = 1
  }
}
