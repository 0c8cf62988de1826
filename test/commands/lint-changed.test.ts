import { rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type GitFolder, makeGitFolder } from '../helpers/git-folder.ts'
import { runCli } from '../helpers/run-cli.ts'
import { runMain } from '../helpers/run-main.ts'
import { makeTempFolder } from '../helpers/temp-folder.ts'

const broken = 'message:\n  text: "Hello {{ name }}"\n'
const clean = 'message:\n  text: Hello\n'
const spanish = `# connectly-disable unlisted-locale -- no config lists it\n${clean}`

const files = {
  'messages/a.yaml': broken,
  'messages/b.yaml': broken,
  'messages/b.es.yaml': spanish,
  'messages/c d/ü.yaml': broken,
}

interface Outcome {
  readonly code: number | null
  readonly files: readonly string[]
  readonly stderr: string
}

async function lintSince(
  { path }: Pick<GitFolder, 'path'>,
  ref: string,
  args: readonly string[] = [],
): Promise<Outcome> {
  const { code, stdout, stderr } = await runMain(
    ['lint', `--changed-since=${ref}`, '--format=json', ...args],
    { cwd: path },
  )
  const found: readonly { readonly file: string }[] =
    stdout === '' ? [] : JSON.parse(stdout).diagnostics
  return { code, files: [...new Set(found.map(({ file }) => file))], stderr }
}

