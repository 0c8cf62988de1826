import { wrongAnswers } from './directed-case.ts'
import { directedCases } from './directed-cases.ts'

// node test/proof/ask.ts: prints the directed cases that are not answered as they should be.

const wrong = wrongAnswers(directedCases)
for (const line of wrong) console.log(line)
process.exitCode = wrong.length === 0 ? 0 : 1
