import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ConfigError } from '../src/host/config-error.ts'
import { loadConfig } from '../src/host/load-config.ts'
import { decodeSource } from '../src/host/read-source.ts'
import { parseMessagePath } from '../src/language/message-name.ts'
import { compileProject, type ProjectCompilation } from '../src/language/project.ts'
import { authorChecks } from '../src/language/rules/author-checks.ts'
import { checks } from '../src/language/rules/checks.ts'
import { findRule, ruleNames, rules } from '../src/language/rules/index.ts'
import type { RuleExample } from '../src/language/rules/rule.ts'
import { compareText, type Diagnostic } from '../src/model/diagnostic.ts'
import { LineIndex } from '../src/model/source.ts'
import { makeTempFolder } from './helpers/temp-folder.ts'

const folder = 'messages/'

type Linted = Pick<ProjectCompilation, 'diagnostics' | 'sources'>

/** Loads the config of an example, or reads and compiles its files as a project of their own. */
async function lintExample(example: RuleExample): Promise<Linted> {
  const { yaml, path = 'example.yaml', encoding = 'utf8' } = example
  const read = decodeSource(folder + path, Buffer.from(yaml, encoding))
  if ('diagnostic' in read) return { diagnostics: [read.diagnostic], sources: new Map() }
  if (path !== 'connectly.config.yaml') return compileExample(example)
  const cwd = makeTempFolder({ [path]: yaml }).path
  const sources = new Map([[folder + path, { path, text: yaml }]])
  try {
    await loadConfig({ cwd })
    return { diagnostics: [], sources }
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    const diagnostics = error.diagnostics.map((found) => ({ ...found, file: folder + path }))
    return { diagnostics, sources }
  }
}

function compileExample({
  yaml,
  path,
  files,
  locales,
  senders = [],
  tracking = false,
}: RuleExample): ProjectCompilation {
  const texts = { [path ?? 'example.yaml']: yaml, ...files }
  const sources = Object.entries(texts).map(([name, text]) => ({
    source: { path: `${folder}${name}`, text },
    path: parseMessagePath(name, locales?.all),
  }))
  return compileProject(sources, {
    settingsFor: () => ({ preset: 'recommended', rules: {} }),
    senders,
    tracking,
    ...(locales === undefined ? {} : { locales }),
  })
}

/** `line:column message`, with the rule and the file where they are not the expected ones. */
function printDiagnostic(
  { file, rule, range, message }: Diagnostic,
  expected: string,
  { path = 'example.yaml' }: RuleExample,
  { sources }: Linted,
): string {
  const text = sources.get(file)?.text ?? ''
  const { line, column } = new LineIndex(text).positionAt(range.start)
  const name = rule === expected ? '' : `${rule} `
  return `${name}${file === folder + path ? '' : `${file}:`}${line}:${column} ${message}`
}

const examples = rules.flatMap((rule) =>
  rule.examples.map((example) => ({ rule: rule.name, title: example.title, example })),
)

it.each(examples)(
  '$rule says exactly what its example "$title" states',
  async ({ rule, example }) => {
    const linted = await lintExample(example)
    const printed = linted.diagnostics.map((diagnostic) =>
      printDiagnostic(diagnostic, rule, example, linted),
    )
    expect(printed).toEqual(example.reports)
  },
)

const allChecks = [...checks, ...authorChecks]
const source = 'src'
const ruleFolder = `${source}/language/rules`

/** The rule ids in the sources: `rule: 'x'`, `rule = 'x'`, and calls that take one first or second. */
const mentions = [
  /\b\w*[rR]ule(?::| =) '([a-z-]+)'/g,
  /\brule: \w+ \? '([a-z-]+)' : '([a-z-]+)'/g,
  /\b(?:#?report|invalid)\(\s*(?:state,\s*)?(?:\w+ \? )?'([a-z-]+)'(?: : '([a-z-]+)')?/g,
]

function readSources(path: string): readonly { readonly path: string; readonly text: string }[] {
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.includes('.generated.'))
    .map((name) => `${path}/${name}`)
    .map((file) => ({ path: file, text: readFileSync(file, 'utf8') }))
}

const mentioned = new Map(
  ['model', 'language', 'emit', 'host', 'commands']
    .flatMap((layer) => readSources(`${source}/${layer}`))
    .filter(({ path }) => !path.includes('/breaking/'))
    .flatMap(({ path, text }) =>
      mentions.flatMap((mention) =>
        [...text.matchAll(mention)].flatMap(([, ...ids]) =>
          ids.filter((id) => id !== undefined).map((id) => [id, path] as const),
        ),
      ),
    ),
)

describe('the list of rules', () => {
  it('is ordered by name, and no name stands twice', () => {
    const names = rules.map(({ name }) => name)
    expect(names).toEqual([...new Set(names)].toSorted(compareText))
    expect(ruleNames).toEqual(new Set(names))
  })

  it('has every file of its folder that exports a rule, each under the name of its file', () => {
    const files = readSources(ruleFolder).filter(({ text }) => text.includes('export const rule:'))
    const names = files.map(({ path }) => path.slice(ruleFolder.length + 1, -'.ts'.length))
    expect(rules.map(({ name }) => name)).toEqual(names.toSorted(compareText))
  })

  it('has every rule that a step reports', () => {
    expect([...mentioned.keys()].filter((id) => !ruleNames.has(id))).toEqual([])
  })

  it('has no rule that nothing reports', () => {
    const reported = new Set([...mentioned.keys(), ...allChecks.map(({ name }) => name)])
    expect(rules.map(({ name }) => name).filter((name) => !reported.has(name))).toEqual([])
  })

  it.each(rules)('$name has a good and a bad example, each with a title of its own', (rule) => {
    const titles = rule.examples.map(({ title }) => title)
    expect(new Set(titles).size).toBe(titles.length)
    expect(rule.examples.some(({ reports }) => reports.length === 0)).toBe(true)
    expect(rule.examples.some(({ reports }) => reports.length > 0)).toBe(true)
  })

  it.each(rules)('$name says in one sentence what is wrong, and why it matters', (rule) => {
    expect(rule.summary).toMatch(/^[A-Z`][^\n]*[^.\n]\.$/)
    expect(rule.summary).not.toMatch(/\. [A-Z]/)
    expect(rule.why).toMatch(/^[A-Z`][^\n]*\.$/)
    expect(rule.isLocked && rule.severity !== 'error' ? rule.severity : '').toBe('')
  })

  it('finds a rule by its name, and nothing by another one', () => {
    expect(findRule('text-too-long')?.name).toBe('text-too-long')
    expect(findRule('constructor')).toBeUndefined()
  })
})

describe('the lists of checks', () => {
  it.each([checks, authorChecks])('are ordered by name, and no name stands twice', (...list) => {
    const names = list.map(({ name }) => name)
    expect(names).toEqual([...new Set(names)].toSorted(compareText))
  })

  it.each(allChecks)('$name is documented with the severity that it reports', (check) => {
    expect(findRule(check.name)?.severity).toBe(check.severity)
  })

  it('have every check that a rule file exports, once', () => {
    const files = readSources(ruleFolder).filter(({ text }) => /export const check\b/.test(text))
    const listed = allChecks.map(({ name }) => `${ruleFolder}/${name}.ts`).toSorted(compareText)
    expect(listed).toEqual(files.map(({ path }) => path).toSorted(compareText))
  })
})
