import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { ConnectlyError } from '../model/errors.ts'
import { codeOf } from './paths.ts'

/** Git is not there, refused, or does not know what it was asked for. */
export class GitError extends ConnectlyError {
  override readonly name: string = 'GitError'
}

/** A work tree that git looks after. */
export interface Repository {
  /** Its top folder, absolute, without symbolic links. */
  readonly root: string
  /** The same folder as seen from the one that was asked about: symbolic links above it are kept. */
  readonly seenRoot: string
  /**
   * Runs git in the top folder, hands it an input, and returns what it printed; names are best asked for with `-z`.
   * @throws {@link GitError}
   */
  run(args: readonly string[], input?: string): Promise<Buffer>
  /**
   * The commit that a name stands for, whatever the name looks like.
   * @throws {@link GitError} where git knows no such commit
   */
  commitOf(ref: string): Promise<string>
}

/**
 * Finds the repository around a folder.
 * @throws {@link GitError} where there is none, or no git
 */
export async function openRepository(folder: string): Promise<Repository> {
  const root = lineOf(await runGit(['rev-parse', '--show-toplevel'], folder))
  const upwards = lineOf(await runGit(['rev-parse', '--show-cdup'], folder))
  return {
    root,
    seenRoot: resolve(folder, upwards),
    run: (args, input) => runGit(args, root, input),
    commitOf: (ref) => commitOf(ref, root),
  }
}

/**
 * The commit in which `HEAD`, or another commit, left a first one.
 * @throws {@link GitError} where git knows no such commit, or the two have none in common
 */
export async function findMergeBase(
  ref: string,
  { run, commitOf: find }: Repository,
  other = 'HEAD',
): Promise<string> {
  const commit = await find(ref)
  const head = await find(other)
  try {
    return lineOf(await run(['merge-base', commit, head]))
  } catch (error) {
    throw new GitError(
      `${ref} and HEAD have no commit in common: fetch more of the history (on GitHub: \`fetch-depth: 0\` of actions/checkout)`,
      { cause: error },
    )
  }
}

/** The only line of an output. */
export function lineOf(output: Buffer): string {
  return output.toString().replace(/\r?\n$/, '')
}

/** Takes an output apart that ends each name with NUL. */
export function namesOf(output: Buffer): readonly string[] {
  return output
    .toString()
    .split('\0')
    .filter((name) => name !== '')
}

async function commitOf(ref: string, root: string): Promise<string> {
  try {
    const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]
    return lineOf(await runGit(args, root))
  } catch (error) {
    throw new GitError(`git knows no commit ${JSON.stringify(ref)}${wayTo(ref)}`, { cause: error })
  }
}

/** What a fresh clone of a CI system lacks. */
function wayTo(ref: string): string {
  const [, branch] = /^origin\/([\w./-]+)$/.exec(ref) ?? []
  const fetching = branch === undefined ? 'fetch it' : `\`git fetch origin ${branch}\``
  return `: if it is elsewhere, ${fetching} first (on GitHub: \`fetch-depth: 0\` of actions/checkout)`
}

const maxOutputBytes = 256 * 1024 * 1024

/** No pager, no questions, no network, no monitor that a repository brings along. */
function runGit(args: readonly string[], cwd: string, input = ''): Promise<Buffer> {
  const { promise, resolve: end, reject } = Promise.withResolvers<Buffer>()
  const command = ['--no-pager', '-c', 'core.fsmonitor=false', ...args]
  const options = {
    cwd,
    encoding: 'buffer',
    env: environment(),
    maxBuffer: maxOutputBytes,
    windowsHide: true,
  } as const
  const child = execFile('git', command, options, (error, stdout, stderr) => {
    if (error === null) end(stdout)
    else reject(new GitError(explain(error, args, stderr.toString()), { cause: error }))
  })
  // Git may end before it has read everything: what it says then is the better reason.
  child.stdin?.on('error', () => undefined)
  child.stdin?.end(input)
  return promise
}

/** Filters of a repository are programs too: they are handed no secret. */
function environment(): NodeJS.ProcessEnv {
  const { CONNECTLY_API_KEY: _key, CONNECTLY_WEBHOOK_SECRET: _secret, ...rest } = process.env
  return {
    ...rest,
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_LAZY_FETCH: '1',
    LC_ALL: 'C',
  }
}

function explain(error: Error, args: readonly string[], said: string): string {
  if (codeOf(error) === 'ENOENT') return 'git is needed for this, and there is none in the PATH'
  if (said.includes('not a git repository')) return 'this folder belongs to no git repository'
  const [reason = error.message] = said.split('\n').filter((line) => line.trim() !== '')
  return `git ${args[0]}: ${reason}`
}
