import { createHash, hash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'
import { lazily } from '../model/lazily.ts'
import { userCacheFolder } from './code-cache.ts'
import { findRepositoryRoot } from './find-config.ts'
import type { LintCachePlace } from './lint-cache.ts'

/** What decides where a project's cache stands. */
export interface LintCacheOptions {
  readonly cwd: string
  /** The folder of the config. */
  readonly root: string
  /** What the user asked for: a file, or a folder that exists or ends with a slash. */
  readonly location?: string | undefined
  readonly env: { readonly [name: string]: string | undefined }
}

/**
 * Finds where the findings of a project are kept: where the user says, else below the nearest
 * `node_modules`, else in the folder that a user has for such things. There is none where the
 * environment names none.
 */
export async function findLintCache(
  options: LintCacheOptions,
): Promise<LintCachePlace | undefined> {
  const file = await fileFor(options)
  if (file === undefined) return undefined
  return { file, program: identifyProgram(), userId: process.geteuid?.() }
}

async function fileFor({
  cwd,
  root,
  location,
  env,
}: LintCacheOptions): Promise<string | undefined> {
  const name = `lint-${hash('sha256', root, 'hex').slice(0, 8)}.cache`
  if (location !== undefined) {
    const path = resolve(cwd, location)
    return /[/\\]$/.test(location) || isFolder(path) ? join(path, name) : path
  }
  const modules = await findModules(root)
  if (modules !== undefined) return join(modules, '.cache/connectly', name)
  const folder = userCacheFolder(env, process.platform)
  return folder === undefined ? undefined : join(folder, 'connectly-messages-lint', name)
}

/** The nearest `node_modules` at or above a folder, as far as the root of its repository. */
async function findModules(root: string): Promise<string | undefined> {
  const stop = (await findRepositoryRoot(root)) ?? root
  for (let folder = root; ; folder = dirname(folder)) {
    const modules = join(folder, 'node_modules')
    if (isFolder(modules)) return modules
    if (folder === stop || folder === dirname(folder)) return undefined
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    // What cannot be looked at cannot be written into either.
    return false
  }
}

/**
 * A digest of all code that this program consists of, and of what runs it: a version number would
 * stay the same while somebody changes a rule.
 */
const identifyProgram: () => string = lazily(() => {
  // `src`, or `dist` of the bundle.
  const folder = dirname(import.meta.dirname)
  const digest = createHash('sha256')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  for (const name of files.filter((file) => /\.(?:[cm]?js|ts|json)$/.test(file)).toSorted()) {
    if (name.startsWith(`types${sep}`)) continue
    digest.update(`${name}\n`).update(readFileSync(join(folder, name)))
  }
  return `${digest.digest('base64url')} ${process.version}`
})
