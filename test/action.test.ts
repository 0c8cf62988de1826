import { execFileSync } from 'node:child_process'
import { chmodSync, rmSync, symlinkSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cleanEnv, cliPath } from './helpers/cli-process.ts'
import { type ActionResult, readAction, runAction } from './helpers/composite-action.ts'
import { makeTempFolder, type TempFolder } from './helpers/temp-folder.ts'

const root = join(import.meta.dirname, '..')
const action = readAction(join(root, 'action.yml'))

const clean = 'message: { text: We are open }\n'
const broken = 'message: { text: "" }\n'

/** A repository with one commit, in which the command is installed as npm installs it. */
function makeRepository(files: { readonly [path: string]: string }): TempFolder {
  const folder = makeTempFolder({
    'package.json': '{ "name": "shop", "private": true, "type": "module" }',
    'node_modules/connectly-messages/package.json':
      '{ "name": "connectly-messages", "version": "0.1.0", "bin": { "connectly": "run" } }',
    'node_modules/connectly-messages/run': `#!/bin/sh\nexec '${process.execPath}' '${cliPath}' "$@"\n`,
    'node_modules/.bin/.keep': '',
    '.gitignore': 'node_modules\n',
    ...files,
  })
  const bin = join(folder.path, 'node_modules/connectly-messages/run')
  chmodSync(bin, 0o755)
  symlinkSync(bin, join(folder.path, 'node_modules/.bin/connectly'))
  rmSync(join(folder.path, '.git'))
  git(folder, 'init', '--quiet')
  commit(folder)
  return folder
}

function git({ path }: TempFolder, ...args: readonly string[]): string {
  const identity = ['-c', 'user.name=T', '-c', 'user.email=t@example.com']
  return execFileSync('git', [...identity, ...args], { cwd: path, encoding: 'utf8' }).trim()
}

function commit(folder: TempFolder): string {
  git(folder, 'add', '--all')
  git(folder, 'commit', '--quiet', '--message', 'a commit')
  return git(folder, 'rev-parse', 'HEAD')
}

interface Job {
  readonly event?: string
  readonly head?: string
  readonly base?: string
  readonly sha?: string
  readonly inputs?: { readonly [name: string]: string }
}

function run(folder: TempFolder, { event = 'pull_request', ...job }: Job): ActionResult {
  return runAction(action, {
    folder: folder.path,
    inputs: job.inputs ?? {},
    env: cleanEnv({
      PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter),
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_ACTION_PATH: root,
      GITHUB_EVENT_NAME: event,
      GITHUB_REPOSITORY: 'shop/messages',
      GITHUB_SHA: job.sha ?? git(folder, 'rev-parse', 'HEAD'),
      GITHUB_WORKSPACE: folder.path,
    }),
    expressions: {
      'github.event.pull_request.head.repo.full_name': job.head ?? 'shop/messages',
      'github.event.pull_request.base.sha': job.base ?? '',
    },
  })
}