describe('connectly lint --changed-since', () => {
  it('says that nothing changed, and ends with 0', async () => {
    expect(await lintSince(makeGitFolder(files), 'main')).toEqual({
      code: 0,
      files: [],
      stderr: 'no message file changed since main\n',
    })
  })

  it('sees commits, what is staged, what is not, and what is not tracked', async () => {
    const folder = makeGitFolder(files)
    folder.git('switch', '--quiet', '--create', 'topic')
    folder.write({ 'messages/a.yaml': `${broken}# 1\n` })
    folder.commit()
    expect((await lintSince(folder, 'main')).files).toEqual(['messages/a.yaml'])
    folder.write({ 'messages/c d/ü.yaml': `${broken}# 2\n` })
    expect((await lintSince(folder, 'main')).files).toEqual([
      'messages/a.yaml',
      'messages/c d/ü.yaml',
    ])
    folder.git('add', '--all')
    folder.write({ 'messages/new.yaml': broken, '.gitignore': 'old.yaml\n' })
    folder.write({ 'messages/old.yaml': broken })
    expect(await lintSince(folder, 'main')).toMatchObject({
      code: 1,
      files: ['messages/a.yaml', 'messages/c d/ü.yaml', 'messages/new.yaml', 'messages/old.yaml'],
    })
  })

  it('compares with the commit where the branches parted', async () => {
    const folder = makeGitFolder(files)
    folder.git('switch', '--quiet', '--create', 'topic')
    folder.git('switch', '--quiet', 'main')
    folder.write({ 'messages/a.yaml': clean })
    folder.commit()
    folder.git('switch', '--quiet', 'topic')
    expect((await lintSince(folder, 'main')).stderr).toContain('no message file changed')
  })

  it('checks every file of a message of which one changed, came, moved or went', async () => {
    const folder = makeGitFolder({ ...files, 'messages/b.pt.yaml': clean })
    folder.write({ 'messages/b.es.yaml': `${spanish}# 1\n` })
    expect((await lintSince(folder, 'main')).files).toContain('messages/b.yaml')
    folder.git('checkout', '--quiet', '.')
    rmSync(join(folder.path, 'messages/b.pt.yaml'))
    expect((await lintSince(folder, 'main')).files).toEqual(['messages/b.yaml'])
    folder.git('checkout', '--quiet', '.')
    folder.git('mv', 'messages/a.yaml', 'messages/z.yaml')
    expect((await lintSince(folder, 'main')).files).toEqual(['messages/z.yaml'])
    folder.write({ 'messages/c_d.yaml': clean, 'messages/c-d.yaml': clean })
    folder.commit()
    folder.write({ 'messages/c-d.yaml': `${clean}# 1\n` })
    expect((await lintSince(folder, 'HEAD')).files).toEqual(['messages/c_d.yaml'])
  })

  it('narrows the files and folders that are named', async () => {
    const folder = makeGitFolder(files)
    folder.write({ 'messages/a.yaml': `${broken}#\n`, 'messages/b.yaml': `${broken}#\n` })
    expect((await lintSince(folder, 'main', ['messages/a.yaml', 'messages/c d'])).files).toEqual([
      'messages/a.yaml',
    ])
    expect((await lintSince(folder, 'main', ['messages/c d'])).code).toBe(0)
  })

  it('checks everything where the config changed, came or went', async () => {
    const all = ['messages/a.yaml', 'messages/b.yaml', 'messages/c d/ü.yaml']
    const folder = makeGitFolder(files)
    folder.write({ 'connectly.config.yaml': 'defaults: { maxLength: 9 }\n' })
    const added = await lintSince(folder, 'main')
    expect(added.files).toEqual(all)
    expect(added.stderr).toMatch(/^everything is checked: the config changed since main/)
    folder.commit()
    expect((await lintSince(folder, 'HEAD')).files).toEqual([])
    rmSync(join(folder.path, 'connectly.config.yaml'))
    expect((await lintSince(folder, 'HEAD')).files).toEqual(all)
  })

  it('checks everything where the config imports what may have changed', async () => {
    const folder = makeGitFolder({
      ...files,
      'package.json': '{ "type": "module" }',
      'rules.ts': 'export const rules = {}\n',
      'connectly.config.ts': "import { rules } from './rules.ts'\nexport default { rules }\n",
    })
    expect((await lintSince(folder, 'main')).files).toContain('messages/a.yaml')
  })

  it('works below the top of a repository, through links, and for files git overlooks', async () => {
    const shop = Object.fromEntries(
      Object.entries(files).map(([name, text]) => [`shop/${name}`, text]),
    )
    const folder = makeGitFolder(shop)
    folder.write({ 'shop/messages/a.yaml': `${broken}# 1\n` })
    const inside = { path: join(folder.path, 'shop') }
    expect((await lintSince(inside, 'main')).files).toEqual(['messages/a.yaml'])
    const { path } = makeTempFolder()
    symlinkSync(folder.path, join(path, 'link'))
    const cwd = ['--cwd', join(path, 'link/shop')]
    expect((await lintSince(folder, 'main', cwd)).files).toEqual(['messages/a.yaml'])
    folder.git('update-index', '--assume-unchanged', 'shop/messages/b.yaml')
    expect((await lintSince(inside, 'main')).files).toEqual(['messages/a.yaml', 'messages/b.yaml'])
  })

  it.each(['nowhere', '--output=/tmp/x', '-h', '', 'origin/main', 'main..topic'])(
    'refuses %j, which is no commit',
    async (ref) => {
      const { code, stderr } = await lintSince(makeGitFolder(files), ref)
      expect(code).toBe(2)
      expect(stderr).toContain(`git knows no commit ${JSON.stringify(ref)}`)
    },
  )

  it('says what is missing where git cannot answer', async () => {
    const { path } = makeTempFolder({ 'messages/a.yaml': clean })
    const args = ['lint', '--changed-since', 'main']
    rmSync(join(path, '.git'))
    const results = await Promise.all([
      runCli(args, { cwd: path }),
      runCli(args, { cwd: path, env: { PATH: '/nowhere' } }),
      runCli([...args, '-'], { cwd: path, stdin: clean }),
    ])
    expect(results.map(({ code, stderr }) => ({ code, stderr }))).toEqual([
      { code: 2, stderr: 'this folder belongs to no git repository\n' },
      { code: 2, stderr: 'git is needed for this, and there is none in the PATH\n' },
      {
        code: 2,
        stderr: '--changed-since asks git, which knows no standard input: leave `-` out\n',
      },
    ])
  })

  it('refuses histories that never met', async () => {
    const folder = makeGitFolder(files)
    folder.git('switch', '--quiet', '--orphan', 'island')
    folder.write({ 'messages/a.yaml': clean })
    folder.commit()
    const { code, stderr } = await lintSince(folder, 'main')
    expect(code).toBe(2)
    expect(stderr).toContain('main and HEAD have no commit in common')
  })
})
