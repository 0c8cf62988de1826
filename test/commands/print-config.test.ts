import { describe, expect, it } from 'vitest'
import { rules } from '../../src/language/rules/index.ts'
import { runMain } from '../helpers/run-main.ts'
import { makeTempFolder } from '../helpers/temp-folder.ts'

const config = `preset: strict
output: out
locales: { default: en, all: [en, es] }
rules: { emoji-in-button: info, unused-variable: info, expiring-url: error }
overrides:
  - { files: ['messages/new/**'], rules: { emoji-in-button: error } }
  - { files: ['messages/old/**'], rules: { emoji-in-button: off, unused-variable: off } }
`

async function printed(args: readonly string[], cwd: string): Promise<Record<string, unknown>> {
  const { code, stdout, stderr } = await runMain(['lint', '--print-config', ...args], { cwd })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return JSON.parse(stdout)
}

describe('connectly lint --print-config', () => {
  it('says what holds for a file and who set it', async () => {
    const { path } = makeTempFolder({ 'connectly.config.yaml': config })
    const result = await printed(
      ['messages/old/a.es.yaml', '--rule', 'unused-variable:error'],
      path,
    )
    expect(result).toMatchObject({
      file: 'messages/old/a.es.yaml',
      name: 'old/a',
      locale: 'es',
      config: 'connectly.config.yaml',
      preset: 'strict',
      output: 'out',
      locales: { default: 'en', all: ['en', 'es'] },
      defaults: { maxLength: 256, maxItems: 30 },
      rules: {
        'emoji-in-button': { severity: 'off', from: 'override 2' },
        'unused-variable': { severity: 'error', from: 'command line' },
        'expiring-url': { severity: 'error', from: 'config' },
        'unused-suppression': { severity: 'warning', from: 'preset' },
        'yaml-syntax': { severity: 'error', from: 'preset', locked: true },
      },
    })
  })

  it('says of every rule what its documentation says', async () => {
    const { path } = makeTempFolder()
    const printedRules = Object((await printed(['messages/a.yaml'], path))['rules'])
    for (const { name, severity, isLocked } of rules) {
      expect([name, printedRules[name].severity]).toEqual([name, severity])
      if (!isLocked) expect([name, printedRules[name].locked]).toEqual([name, undefined])
    }
    expect(Object.values(printedRules['line-feed'].limits)).toContain('error')
  })

  it('says that what a rule advises can be turned off', async () => {
    const { path } = makeTempFolder()
    const args = ['messages/a.yaml', '--rule', 'callback-data-near-limit:off']
    expect(await printed(args, path)).toMatchObject({
      rules: { 'callback-data-near-limit': { severity: 'off', from: 'command line' } },
    })
  })

  it('names the limits of a rule that are held less strictly', async () => {
    const { path } = makeTempFolder()
    const file = 'messages/a.yaml'
    const { rules: found, config: none, preset } = await printed([file], path)
    expect({ none, preset }).toEqual({ none: null, preset: 'recommended' })
    expect(found).toMatchObject({ 'media-header-on-list': { severity: 'warning' } })
    expect((await printed([file, '--preset=strict'], path))['rules']).toMatchObject({
      'media-header-on-list': { severity: 'error', from: 'preset' },
    })
  })

  it('takes the name of a message for its file', async () => {
    const { path } = makeTempFolder({ 'messages/orders/late.yaml': 'message: { text: Hi }\n' })
    expect(await printed(['orders/late'], path)).toMatchObject({
      file: 'messages/orders/late.yaml',
      name: 'orders/late',
    })
  })

  it('is about a file', async () => {
    const { path: cwd } = makeTempFolder({ 'messages/a.yaml': '' })
    const { code, stderr } = await runMain(['lint', '--print-config', 'messages'], { cwd })
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: '--print-config messages: a folder, and a file is meant\n',
    })
  })
})
