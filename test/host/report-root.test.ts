import { mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openReportRoot } from '../../src/host/report-root.ts'
import { makeTempFolder } from '../helpers/temp-folder.ts'

const file = 'messages/bad.yaml'

/** A folder with a project three folders down, and `.git` where it is said. */
function makeProject(...repositories: readonly string[]): { root: string; cwd: string } {
  const { path: root, write } = makeTempFolder()
  rmSync(join(root, '.git'))
  write(Object.fromEntries(repositories.map((folder) => [join(folder, '.git'), ''])))
  const cwd = join(root, 'work/shop/services')
  mkdirSync(cwd, { recursive: true })
  return { root, cwd }
}

describe('openReportRoot', () => {
  it.each([
    ['from the repository around', ['work'], {}, 'shop/services/messages/bad.yaml'],
    [
      'from the folder of the job without a `.git`',
      [],
      { GITHUB_WORKSPACE: 'work' },
      'shop/services/messages/bad.yaml',
    ],
    ['from that of GitLab', [], { CI_PROJECT_DIR: 'work/shop' }, 'services/messages/bad.yaml'],
    [
      'from a checkout in a folder of the job',
      ['work/shop'],
      { GITHUB_WORKSPACE: 'work' },
      'services/messages/bad.yaml',
    ],
    [
      'not from a repository around the job',
      ['.'],
      { GITHUB_WORKSPACE: 'work' },
      'shop/services/messages/bad.yaml',
    ],
    [
      'not from a job elsewhere',
      ['work/shop'],
      { GITHUB_WORKSPACE: 'other' },
      'services/messages/bad.yaml',
    ],
  ])('names files %s', async (_, repositories, env, expected) => {
    const { root, cwd } = makeProject(...repositories)
    const absolute = Object.entries(env).map(([name, folder]) => [name, join(root, folder)])
    expect((await openReportRoot(cwd, Object.fromEntries(absolute)))(file)).toBe(expected)
  })

  it('sees through a symbolic link to the folder of the job', async () => {
    const { root, cwd } = makeProject()
    symlinkSync(join(root, 'work'), join(root, 'link'))
    const fromRoot = await openReportRoot(cwd, { GITHUB_WORKSPACE: join(root, 'link') })
    expect(fromRoot(file)).toBe('shop/services/messages/bad.yaml')
  })
})
