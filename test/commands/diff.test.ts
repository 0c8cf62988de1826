import { rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeGitFolder } from '../helpers/git-folder.ts'
import { type MainResult, runMain } from '../helpers/run-main.ts'
import { makeTempFolder } from '../helpers/temp-folder.ts'

const late = `variables:
  courier: { type: string, maxLength: 15 }
examples:
  - { name: Ana, variables: { courier: Ana } }
message:
  text: Your parcel is late.
  replyButtonMessage:
    buttons:
      - { id: call, text: "Call {{ courier }}" }
      - { id: wait, text: Wait for it }
`
const files = { 'messages/late.yaml': late, 'messages/a/hello.yaml': 'message: { text: Hello! }\n' }

function diff(cwd: string, ...args: readonly string[]): Promise<MainResult> {
  return runMain(['diff', ...args], { cwd })
}

describe('connectly diff', () => {
  it('says nothing but that where nothing changed, and ends with 0', async () => {
    const folder = makeGitFolder(files)
    folder.write({
      'messages/late.yaml': `# said otherwise\n${late.replace('{{ courier', '{{courier')}`,
    })
    const { code, stdout, stderr } = await diff(folder.path, 'main')
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(
      /^nothing changed for customers or callers since main \([0-9a-f]{7,}\)\n$/,
    )
  })

  it('shows what customers read, how near the limits are, and what breaks', async () => {
    const folder = makeGitFolder(files)
    folder.write({
      'messages/late.yaml': late
        .replace('maxLength: 15', 'maxLength: 12')
        .replace('Call {{', 'Ring {{')
        .replace('id: wait', 'id: stay'),
    })
    const { code, stdout } = await diff(folder.path, 'main')
    expect(code).toBe(1)
    expect(stdout.replace(/\([0-9a-f]{7,}\)/, '(…)')).toBe(`late changed, messages/late.yaml
  breaks callers and conversations choice-removed at messages/late.yaml:8:5
    the button \`wait\` is gone, and taps on it in messages that customers have
    are not read any more: keep it, or list it under \`retired\` with a reason and
    a date
  breaks callers choice-unhandled at messages/late.yaml:10:11
    the button \`stay\` is new, and \`handleReplies\` asks for its handler: write
    one with it
  breaks callers variable-narrowed at messages/late.yaml:2:3
    a value that was accepted is refused now, \`courier\` is 15 characters, at
    most 12 are allowed: make it 3 shorter; keep it as wide, or change the
    callers
  customers read, with "Ana":
    - button  Call Ana
    + button  Ring Ana
  room that is used at most:
    replyButtonMessage.buttons[0].text: 17 of 20 characters (was 20)

a change that is meant so is accepted in the config, until it is merged:
  overrides: [
    { files: ['messages/late.yaml'], rules: { 'choice-removed': 'off' } },
    { files: ['messages/late.yaml'], rules: { 'choice-unhandled': 'off' } },
    { files: ['messages/late.yaml'], rules: { 'variable-narrowed': 'off' } }]
\`--fail-on conversations,limits\` leaves it to the compiler to find callers

1 message changed since main (…): 3 breaking changes (callers, conversations)
`)
  })

  it('writes a comment: what breaks first, locales that read the same together', async () => {
    const config = `locales: { default: en, all: [en, es], fallback: { es: [en] } }
rules: { missing-locale: off }
`
    const folder = makeGitFolder({ ...files, 'connectly.config.yaml': config })
    folder.write({
      'messages/a/hello.yaml': 'message: { text: Hi! }\n',
      'messages/late.yaml': late.replace('id: wait', 'id: stay'),
    })
    const { code, stdout } = await diff(folder.path, 'main', '--format', 'markdown')
    expect(code).toBe(1)
    expect(
      stdout.replace(/\([0-9a-f]{7,}\)/, '(…)'),
    ).toBe(`### 2 messages changed since \`main\` (…): 2 breaking changes (callers, conversations)

#### \`late\` changed

- **breaks callers and conversations**: the button \`wait\` is gone, and taps on it in messages that customers have are not read any more: keep it, or list it under \`retired\` with a reason and a date (\`choice-removed\` at \`messages/late.yaml:8\`)
- **breaks callers**: the button \`stay\` is new, and \`handleReplies\` asks for its handler: write one with it (\`choice-unhandled\` at \`messages/late.yaml:10\`)

#### \`a/hello\` changed

customers read in en and es, as it is written:
\`\`\`diff
- text  Hello!
+ text  Hi!
\`\`\`

---

- breaks **callers**: code that sends messages or handles taps has to be changed, too
- breaks **conversations**: taps on messages that customers already have are read otherwise, or not at all

a change that is meant so is accepted in the config, until it is merged:
\`\`\`yaml
overrides: [
  { files: ['messages/late.yaml'], rules: { 'choice-removed': 'off' } },
  { files: ['messages/late.yaml'], rules: { 'choice-unhandled': 'off' } }]
\`\`\`

\`--fail-on conversations,limits\` leaves it to the compiler to find callers
`)
  })

  it('ends with 0 where texts change and nothing breaks', async () => {
    const folder = makeGitFolder(files)
    folder.write({ 'messages/a/hello.yaml': 'message: { text: Hi! }\n' })
    const { code, stdout } = await diff(folder.path, 'main')
    expect(code).toBe(0)
    expect(stdout).toContain('- text  Hello!\n    + text  Hi!\n')
    expect(stdout).toMatch(/\n\n1 message changed since main \([0-9a-f]+\): nothing breaks\n$/)
  })

  it('breaks no conversation where an id is retired', async () => {
    const folder = makeGitFolder(files)
    const retired = 'retired: [{ id: wait, reason: Nobody waits., date: 2026-03-01 }]\n'
    folder.write({ 'messages/late.yaml': late.replace(/ +- \{ id: wait.*\n/, '') + retired })
    const { code, stdout } = await diff(folder.path, 'main')
    expect(code).toBe(0)
    expect(stdout).toContain('the button `wait` is retired since 2026-03-01 (Nobody waits.)')
    folder.commit()
    folder.write({ 'messages/late.yaml': late })
    expect((await diff(folder.path, 'HEAD')).code).toBe(0)
  })

  it('compares with the commit in which the branch left the other one, or two commits', async () => {
    const folder = makeGitFolder(files)
    folder.git('switch', '--quiet', '--create', 'topic')
    folder.write({ 'messages/new.yaml': 'message: { text: New! }\n' })
    folder.commit()
    folder.git('switch', '--quiet', 'main')
    folder.write({ 'messages/other.yaml': 'message: { text: Other! }\n' })
    folder.commit()
    folder.git('switch', '--quiet', 'topic')
    const names = async (...args: readonly string[]): Promise<readonly string[]> => {
      const { stdout } = await diff(folder.path, ...args, '--format=json')
      const { changes } = JSON.parse(stdout)
      return changes.map(
        ({ message, kind }: { message: string; kind: string }) => `${message} ${kind}`,
      )
    }
    expect(await names('main')).toEqual(['new added'])
    expect(await names('main..topic')).toEqual(['new added', 'other removed'])
    expect(await names('main...topic')).toEqual(['new added'])
    expect(await names('topic..main')).toEqual(['new removed', 'other added'])
  })

  it('reads no link of an old commit, and sees files that are gone', async () => {
    const folder = makeGitFolder(files)
    symlinkSync('late.yaml', join(folder.path, 'messages/link.yaml'))
    folder.commit()
    rmSync(join(folder.path, 'messages/a'), { recursive: true })
    const { code, stdout } = await diff(folder.path, 'main')
    expect(code).toBe(1)
    expect(stdout).toContain('a/hello removed, messages/a/hello.yaml\n')
    expect(stdout).not.toContain('link')
  })

  it('tells of the messages in the paths alone', async () => {
    const folder = makeGitFolder(files)
    folder.write({
      'messages/a/hello.yaml': 'message: { text: Hi! }\n',
      'messages/late.yaml': late.replace('is late', 'is very late'),
    })
    const { stdout } = await diff(folder.path, 'main', 'messages/a')
    expect(stdout).toContain('a/hello changed')
    expect(stdout).not.toContain('is very late')
    expect(await diff(folder.path, 'main', 'messages/b')).toMatchObject({
      code: 2,
      stderr: 'messages/b: no message is or was there\n',
    })
  })

  it('says that a message cannot be compared, and never that all is fine', async () => {
    const folder = makeGitFolder(files)
    folder.write({ 'messages/late.yaml': late.replace('text: Your', 'txet: Your') })
    const { code, stdout } = await diff(folder.path, 'main')
    expect(code).toBe(1)
    expect(stdout).toContain('message-unreadable')
  })

  it.each([
    ['nowhere', /^git knows no commit "nowhere"/],
    ['--', /./],
    ['main..nowhere', /^git knows no commit "nowhere"/],
    [':/x', /^git knows no commit/],
  ])('ends with 2 for %s, which is no commit', async (ref, message) => {
    const { code, stderr } = await diff(makeGitFolder(files).path, ref)
    expect(code).toBe(2)
    expect(stderr).toMatch(message)
  })

  it('ends with 2 where there is no repository', async () => {
    const { path } = makeTempFolder(files)
    rmSync(join(path, '.git'))
    const { code, stderr } = await diff(path, 'main')
    expect([code, stderr]).toEqual([2, 'this folder belongs to no git repository\n'])
  })
})
