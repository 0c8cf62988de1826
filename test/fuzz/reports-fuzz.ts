import * as fc from 'fast-check'
import { hostileText } from '../helpers/arbitrary-hostile-text.ts'
import { checkHostileReport } from '../helpers/hostile-report.ts'

// Hostile texts through every report format: `node test/fuzz/reports-fuzz.ts [texts] [seed]`.

const total = Number(process.argv[2] ?? 100_000)
const seed = Number(process.argv[3] ?? 20_261_122)
const perReport = 25

const texts = fc.array(fc.tuple(hostileText, hostileText), {
  minLength: perReport,
  maxLength: perReport,
})
const numRuns = Math.ceil(total / perReport)
for (const pairs of fc.sample(texts, { numRuns, seed })) checkHostileReport(pairs)
console.log(`${total} hostile texts through every format: each reader found our findings only`)
