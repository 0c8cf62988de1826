import { existsSync, readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { describe, expect, it, type TestContext } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { reporters } from '../../../src/emit/reporters/index.ts'
import type { Format } from '../../../src/emit/reporters/reporter.ts'
import { compileFiles } from '../../helpers/compile-yaml.ts'

const name = 'messages/uni/code.yaml'
const yaml = `variables: { name: string(40) }
message:
  text: Hello
  replyButtonMessage:
    buttons:
      - { id: a, text: "Ünï {{ name }}" }
      - { id: b, text: "Hi &lt; ]]>", titel: x }
`
const clean = 'message: { text: Hello }\n'

function show(format: Format, text = yaml): string {
  const report = compileFiles({ [name]: text, 'messages/clean.yaml': clean })
  return reporters[format](report, { color: false })
}

/** An official schema, which stands beside the repository or nowhere. */
function schemaText(file: string, context: TestContext): string {
  const path = new URL(`../../../../shared/data/${file}`, import.meta.url)
  if (!existsSync(path)) context.skip(`the schema ${file} is not on this machine`)
  return readFileSync(path, 'utf8')
}

/** Problems of a value by a schema of draft-04, of which these two use no word that changed. */
function judge(schema: string, value: unknown): readonly unknown[] {
  const { $schema: _, id: __, ...rest } = JSON.parse(schema)
  const ajv = new Ajv({ strict: false, validateFormats: false })
  const validate = ajv.compile(rest)
  return validate(value) ? [] : (validate.errors ?? [])
}

describe('the official schemas', () => {
  it('accept our SARIF', (context) => {
    const schema = schemaText('sarif-schema-2.1.0.json', context)
    expect(judge(schema, JSON.parse(show('sarif')))).toEqual([])
    expect(judge(schema, { ...JSON.parse(show('sarif')), version: 2 })).not.toEqual([])
  })

  it('accept our rdjson', (context) => {
    const schema = schemaText('rdjson.schema.json', context)
    expect(judge(schema, JSON.parse(show('rdjson')))).toEqual([])
    expect(judge(schema, { diagnostics: [{ message: 1 }] })).not.toEqual([])
  })

  it('accept our JUnit', async (context) => {
    const schema = schemaText('junit-10.xsd', context)
    const contents = show('junit')
    const valid = (text: string) =>
      validateXML({ xml: [{ fileName: 'report.xml', contents: text }], schema: [schema] })
    expect(await valid(contents)).toMatchObject({ valid: true })
    expect(await valid(contents.replace('<testcase', '<test'))).toMatchObject({ valid: false })
  })
})

describe('fingerprints', () => {
  const prints = (text: string): readonly string[] =>
    JSON.parse(show('sarif', text)).runs[0].results.map(
      (result: { partialFingerprints: object }) => Object.values(result.partialFingerprints)[0],
    )

  it('stay when ten lines are put above a finding, and rows beside it', () => {
    const before = prints(yaml)
    expect(before.length).toBe(2)
    expect(prints(`${'# a comment\n'.repeat(10)}${yaml}`)).toEqual(before)
    const row = '      - { id: c, text: Wait }\n'
    expect(prints(yaml.replace('    buttons:\n', `    buttons:\n${row}`))).toEqual(before)
  })

  it('differ for findings that are alike', () => {
    const twice = 'message: { text: "{{ a }} {{ a }}" }\n'
    expect(new Set(prints(twice)).size).toBe(prints(twice).length)
  })

  it('are those of GitLab, too', () => {
    const gitlab = JSON.parse(show('gitlab')).map(
      (issue: { fingerprint: string }) => issue.fingerprint,
    )
    expect(gitlab).toEqual(prints(yaml))
  })
})

describe('places', () => {
  it('count bytes in rdjson and UTF-16 units elsewhere', () => {
    const [first] = JSON.parse(show('rdjson')).diagnostics
    const line = yaml.split('\n')[5] ?? ''
    const before = line.slice(0, line.indexOf('{{ name'))
    expect(first.location.range.start).toEqual({ line: 6, column: Buffer.byteLength(before) + 1 })
    const [result] = JSON.parse(show('sarif')).runs[0].results
    expect(result.locations[0].physicalLocation).toMatchObject({
      artifactLocation: { uri: name },
      region: { startLine: 6, startColumn: before.length + 1 },
    })
  })

  it('come with the fix as a suggestion where it is one change', () => {
    const [, second] = JSON.parse(show('rdjson')).diagnostics
    expect(second.suggestions).toBeUndefined()
    const misspelt = 'mesage: { text: Hello }\n'
    const [unknown] = JSON.parse(show('rdjson', misspelt)).diagnostics
    expect(unknown.suggestions).toEqual([
      { range: { start: { line: 1, column: 1 }, end: { line: 1, column: 7 } }, text: 'message' },
    ])
  })
})

describe('the github reporter', () => {
  it('shows the worst ten of a kind, and says how many there are', () => {
    const many = Array.from({ length: 14 }, (_, index) => `key${index}: 1\n`).join('')
    const lines = show('github', `${many}${clean}`).split('\n')
    expect(lines.filter((line) => line.startsWith('::error ')).length).toBe(10)
    expect(lines).toContain(
      'GitHub shows 10 of 14 findings of severity error beside the lines; all of them stand below',
    )
    expect(lines.filter((line) => /^messages.*error unknown-key$/.test(line)).length).toBe(14)
  })
})
