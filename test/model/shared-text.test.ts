import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TextPart } from '../../src/model/bounds.ts'
import type { Declaration } from '../../src/model/declaration.ts'
import { graphOfPattern } from '../../src/model/declared-graph.ts'
import { foldCase } from '../../src/model/fold-case.ts'
import { literalShape, shapeOf } from '../../src/model/shape-of.ts'
import { findSharedText, type SharedText } from '../../src/model/shared-text.ts'
import { graphOfParts, graphOfPatternAlone } from '../../src/model/text-graph.ts'
import { dice, legalValue } from '../helpers/legal-values.ts'
import { declare, scalarDeclarations } from './arbitrary-declaration.ts'

const span = { start: 0, end: 0 }

function fixed(text: string): TextPart {
  return { span, shape: literalShape(text) }
}

function variable(declaration: Declaration): TextPart {
  const shape = shapeOf(declaration)
  const reference = {
    names: ['v'],
    declaration,
    declaredAt: ['variables', 'v'],
    shape: () => shape,
    shapeUpTo: () => shape,
    longestSpaceRun: () => shape.length.max,
  }
  return { span, shape, reference }
}

function share(
  left: readonly TextPart[],
  right: readonly TextPart[],
  { ignoresCase = false, mustDiffer = false } = {},
): SharedText | 'none' | 'unknown' {
  const graphs = [graphOfParts(left, ignoresCase), graphOfParts(right, ignoresCase)] as const
  return findSharedText(...graphs, { budget: 100_000, isTrimmed: true, mustDiffer })
}

const pieces = fc.constantFrom('a', 'A', 'b', ' ', 'ß', 'S', 's', 'Σ', 'ς', 'σ', 'ﬃ', 'İ', '😀', '')

describe('what two texts share', () => {
  it('holds every value that a declaration allows', () => {
    fc.assert(
      fc.property(scalarDeclarations, dice, (declaration, roll) => {
        const value = legalValue(declaration, roll)
        if (value === undefined) return
        expect([
          declaration,
          value,
          typeof share([variable(declaration)], [fixed(String(value))]),
        ]).toEqual([declaration, value, 'object'])
      }),
      { numRuns: 400 },
    )
  })

  it('is nothing or a text that is the same after trimming', () => {
    const texts = fc.array(pieces, { maxLength: 3 }).map((list) => list.join(''))
    fc.assert(
      fc.property(texts, texts, fc.boolean(), (left, right, ignoresCase) => {
        const compare = (text: string): string =>
          ignoresCase ? foldCase(text.trim()) : text.trim()
        const shared = share([fixed(left)], [fixed(right)], { ignoresCase })
        expect(shared !== 'none').toBe(compare(left) === compare(right))
        if (typeof shared === 'object')
          expect([shared.left[0] ?? '', shared.right[0] ?? '']).toEqual([left, right])
      }),
      { numRuns: 1000 },
    )
  })

  it('spells what folds to the same as it is allowed', () => {
    const upper = declare({ type: 'string', pattern: '^[A-ZÄ]{3}$' })
    if (upper === undefined) throw new Error('refused')
    const shared = share([variable(upper)], [fixed('äbc')], { ignoresCase: true })
    expect(shared).toEqual({ left: ['ÄBC'], right: ['äbc'] })
  })

  it('is put together of different parts where that is asked', () => {
    const digits = declare({ type: 'string', pattern: '^[0-9]+$' })
    if (digits === undefined) throw new Error('refused')
    const parted = [variable(digits), fixed('-'), variable(digits)]
    expect(share(parted, parted, { mustDiffer: true })).toBe('none')
    expect(typeof share(parted, parted)).toBe('object')
    const joined = [variable(digits), variable(digits)]
    const shared = share(joined, joined, { mustDiffer: true })
    if (typeof shared !== 'object') throw new Error('they share a text')
    expect(shared.left.join('')).toBe(shared.right.join(''))
    expect(shared.left).not.toEqual(shared.right)
  })

  it('is left open where looking for it takes too much', () => {
    const graph = graphOfPatternAlone(graphOfPattern('^(?:a|b){40}$'))
    const other = graphOfPatternAlone(graphOfPattern('^(?:a|b){41}$'))
    expect(findSharedText(graph, other, { budget: 10, isTrimmed: false })).toBe('unknown')
    expect(findSharedText(graph, other, { budget: 1000, isTrimmed: false })).toBe('none')
  })
}, 60_000)
