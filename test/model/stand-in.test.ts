import { describe, expect, it } from 'vitest'
import { standInFor } from '../../src/model/stand-in.ts'

describe('standInFor', () => {
  const chains = { 'pt-BR': ['pt', 'es', 'en'], pt: ['fr'] }

  it('takes the first of the chain that the message has', () => {
    expect(standInFor('pt-BR', ['en', 'es'], chains)).toBe('es')
    expect(standInFor('pt-BR', ['en'], chains)).toBe('en')
  })

  it('asks no chain of a locale in the chain', () => {
    expect(standInFor('pt-BR', ['fr'], chains)).toBe(undefined)
  })

  it.each(['de', '__proto__', 'constructor', 'toString'])('knows nothing for %s', (locale) => {
    expect(standInFor(locale, ['en'], chains)).toBe(undefined)
  })
})
