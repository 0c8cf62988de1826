import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../src/language/document.ts'

interface SuiteCase {
  readonly id: string
  readonly name: string
  readonly fail: boolean
  readonly yaml: string
  readonly json?: string
}

const data = new URL('../../../shared/data/yaml-test-suite.json', import.meta.url)
const cases = existsSync(data) ? readCases() : []

function readCases(): readonly SuiteCase[] {
  const suite: { readonly cases: readonly SuiteCase[] } = JSON.parse(readFileSync(data, 'utf8'))
  return suite.cases
}

describe('the YAML test suite', () => {
  it('is read or refused, each refusal with a place inside the file', (context) => {
    if (cases.length === 0) context.skip('the data of the suite is not on this machine')
    for (const { id, yaml } of cases) {
      const { findings, value } = parseDocument({ path: id, text: yaml })
      expect(findings.length > 0 || value !== undefined, id).toBe(true)
      for (const { range } of findings) {
        expect(range.start, id).toBeGreaterThanOrEqual(0)
        expect(range.end, id).toBeGreaterThanOrEqual(range.start)
        expect(range.end, id).toBeLessThanOrEqual(yaml.length)
      }
    }
  })

  it('has no broken case that is accepted and no whole one that is called broken', (context) => {
    if (cases.length === 0) context.skip('the data of the suite is not on this machine')
    const rulesOf = (text: string): readonly string[] =>
      parseDocument({ path: 'a.yaml', text }).findings.map(({ rule }) => rule)
    const broken = cases.filter(({ fail }) => fail)
    const whole = cases.filter(({ fail }) => !fail)
    expect(broken.filter(({ yaml }) => rulesOf(yaml).length === 0).map(({ id }) => id)).toEqual([])
    expect(
      whole.filter(({ yaml }) => rulesOf(yaml).includes('yaml-syntax')).map(({ id }) => id),
    ).toEqual([])
  })

  it('gives the values that the suite gives', (context) => {
    if (cases.length === 0) context.skip('the data of the suite is not on this machine')
    for (const { id, yaml, json } of cases) {
      const { findings, value } = parseDocument({ path: id, text: yaml })
      if (findings.length === 0 && json !== undefined) expect(value, id).toEqual(JSON.parse(json))
    }
  })
})
