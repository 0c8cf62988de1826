import { describe, expect, it } from 'vitest'
import { checkFallbackChains } from '../../src/host/check-fallback-chains.ts'
import type { FallbackChains } from '../../src/model/stand-in.ts'

const all = ['en', 'es', 'pt', 'pt-BR', 'fr']

function check(fallback: FallbackChains): readonly string[] {
  const findings = checkFallbackChains({ default: 'en', all, fallback })
  return findings.map(({ path, message }) => `${path.slice(2).join('.')} ${message}`)
}

describe('checkFallbackChains', () => {
  it('finds nothing in chains that lead on', () => {
    expect(check({ 'pt-BR': ['pt', 'es', 'en'], pt: ['es', 'en'], es: ['en'] })).toEqual([])
    expect(check({ 'pt-BR': ['es', 'fr'], pt: ['es', 'fr'] })).toEqual([])
    expect(checkFallbackChains({ default: 'en' })).toEqual([])
  })

  it.each<[string, FallbackChains, string]>([
    ['of the default locale', { en: ['es'] }, 'en `en` is the default locale, which every message'],
    ['that are empty', { es: [] }, 'es the chain of `es` is empty'],
    ['of itself', { es: ['pt', 'es'] }, 'es.1 `es` cannot stand in for itself'],
    ['that repeat a locale', { es: ['pt', 'fr', 'pt'] }, 'es.2 `pt` stands in the chain before'],
    ['beyond the default', { es: ['en', 'pt'] }, 'es.1 `pt` is never reached'],
    ['in a circle of two', { es: ['pt'], pt: ['fr', 'es'] }, 'es the chains lead in a circle'],
    [
      'in a circle of three',
      { es: ['pt'], pt: ['fr'], fr: ['en', 'es'].slice(1) },
      'es the chains lead in a circle, `es` → `pt` → `fr` → `es`',
    ],
  ])('reports chains %s once', (_, fallback, expected) => {
    const found = check(fallback)
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(expected)
  })

  it('reports a circle that a chain leads into, and not that chain', () => {
    const found = check({ 'pt-BR': ['pt'], pt: ['es'], es: ['pt'] })
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(/^pt the chains lead in a circle, `pt` → `es` → `pt`/)
  })
})
