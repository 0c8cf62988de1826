import { realpathSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { findRepositoryRoot } from './find-config.ts'
import { isBelow, toPosix } from './paths.ts'

/** Where GitHub and GitLab check out what a job is about. */
const checkouts = ['GITHUB_WORKSPACE', 'CI_PROJECT_DIR'] as const

/**
 * Finds how services name files: from the root of the repository. A checkout may lie in a folder of
 * the job, so the nearest `.git` decides; where a checkout came without one, the folder of the job;
 * outside of both, the working directory, as everywhere else.
 *
 * @returns what turns a path from the working directory into one from that root, with `/`
 */
export async function openReportRoot(
  cwd: string,
  env: { readonly [name: string]: string | undefined },
): Promise<(file: string) => string> {
  const checkout = checkouts
    .flatMap((name) => (env[name] ? [seenFrom(cwd, env[name])] : []))
    .find((folder) => isBelow(cwd, folder))
  const repository = await findRepositoryRoot(cwd)
  // A repository around the folder of the job is not the one that the job is about.
  const isAround = checkout !== undefined && repository !== undefined && repository !== checkout
  const root =
    isAround && isBelow(checkout, repository) ? checkout : (repository ?? checkout ?? cwd)
  return (file) => toPosix(relative(root, resolve(cwd, file)))
}

/** A folder as spelled by the one below it: a runner may name it through a symbolic link. */
function seenFrom(cwd: string, folder: string): string {
  if (isBelow(cwd, folder)) return resolve(folder)
  try {
    return realpathSync(folder)
  } catch {
    return folder // a variable of another machine
  }
}
