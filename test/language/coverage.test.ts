import fc from 'fast-check'
import { expect, it } from 'vitest'
import { coverageOf } from '../../src/language/coverage.ts'
import type { ShapeFinding } from '../../src/language/shape-finding.ts'
import { isInside, isSamePath, type Path } from '../../src/model/source.ts'

/** The same of one earlier finding, without an index. */
function covers({ rule, path, covers: place }: ShapeFinding, at: Path, later: string): boolean {
  if (place !== undefined && isSamePath(at, place)) return true
  if (rule === 'missing-key') return isSamePath(at, path)
  const isSpokenFor =
    (rule === 'wrong-type' && later === 'too-few-items') ||
    (rule === 'unknown-key' && later === 'missing-field')
  return isSpokenFor ? isSamePath(at, path.slice(0, -1)) : isInside(at, path)
}

const path = fc.array(fc.constantFrom<string | number>('a', '0', 0, 1), { maxLength: 3 })
const earlier = fc.record(
  {
    rule: fc.constantFrom('wrong-type', 'unknown-key', 'missing-key', 'invalid-value'),
    path,
    covers: path,
  },
  { requiredKeys: ['rule', 'path'] },
)
const later = fc.constantFrom('too-few-items', 'missing-field', 'text-too-long')

it('says what a comparison with each earlier finding says', () => {
  fc.assert(
    fc.property(fc.array(earlier, { maxLength: 4 }), path, later, (places, at, rule) => {
      const findings = places.map((place) => ({ ...place, message: '' }))
      const expected = findings.some((finding) => covers(finding, at, rule))
      expect(coverageOf(findings)({ rule, path: at })).toBe(expected)
    }),
    { numRuns: 3000 },
  )
})