describe('the action', { timeout: 60_000 }, () => {
  it('passes when there is nothing to find', () => {
    const result = run(makeRepository({ 'messages/open.yaml': clean }), {})
    expect(result).toMatchObject({ code: 0, failed: undefined })
  })

  it('fails with an annotation at the mistake', () => {
    const folder = makeRepository({ 'messages/open.yaml': broken })
    const result = run(folder, {})
    expect(result).toMatchObject({ code: 1, failed: 'Lint' })
    expect(result.output).toMatch(/^::error .*file=messages\/open\.yaml.*line=1,/m)
  })

  it('leaves out what a baseline holds', () => {
    const idle = 'variables: { name: string }\nmessage: { text: We are open }\n'
    const finding = { file: 'messages/open.yaml', rule: 'unused-variable', path: 'variables.name' }
    const entry = { ...finding, fingerprint: '0'.repeat(16), message: '' }
    const folder = makeRepository({
      'messages/open.yaml': idle,
      'known.json': JSON.stringify({ version: 1, findings: [entry] }),
    })
    expect(run(folder, { inputs: { 'max-warnings': '0' } }).failed).toBe('Lint')
    const inputs = { 'max-warnings': '0', baseline: 'known.json' }
    expect(run(folder, { inputs }).failed).toBe(undefined)
  })

  it('annotates files by their path in the repository, in whatever folder it runs', () => {
    const folder = makeRepository({ 'services/shop/messages/open.yaml': broken })
    const result = run(folder, { inputs: { 'working-directory': 'services/shop' } })
    expect(result).toMatchObject({ code: 1, failed: 'Lint' })
    expect(result.output).toMatch(/^::error .*file=services\/shop\/messages\/open\.yaml.*line=1,/m)
  })

  it('tells in the summary what customers would read differently', () => {
    const folder = makeRepository({ 'messages/open.yaml': clean })
    const base = git(folder, 'rev-parse', 'HEAD')
    folder.write({ 'messages/open.yaml': clean.replace('open', 'closed') })
    commit(folder)
    const result = run(folder, { base })
    expect(result).toMatchObject({ code: 0, failed: undefined })
    expect(result.summary).toContain('We are closed')
  })

  it('fails for what the compiler does not find, or for what it is told to', () => {
    const button = '{ id: call, text: Call us }'
    const ask = `message: { text: Hello, replyButtonMessage: { buttons: [${button}] } }\n`
    const folder = makeRepository({ 'messages/open.yaml': ask })
    const base = git(folder, 'rev-parse', 'HEAD')
    folder.write({ 'messages/open.yaml': ask.replace('] }', ', { id: wait, text: Wait }] }') })
    commit(folder)
    const added = run(folder, { base })
    expect(added).toMatchObject({ code: 0, failed: undefined })
    expect(added.summary).toContain('**breaks callers**')
    expect(added.output).not.toContain('::error')
    const step = 'What customers would read differently'
    const strict = run(folder, { base, inputs: { 'diff-fail-on': 'callers' } })
    expect(strict).toMatchObject({ code: 1, failed: step })
    expect(strict.output).toContain('::error title=connectly diff::the summary of this run says')
    folder.write({ 'messages/open.yaml': ask.replace('id: call', 'id: ring') })
    commit(folder)
    expect(run(folder, { base })).toMatchObject({ code: 1, failed: step })
    expect(run(folder, { base, inputs: { 'diff-fail-on': 'none' } })).toMatchObject({ code: 0 })
  })

  const code =
    "import { writeFileSync } from 'node:fs'\nwriteFileSync('ran', '')\nexport default {}\n"

  it('runs no config code of a fork, and that of the project itself', () => {
    const folder = makeRepository({ 'messages/open.yaml': clean, 'connectly.config.ts': code })
    const strange = run(folder, { head: 'stranger/messages' })
    expect(strange).toMatchObject({ code: 2, failed: 'Lint' })
    expect(strange.output).toContain('connectly.config.ts')
    expect(run(folder, { head: '' })).toMatchObject({ code: 2, failed: 'Lint' })
    expect(run(folder, { inputs: { 'config-code': 'refuse' } })).toMatchObject({ code: 2 })
    expect(folder.has('ran')).toBe(false)
    expect(run(folder, {})).toMatchObject({ code: 0 })
    expect(folder.has('ran')).toBe(true)
  })

  it('refuses the files of a pull request under pull_request_target', () => {
    const folder = makeRepository({ 'messages/open.yaml': clean })
    const base = git(folder, 'rev-parse', 'HEAD')
    folder.write({ 'messages/open.yaml': `# changed\n${clean}` })
    commit(folder)
    const result = run(folder, { event: 'pull_request_target', sha: base })
    expect(result).toMatchObject({ code: 2, failed: "Refuse a stranger's files beside secrets" })
    expect(result.output).toMatch(/^::error /m)
    git(folder, 'checkout', '--quiet', base)
    expect(run(folder, { event: 'pull_request_target', sha: base })).toMatchObject({ code: 0 })
  })

  it('hands inputs on as they are, whatever shell may read into them', () => {
    const hostile = '$(touch pwned) `touch pwned`; touch pwned\n"\'; touch pwned; #'
    const folder = makeRepository({ 'messages/open.yaml': clean })
    const names = ['paths', 'changed-since', 'max-warnings', 'sarif-file']
    const inputs = Object.fromEntries(names.map((name) => [name, hostile]))
    const linted = run(folder, { inputs, head: hostile, base: hostile })
    expect(linted).toMatchObject({ code: 2, failed: 'Lint' })
    for (const name of ['diff-base', 'diff-fail-on']) {
      const compared = run(folder, { inputs: { [name]: hostile }, base: 'HEAD' })
      expect(compared).toMatchObject({ code: 2, failed: 'What customers would read differently' })
      expect(compared.output).not.toContain('::error title=connectly diff')
    }
    expect(folder.list().filter((path) => path.endsWith('pwned'))).toEqual([])
  })

  it('fetches its own version where the project has installed none', () => {
    const folder = makeRepository({ 'messages/open.yaml': clean })
    rmSync(join(folder.path, 'node_modules'), { recursive: true })
    // What it would run is asked, not run: the registry is another machine.
    folder.write({ 'bin/npm': '#!/bin/sh\necho "npm $*"\n' })
    chmodSync(join(folder.path, 'bin/npm'), 0o755)
    const { output } = runAction(action, {
      folder: folder.path,
      inputs: { paths: 'messages\nmore messages\n', 'changed-since': 'main' },
      env: cleanEnv({
        PATH: [join(folder.path, 'bin'), process.env['PATH']].join(delimiter),
        GITHUB_ACTION_PATH: root,
        GITHUB_EVENT_NAME: 'push',
        GITHUB_REPOSITORY: 'shop/messages',
      }),
      expressions: {},
    })
    expect(output).toContain(
      'npm exec --yes --package=connectly-messages@0.1.0 -- connectly lint --format github --changed-since=main --allow-empty -- messages more messages\n',
    )
  })
})
