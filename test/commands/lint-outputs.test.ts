import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runMain } from '../helpers/run-main.ts'
import { makeTempFolder } from '../helpers/temp-folder.ts'

const cwd = 'services/notifications'
const buttons = (text: string): string =>
  `message: { text: Hi, replyButtonMessage: { buttons: [{ id: a, text: "${text}" }] } }\n`
const files = {
  [`${cwd}/connectly.config.yaml`]:
    'locales: { default: en, all: [en, es] }\nrules: { missing-locale: off }\n',
  [`${cwd}/messages/bad.yaml`]: 'message: { text: Hi, txet: Ho }\n',
  [`${cwd}/messages/late.yaml`]: `variables: { name: { type: string, maxLength: 18 } }\n${buttons('{{ name }}')}`,
  [`${cwd}/messages/late.es.yaml`]: buttons('Sr. {{ name }}'),
}

interface SarifResult {
  readonly locations: readonly { readonly physicalLocation: object }[]
  readonly fixes?: readonly { readonly artifactChanges: readonly object[] }[]
}

/** Lints below the root of a repository, in the folder or with --cwd. */
async function lint(...args: readonly string[]): Promise<string> {
  const { path } = makeTempFolder(files)
  const env = { GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: path }
  const inside = await runMain(['lint', ...args], { cwd: join(path, cwd), env })
  const outside = await runMain(['lint', ...args, '--cwd', join(path, cwd)], { cwd: path, env })
  expect(outside).toEqual(inside)
  return inside.stdout
}

describe('connectly lint below the root of a repository', () => {
  it('names files from the root for annotations, and from its folder for people', async () => {
    const printed = await lint('--format', 'github')
    expect(printed).toMatch(/^::error file=services\/notifications\/messages\/bad\.yaml,line=1,/)
    expect(printed).toContain('\nmessages/bad.yaml:1:')
  })

  it('names files from the root in SARIF, also those that a fix changes', async () => {
    const results: readonly SarifResult[] = JSON.parse(await lint('--format', 'sarif')).runs[0]
      .results
    const [bad, late] = results
    expect(bad?.locations[0]?.physicalLocation).toMatchObject({
      artifactLocation: { uri: `${cwd}/messages/bad.yaml`, uriBaseId: '%SRCROOT%' },
      region: { startLine: 1, startColumn: 22 },
    })
    expect(late?.locations[0]?.physicalLocation).toMatchObject({
      artifactLocation: { uri: `${cwd}/messages/late.es.yaml` },
    })
    expect(late?.fixes?.[0]?.artifactChanges[0]).toMatchObject({
      artifactLocation: { uri: `${cwd}/messages/late.yaml`, uriBaseId: '%SRCROOT%' },
      replacements: [{ deletedRegion: { startLine: 1, startColumn: 47 } }],
    })
  })

  it('names files from the root in a Code Quality report', async () => {
    const [finding] = JSON.parse(await lint('--format', 'gitlab'))
    expect(finding.location).toEqual({
      path: `${cwd}/messages/bad.yaml`,
      lines: { begin: 1, end: 1 },
    })
  })

  it('gives findings of two projects that are alike different fingerprints', async () => {
    const { path } = makeTempFolder({
      'a/messages/bad.yaml': 'message: { text: Hi, txet: Ho }\n',
      'b/messages/bad.yaml': 'message: { text: Hi, txet: Ho }\n',
    })
    const fingerprintIn = async (folder: string): Promise<unknown> => {
      const { stdout } = await runMain(['lint', '--format=gitlab'], { cwd: join(path, folder) })
      return JSON.parse(stdout)[0].fingerprint
    }
    expect(await fingerprintIn('a')).not.toBe(await fingerprintIn('b'))
  })

  it.each(['json', 'junit', 'rdjson', 'pretty'])(
    'names files from its folder in %s',
    async (format) => {
      const printed = await lint('--format', format)
      expect(printed).toContain('messages/bad.yaml')
      expect(printed).not.toContain(cwd)
    },
  )
})
