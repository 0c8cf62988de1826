import { printable } from '../emit/printable.ts'
import { openLintCache } from '../host/lint-cache.ts'
import { findLintCache } from '../host/lint-cache-place.ts'
import { compileProject, type ProjectCompilation } from '../language/project.ts'
import type { CommandIo } from './command.ts'
import type { CacheOptions } from './lint-options.ts'
import type { ReadProject } from './open-project.ts'

/** Compiles what changed since it was compiled last, and takes what was found in the rest. */
export async function compileRemembered(
  { files, options }: ReadProject,
  { location, root }: CacheOptions & { readonly root: string },
  { cwd, env, log }: CommandIo,
): Promise<ProjectCompilation> {
  const place = await findLintCache({ cwd, root, location, env })
  if (place === undefined) {
    log('nothing is remembered: there is no folder for it, name one with --cache-location\n')
    return compileProject(files, { ...options, isWithoutMessages: true })
  }
  const { memory, save } = openLintCache(place)
  const compiled = compileProject(files, { ...options, isWithoutMessages: true, memory })
  const problem = await save()
  if (problem !== undefined)
    log(`the cache cannot be written to ${printable(place.file)}: ${problem}\n`)
  return compiled
}
