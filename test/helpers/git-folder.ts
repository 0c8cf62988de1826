import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { cleanEnv } from './cli-process.ts'
import { type FileTexts, makeTempFolder, type TempFolder } from './temp-folder.ts'

/** A folder under version control. */
export interface GitFolder extends TempFolder {
  git(...args: readonly string[]): string
  /** Commits everything that there is. */
  commit(): void
}

/** Makes a repository with one commit, on the branch `main`. */
export function makeGitFolder(files: FileTexts): GitFolder {
  const folder = makeTempFolder(files)
  rmSync(join(folder.path, '.git'))
  const env = cleanEnv({
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'Ana',
    GIT_AUTHOR_EMAIL: 'ana@shop.example',
    GIT_COMMITTER_NAME: 'Ana',
    GIT_COMMITTER_EMAIL: 'ana@shop.example',
  })
  const git = (...args: readonly string[]): string =>
    execFileSync('git', args, { cwd: folder.path, env, encoding: 'utf8' })
  const commit = (): void => {
    git('add', '--all')
    git('commit', '--quiet', '--allow-empty', '--message', 'messages')
  }
  git('init', '--quiet', '--initial-branch', 'main')
  commit()
  return { ...folder, git, commit }
}
