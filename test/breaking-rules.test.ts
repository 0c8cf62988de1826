import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { projectState } from '../src/emit/project-state.ts'
import type { BreakingExample } from '../src/language/breaking/breaking-rule.ts'
import { breakingRules } from '../src/language/breaking/index.ts'
import type { ProjectState } from '../src/language/breaking/project-pair.ts'
import { parseMessagePath } from '../src/language/message-name.ts'
import { compileProject } from '../src/language/project.ts'
import { ruleNames } from '../src/language/rules/index.ts'
import { compareText } from '../src/model/diagnostic.ts'
import { ownersOf } from './helpers/owners-of.ts'

function stateOf(
  texts: BreakingExample['before'],
  { locales: listed, tracking }: BreakingExample,
  when: 'before' | 'after',
): ProjectState {
  const locales = listed?.[when]
  const files = Object.entries(texts).map(([path, text]) => ({
    source: { path: `messages/${path}`, text },
    path: parseMessagePath(path, locales?.all),
  }))
  const settingsFor = () => ({ preset: 'recommended', rules: {} }) as const
  const compiled = compileProject(files, {
    settingsFor,
    tracking: tracking?.[when] ?? false,
    ...(locales === undefined ? {} : { locales }),
  })
  return projectState(compiled, ownersOf(files))
}

const examples = breakingRules.flatMap((rule) =>
  rule.examples.map((example) => ({ rule, name: rule.name, title: example.title, example })),
)

it.each(examples)('$name says exactly what its example "$title" states', ({ rule, example }) => {
  const pair = {
    before: stateOf(example.before, example, 'before'),
    after: stateOf(example.after, example, 'after'),
  }
  const found = [...rule.compare(pair)].map(({ message, text }) => `${message}: ${text}`)
  expect(found).toEqual(example.reports)
})

it.each(examples)('$name finds nothing in "$title" where nothing changes', ({ rule, example }) => {
  for (const when of ['before', 'after'] as const) {
    const [before, after] = [
      stateOf(example[when], example, when),
      stateOf(example[when], example, when),
    ]
    expect([...rule.compare({ before, after })]).toEqual([])
  }
})

describe('the list of breaking rules', () => {
  const names = breakingRules.map(({ name }) => name)

  it('is ordered by name, and shares no name with the rules of lint', () => {
    expect(names).toEqual([...new Set(names)].toSorted(compareText))
    expect(names.filter((name) => ruleNames.has(name))).toEqual([])
  })

  it('has every file of its folder that exports a rule, each under the name of its file', () => {
    const folder = 'src/language/breaking'
    const files = readdirSync(folder).filter((name) =>
      readFileSync(`${folder}/${name}`, 'utf8').includes('export const rule:'),
    )
    expect(names).toEqual(files.map((name) => name.replace(/\.ts$/, '')).toSorted(compareText))
  })

  it.each(breakingRules)('$name has a good and a bad example, and says why', (rule) => {
    expect(rule.examples.some(({ reports }) => reports.length === 0)).toBe(true)
    expect(rule.examples.some(({ reports }) => reports.length > 0)).toBe(true)
    expect(rule.summary).toMatch(/^[A-Z`][^\n]*[^.\n]\.$/)
    expect(rule.why).toMatch(/^[A-Z`][^\n]*\.$/)
  })
})
