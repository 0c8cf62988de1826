import { describe, expect, it } from 'vitest'
import { applyEnvironment, resolveConfig } from '../../src/model/config.ts'
import { defineConfig } from '../../src/model/define-config.ts'

describe('resolveConfig', () => {
  it('fills in every default', () => {
    expect(resolveConfig({})).toEqual({
      messages: ['messages/**/*.{yaml,yml}'],
      output: 'generated',
      preset: 'recommended',
      rules: {},
      overrides: [],
      locales: undefined,
      defaults: { maxLength: 256, maxItems: 30 },
      senders: [],
      tracking: false,
      baseUrl: 'https://api.connectly.ai',
      emit: 'ts',
      importExtension: 'ts',
    })
  })

  it('keeps what was said', () => {
    const config = defineConfig({
      output: 'src/messages',
      defaults: { maxItems: 5 },
      businessId: 'b',
      tracking: true,
      senders: ['+14151111234'],
    })
    expect(resolveConfig(config)).toMatchObject({
      output: 'src/messages',
      defaults: { maxLength: 256, maxItems: 5 },
      businessId: 'b',
      tracking: true,
      senders: ['+14151111234'],
    })
  })

  it('lists the default locale first', () => {
    const locales = { default: 'en', all: ['es', 'en', 'es'] }
    expect(resolveConfig({ locales }).locales).toEqual({
      default: 'en',
      all: ['en', 'es'],
      fallback: {},
    })
    expect(resolveConfig({ locales: { default: 'en' } }).locales?.all).toEqual(['en'])
  })
})

describe('applyEnvironment', () => {
  const config = resolveConfig({ businessId: 'b', baseUrl: 'https://example.com' })

  it('lets the environment win', () => {
    const environment = { CONNECTLY_BUSINESS_ID: 'c', CONNECTLY_BASE_URL: 'http://127.0.0.1:1' }
    expect(applyEnvironment(config, environment)).toEqual({
      ...config,
      businessId: 'c',
      baseUrl: 'http://127.0.0.1:1',
    })
  })

  it('takes empty values for unset ones and never the key', () => {
    const environment = {
      CONNECTLY_BUSINESS_ID: '',
      CONNECTLY_BASE_URL: '',
      CONNECTLY_API_KEY: 'k',
    }
    expect(applyEnvironment(config, environment)).toEqual(config)
  })
})
