import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import { explainRule } from '../../src/emit/explain-rule.ts'
import { breakingRules } from '../../src/language/breaking/index.ts'
import { limitsOf } from '../../src/language/rule-limits.ts'
import { rules } from '../../src/language/rules/index.ts'
import { evidenceOf } from '../../src/model/limit-evidence.ts'
import { runCli } from '../helpers/run-cli.ts'

function explain(name: string, color = false): string {
  const rule = rules.find((candidate) => candidate.name === name)
  if (rule === undefined) throw new Error(`there is no rule ${name}`)
  const limits = limitsOf(name).map((limit) => ({ limit, evidence: evidenceOf(limit) }))
  return explainRule(rule, limits, { color, width: 80 })
}

describe('connectly explain', () => {
  it('prints why a rule exists, both examples, and its limits with their sources', async () => {
    const { code, stdout, stderr } = await runCli(['explain', 'emoji-in-button'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^emoji-in-button warning\nThe config can set it to error, info or off/)
    expect(stdout).toMatch(/\nBad: .+\n {4}message:\n(?:.*\n)+ {2}\d+:\d+ .+\n(?:.*\n)*\nGood: /)
    expect(stdout).toMatch(/\nLimits:\n {2}.+: no emoji.*\n(?:.*\n)*? {4}https:\/\/\S+\n/)
  })

  it('says that nothing can turn off a rule that is locked', async () => {
    const { stdout } = await runCli(['explain', 'text-too-long'])
    expect(stdout).toMatch(/\nNo config can turn it off or lower it\.[^:]+errors cannot\.\n/)
    expect(stdout).toMatch(/\n {2}button text: 1 to 20 characters\n {4}official, \d{4}-\d{2}/)
    expect(stdout).toMatch(
      /\n {2}product id: at most 100 characters, as warning, can be suppressed\n/,
    )
  })

  it('explains what is found in a list of recipients', async () => {
    const { code, stdout } = await runCli(['explain', 'invalid-recipient'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^invalid-recipient error\n[\s\S]+E\.164/)
    const near = await runCli(['explain', 'invalid-recipent'])
    expect(near.stderr).toContain('did you mean `invalid-recipient`?')
  })

  it('lists every rule without an argument', async () => {
    const { code, stdout } = await runCli(['explain'])
    expect(code).toBe(0)
    const named = stdout.split('\n').flatMap((line) => /^[a-z-]+/.exec(line) ?? [])
    expect(named).toEqual([...rules, ...breakingRules].map(({ name }) => name))
    expect(Math.max(...stdout.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(80)
  })

  it('explains what a change breaks, with the files before and after', async () => {
    const { code, stdout } = await runCli(['explain', 'choice-removed'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^choice-removed error\n`connectly diff` asks it, about callers and/)
    expect(stdout).toMatch(/\nBad: .+\n {2}before, .+\n(?: {4}.*\n)+ {2}after, /)
    expect(stdout).toMatch(/\nGood: /)
  })

  it('ends with 2 for an unknown rule, and with the one that was meant', async () => {
    const [near, far] = await Promise.all([
      runCli(['explain', 'text-to-long']),
      runCli(['explain', '__proto__']),
    ])
    expect(near).toMatchObject({ code: 2, stdout: '' })
    expect(near?.stderr).toContain('did you mean `text-too-long`?')
    expect(far).toMatchObject({ code: 2, stdout: '' })
    expect(far?.stderr).toContain('`connectly explain` lists all rules')
  })
})

describe('connectly explain ERROR_CODE_…', () => {
  it('explains a code of the API', async () => {
    const { code, stdout } = await runCli(['explain', 'ERROR_CODE_MESSAGE_TEXT_EMPTY'])
    expect(code).toBe(0)
    expect(stdout).toContain('`blank-text` and `missing-field` prevent it.')
    expect(stdout).toContain('What to do: give the message a text that is not blank.')
  })

  it('says which code was probably meant', async () => {
    const { code, stdout, stderr } = await runCli(['explain', 'ERROR_CODE_MESSAGE_TEXT_EMTPY'])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('did you mean `ERROR_CODE_MESSAGE_TEXT_EMPTY`?')
  })
})

describe.each(rules)('the explanation of $name', ({ name, why, examples }) => {
  const text = explain(name)
  const yaml = new Set(examples.flatMap((example) => example.yaml.split('\n')))

  it('fits into 80 columns, apart from files and addresses', () => {
    const isFixed = (line: string): boolean =>
      yaml.has(line.slice(4)) || /^(?: {4}|Source: )https:\S+$/.test(line)
    const wide = text.split('\n').filter((line) => line.length > 80 && !isFixed(line))
    expect(wide).toEqual([])
  })

  it('holds what the rule says of itself', () => {
    const words = text.replaceAll(/\s+/g, ' ')
    expect(words).toContain(why)
    const [bad] = examples.filter(({ reports }) => reports.length > 0)
    for (const report of bad?.reports ?? []) expect(words).toContain(report.replaceAll(/\s+/g, ' '))
    expect(words).toContain('Bad: ')
    expect(words).toContain('Good: ')
  })

  it('is the same text with colours', () => {
    const colored = explain(name, true)
    expect(colored).not.toBe(text)
    expect(stripVTControlCharacters(colored)).toBe(text)
  })
})
