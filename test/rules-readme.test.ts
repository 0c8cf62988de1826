import { expect, it } from 'vitest'
import { generateBreakingReadme } from '../src/emit/breaking-readme.ts'
import { generateRuleFacts } from '../src/emit/rule-facts.ts'
import { generateRulesReadme } from '../src/emit/rules-readme.ts'
import { breakingRules } from '../src/language/breaking/index.ts'
import { rules } from '../src/language/rules/index.ts'
import { limitRows } from '../src/model/limits.ts'

const readme = generateRulesReadme(rules, limitRows)

it('the facts that the linter asks of rules are fresh', async () => {
  await expect(generateRuleFacts(rules, breakingRules)).toMatchFileSnapshot(
    '../src/language/rules/facts.generated.ts',
  )
})

it('the reference of the rules is fresh', async () => {
  await expect(readme).toMatchFileSnapshot('../src/language/rules/README.md')
})

it('the reference of the rules about changes is fresh', async () => {
  await expect(generateBreakingReadme(breakingRules)).toMatchFileSnapshot(
    '../src/language/breaking/README.md',
  )
})

it.each(rules)('the table links to the section of $name', ({ name, examples }) => {
  expect(readme).toContain(`| [\`${name}\`](#${name}) |`)
  const section = readme.split(`\n## ${name}\n`)[1]?.split('\n## ')[0] ?? ''
  for (const { title, yaml, reports } of examples) {
    expect(section).toContain(`:** ${title}\n`)
    expect(section).toContain(`\`\`\`yaml\n${yaml}\`\`\`\n`)
    for (const report of reports) expect(section).toContain(`\n${report}\n`)
  }
})

it.each(limitRows)('the table of limits has a source for $id', ({ id }) => {
  const row = readme.split('\n').find((line) => line.startsWith(`| \`${id}\` |`))
  expect(row).toMatch(/\| \d{4}-\d{2}(?:-\d{2})? \| (?:\[[^\]]+\]\(https?:\/\/[^)\s]+\) ?)+ \|$/)
})

it('a bar inside a cell does not end it', () => {
  const [rule] = rules
  if (rule === undefined) throw new Error('there is no rule')
  const text = generateRulesReadme([{ ...rule, summary: 'a | b' }], [])
  expect(text).toContain('| a \\| b |')
})
