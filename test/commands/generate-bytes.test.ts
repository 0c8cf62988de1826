import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runCli } from '../helpers/run-cli.ts'
import { type FileTexts, makeTempFolder } from '../helpers/temp-folder.ts'

/** Some messages of this repository, and one whose words fall out of order in some languages. */
function readMessages(): FileTexts {
  const folder = join(import.meta.dirname, '../../messages')
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const own = paths.filter((path) => /^(?:orders|showroom)\/.*\.yaml$/.test(path))
  const texts = own.map((path) => [`messages/${path}`, readFileSync(join(folder, path), 'utf8')])
  return {
    ...Object.fromEntries(texts),
    'messages/i-z.yaml': `description: |
  İstanbul, ı, I and i.

  Ä stands after Z, or before it.
variables:
  until: { type: string, format: date-time, default: "2026-03-29T02:30:00Z" }
  amount: { type: number, minimum: 0, maximum: 1e6, default: 1234.5 }
  z: { type: string, enum: [ä, z, Å, a, ı, I] }
message: { text: "{{ until }} {{ amount }} {{ z }}" }
`,
    'messages/i_a.yaml': 'message: { text: Hi }\n',
    'messages/ia.yaml': 'message: { text: Hi }\n',
  }
}

async function generate(
  files: FileTexts,
  form: string,
  env: { readonly [name: string]: string } = {},
): Promise<FileTexts> {
  const config = `output: out\nemit: ${form}\nlocales: { default: en, all: [en, es, pt-BR] }\n`
  const folder = makeTempFolder({ 'connectly.config.yaml': config, ...files })
  const { code, stderr } = await runCli(['generate'], { cwd: folder.path, env })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const written = folder.list().filter((path) => path.startsWith('out/'))
  return Object.fromEntries(written.map((path) => [path, folder.read(path)]))
}

const turkish = { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }
const swedish = { TZ: 'Pacific/Marquesas', LANG: 'sv_SE.UTF-8', LC_ALL: 'sv_SE.UTF-8' }

function reversed(files: FileTexts): FileTexts {
  return Object.fromEntries(Object.entries(files).toReversed())
}

function withCrlf(files: FileTexts): FileTexts {
  const turned = Object.entries(files).map(([path, text]) => [path, text.replaceAll('\n', '\r\n')])
  return Object.fromEntries(turned)
}

describe('connectly generate writes the same bytes', () => {
  it('in every time zone, in every language, in every order of files, with every line end', async () => {
    const files = readMessages()
    const expected = await generate(files, 'ts')
    expect(Object.keys(expected).length).toBeGreaterThan(10)
    expect(await generate(files, 'ts', turkish), 'in Kiritimati').toEqual(expected)
    expect(await generate(reversed(files), 'ts', swedish), 'the other way').toEqual(expected)
    expect(await generate(withCrlf(files), 'ts'), 'with CRLF').toEqual(expected)
    for (const text of Object.values(expected)) expect(text).not.toContain('\r')
  })

  it('with `emit: js` as well', async () => {
    const files = readMessages()
    const expected = await generate(files, 'js')
    expect(await generate(reversed(withCrlf(files)), 'js', turkish)).toEqual(expected)
  })
})
