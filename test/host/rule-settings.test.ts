import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createRuleSettings } from '../../src/host/rule-settings.ts'
import { resolveConfig } from '../../src/model/config.ts'

const root = resolve('/shop')
const config = resolveConfig({
  preset: 'strict',
  rules: { first: 'warning', second: 'error' },
  overrides: [
    { files: ['messages/legacy/**'], rules: { first: 'off' } },
    { files: ['./messages/legacy/old/*.yaml'], rules: { first: 'info', third: 'off' } },
  ],
})

describe('createRuleSettings', () => {
  it('gives the rules of the config where no override matches', async () => {
    const settingsFor = await createRuleSettings(config, { root, cwd: root })
    expect(settingsFor('messages/new.yaml')).toEqual({
      preset: 'strict',
      rules: { first: 'warning', second: 'error' },
    })
  })

  it('lets the last override that matches win, seen from any working directory', async () => {
    const settingsFor = await createRuleSettings(config, {
      root,
      cwd: resolve(root, 'messages/legacy'),
    })
    expect(settingsFor('a.yaml').rules).toEqual({ first: 'off', second: 'error' })
    expect(settingsFor('old/a.yaml').rules).toEqual({
      first: 'info',
      second: 'error',
      third: 'off',
    })
  })

  it('lets the command line win over everything', async () => {
    const settingsFor = await createRuleSettings(config, { root, cwd: root }, { first: 'error' })
    expect(settingsFor('messages/legacy/a.yaml').rules['first']).toBe('error')
  })
})
