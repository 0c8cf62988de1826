import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type GitFolder, makeGitFolder } from '../helpers/git-folder.ts'
import { type MainResult, runMain } from '../helpers/run-main.ts'

const ask = `message:
  text: Shall we come today?
  replyButtonMessage:
    buttons:
      - { id: coming, text: On my way }
      - { id: later, text: Not today }
`
const files = { 'messages/ask.yaml': ask }
const config = 'connectly.config.yaml'
const more = `${ask}      - { id: never, text: Never }\n`
const fewer = ask.replace(/ +- \{ id: later.*\n/, '')

function diff(cwd: string, ...args: readonly string[]): Promise<MainResult> {
  return runMain(['diff', 'main', ...args], { cwd })
}

function changed(text: string): GitFolder {
  const folder = makeGitFolder(files)
  folder.write({ 'messages/ask.yaml': text })
  return folder
}

/** The config that the report proposes, as somebody would copy it. */
function proposedConfig(stdout: string): string {
  const [found = ''] = /^ +overrides: \[\n(?:.*\},\n)*.*\}\]$/m.exec(stdout) ?? []
  return `${found}\n`
}

describe('connectly diff --fail-on', () => {
  it('ends with 0 for what breaks callers alone where that is not asked for, and tells it', async () => {
    const { path } = changed(more)
    expect((await diff(path)).code).toBe(1)
    const { code, stdout } = await diff(path, '--fail-on', 'conversations,limits')
    expect(code).toBe(0)
    expect(stdout).toContain('breaks callers choice-unhandled')
    expect(stdout).not.toContain('overrides')
    expect(stdout).toMatch(
      /: 1 breaking change \(callers\), none of them fails \(--fail-on conversations,limits\)\n$/,
    )
  })

  it.each([
    [['conversations,limits'], 1, 1],
    [['limits', 'conversations'], 1, 1],
    [['limits'], 0, 0],
    [['none'], 0, 0],
    [['callers'], 1, 1],
    [['choice-removed'], 1, 1],
    [['limits,choice-moved'], 0, 0],
  ])('counts of a button that is gone by %j', async (values, code, failing) => {
    const options = values.flatMap((value) => ['--fail-on', value])
    const result = await diff(changed(fewer).path, ...options, '--format', 'json')
    expect(result.code).toBe(code)
    expect(JSON.parse(result.stdout).summary).toMatchObject({ errors: 1, failing })
  })

  it('does not end with 1 for a warning that its rule gives', async () => {
    const { path } = changed(ask.replace('Not today', 'Some other day'))
    expect((await diff(path, '--fail-on', 'choice-relabelled')).code).toBe(0)
  })

  it.each([
    ['caller', '--fail-on caller: known are callers, conversations, limits, none and the rules'],
    ['choice-remved', 'did you mean `choice-removed`?'],
    ['', '--fail-on : known are'],
    ['limits,', '--fail-on : known are'],
    ['none,limits', '--fail-on none: stands alone'],
  ])('ends with 2 for %j', async (value, message) => {
    const { code, stderr } = await diff(makeGitFolder(files).path, `--fail-on=${value}`)
    expect(code).toBe(2)
    expect(stderr).toContain(message)
  })
})

describe('a change that is meant so', () => {
  it('is accepted by the config that the report proposes', async () => {
    const folder = changed(fewer.replace('id: coming', 'id: on-way'))
    const { code, stdout } = await diff(folder.path)
    expect(code).toBe(1)
    expect(stdout).toContain("{ files: ['messages/ask.yaml'], rules: { 'choice-removed': 'off' } }")
    folder.write({ [config]: proposedConfig(stdout) })
    expect(await diff(folder.path)).toMatchObject({ code: 0 })
    folder.write({ 'messages/other.yaml': fewer.replace('coming', 'other') })
    folder.commit()
    folder.git('switch', '--quiet', '--create', 'topic')
    folder.write({ 'messages/other.yaml': 'message: { text: Hello! }\n' })
    expect((await diff(folder.path)).code).toBe(1)
  })

  it('is accepted for a message that is gone, from a folder below the config', async () => {
    const globs = `messages: ['messages/*.yaml', '\\[a\\] \\(b\\)/*.yaml']\n`
    const place = '[a] (b)/ask.yaml'
    const folder = makeGitFolder({
      [place]: ask,
      'messages/hello.yaml': 'message: { text: Hi }\n',
      [config]: globs,
    })
    folder.write({ 'sub/.keep': '' })
    rmSync(join(folder.path, place))
    const cwd = join(folder.path, 'sub')
    const { code, stdout } = await diff(cwd)
    expect(code).toBe(1)
    expect(stdout).toContain('message-removed')
    folder.write({ [config]: globs + proposedConfig(stdout).replace(/^ {2}/gm, '') })
    expect(await diff(cwd)).toMatchObject({ code: 0 })
  })

  it('is an id of another name, whose old one is retired, in all locales', async () => {
    const spanish = `message:
  text: ¿Vamos hoy?
  replyButtonMessage:
    buttons:
      - { id: coming, text: Voy }
      - { id: later, text: Hoy no }
`
    const both = { ...files, 'messages/ask.es.yaml': spanish }
    const folder = makeGitFolder(both)
    const retired = 'retired: [{ id: coming, reason: It has a better name., date: 2026-03-01 }]\n'
    const renamed = (text: string): string => text.replace('id: coming', 'id: on-way')
    folder.write({
      'messages/ask.yaml': renamed(ask).replace('On my way', 'Coming now') + retired,
      'messages/ask.es.yaml': renamed(spanish),
    })
    const { code, stdout } = await diff(folder.path, '--fail-on', 'conversations,limits')
    expect(code).toBe(0)
    expect(stdout).toMatch(/`coming` is retired .*taps\s+on it are handled as before/)
    expect(stdout).toContain(': 1 breaking change (callers), none of them fails')
  })
})

describe('a message with errors', () => {
  it('is not said to be acceptable', async () => {
    const { code, stdout } = await diff(changed(ask.replace('text:', 'txet:')).path)
    expect(code).toBe(1)
    expect(stdout).toContain('message-unreadable')
    expect(stdout).not.toContain('overrides')
  })
})

describe('a message that is gone', () => {
  it('is one finding for callers and one for taps, each with what can be done', async () => {
    const folder = makeGitFolder({ ...files, 'messages/hello.yaml': 'message: { text: Hi }\n' })
    rmSync(join(folder.path, 'messages/ask.yaml'))
    const { stdout } = await diff(folder.path)
    expect(stdout).toContain(`ask removed, messages/ask.yaml
  breaks callers and conversations choice-removed
    the message is gone with its buttons \`coming\`, \`later\`, and taps on them in
    messages that customers have go to the handler \`unknown\` now: keep the file
    until nobody can tap them any more, or let that handler answer
  breaks callers message-removed
    the message is gone, and \`sendAsk\` and \`renderAsk\` with it: change the
    callers, too
`)
    expect(stdout).not.toContain('`retired`')
  })
})
