import * as fc from 'fast-check'
import { describe, it } from 'vitest'
import { hostileText } from '../../helpers/arbitrary-hostile-text.ts'
import { checkHostileReport } from '../../helpers/hostile-report.ts'

describe('reports of hostile texts', () => {
  it('hold our findings and nothing else, for the reader of each format', () => {
    const texts = fc.array(fc.tuple(hostileText, hostileText), { minLength: 1, maxLength: 20 })
    for (const pairs of fc.sample(texts, 40)) checkHostileReport(pairs)
  })
})
