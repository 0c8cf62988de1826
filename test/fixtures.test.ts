import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { compileYaml, printDiagnostic } from './helpers/compile-yaml.ts'

// All of them in one test take their time beside other tests.
vi.setConfig({ testTimeout: 30_000 })

interface Expected {
  readonly what: string
  readonly line: number
  readonly column: number
  readonly severity: string
}

const root = join(import.meta.dirname, 'fixtures')
const folders = ['invalid', 'crlf'] as const

function readExpected(folder: string): readonly (readonly [string, Expected])[] {
  return Object.entries(JSON.parse(readFileSync(join(root, folder, 'expected.json'), 'utf8')))
}

/** What the compiler says of a fixture, one line for each diagnostic. */
function diagnose(folder: string, name: string): readonly string[] {
  const text = readFileSync(join(root, folder, name), 'utf8')
  return compileYaml(text, `messages/${name}`).diagnostics.map((diagnostic) =>
    printDiagnostic(diagnostic, text),
  )
}

describe.each(folders)('the fixtures of %s', (folder) => {
  const expected = readExpected(folder)

  it.each(expected)('%s gives one diagnostic at the place to mend', (name, fixture) => {
    const { line, column, severity } = fixture
    const place = expect.stringMatching(`^${line}:${column} ${severity} `)
    expect(diagnose(folder, name)).toEqual([place])
  })

  it('are all listed', () => {
    const files = readdirSync(join(root, folder)).filter((name) => name.endsWith('.yaml'))
    expect(expected.map(([name]) => name).toSorted()).toEqual(files.toSorted())
  })

  it('are worded as they were reviewed', async () => {
    const lines = expected.flatMap(([name]) => [name, ...diagnose(folder, name).map(indent)])
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`fixtures/${folder}.out`)
  })
})

function indent(line: string): string {
  return `  ${line}`
}
