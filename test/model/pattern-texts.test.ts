import { describe, expect, it } from 'vitest'
import { parsePattern } from '../../src/model/pattern.ts'
import { anyText, graphOf } from '../../src/model/pattern-graph.ts'
import { tabulateLengths, textsOfLength } from '../../src/model/pattern-texts.ts'

function textsOf(source: string, length: number): string[] {
  const result = parsePattern(source)
  if ('problem' in result) throw new Error(result.problem.message)
  const graph = graphOf(result.pattern.root, anyText)
  const table = tabulateLengths(graph, length)
  return table === undefined ? [] : [...textsOfLength(graph, table, length)]
}

describe('the texts of a pattern', () => {
  it('end soon where nearly all of them differ in case only', () => {
    const start = performance.now()
    expect(textsOf('^[aA]{40}$', 40)).toEqual(['A'.repeat(40)])
    expect(textsOf('^[aA]{40}[0-9]$', 41)).toHaveLength(10)
    expect(textsOf('^(A|a){40}[0-9]$', 41).length).toBeGreaterThan(0)
    expect(performance.now() - start).toBeLessThan(3000)
  })

  it('are all there where they are few', () => {
    expect(textsOf('^[ab][01]$', 2).toSorted()).toEqual(
      ['A0', 'A1', 'B0', 'B1'].map((text) => text.toLowerCase()),
    )
    expect(textsOf('^(ab|cd|ef)$', 2).toSorted()).toEqual(['ab', 'cd', 'ef'])
  })
})
