import { readFileSync, statSync } from 'node:fs'
import { createRequire, Module } from 'node:module'
import { dirname } from 'node:path'
import { Script } from 'node:vm'
import { type CacheSurroundings, findCacheEntry, readCacheEntry } from './code-cache.ts'

/** A file that was loaded in a way that lets its code be kept. */
export interface Preloaded {
  /** Whether the code of an earlier run was used. */
  readonly isFromCache: boolean
  /** Keeps the code that has run so far for later runs; says whether it could. */
  keep(): Promise<boolean>
}

/**
 * Loads a bundled CommonJS file with the bytecode of an earlier run, so that a later `import` or
 * `require` of it finds it done. Node's own compile cache holds what was compiled when a file was
 * loaded; V8 leaves most functions for their first call, and compiling those took a quarter of the
 * time of `lint`. What is kept here is taken after a run, so it holds what ran, and nothing else.
 *
 * @param file Absolute, in ASCII; it loads others with `require`, and never with `import`
 * @param digest Tells this content of the file from every other; without one nothing is loaded
 * @returns undefined where nothing can be kept: the file is then loaded as any other is
 */
export function preload(
  file: string,
  digest: string | undefined,
  surroundings?: CacheSurroundings,
): Preloaded | undefined {
  if (digest === undefined) return undefined
  const entry = findCacheEntry(digestOf(file, digest), surroundings)
  if (entry === undefined) return undefined
  const cachedData = readCacheEntry(entry)
  const script = compile(file, cachedData)
  run(script, file)
  return {
    isFromCache: cachedData !== undefined && script.cachedDataRejected !== true,
    keep: async () => {
      const { writeCacheEntry } = await import('./write-code-cache.ts')
      return writeCacheEntry(entry, script.createCachedData())
    },
  }
}

/** A file that was changed by hand after it was built is another one. */
function digestOf(file: string, digest: string): string {
  const { size, mtimeMs } = statSync(file)
  return `${digest} ${size} ${mtimeMs}`
}

function compile(file: string, cachedData: Buffer | undefined): Script {
  const wrapped = `(function (exports, require, module, __filename, __dirname) {\n${readFileSync(file, 'latin1')}\n})`
  return new Script(wrapped, {
    filename: file,
    // Places in a stack are those of the file.
    lineOffset: -1,
    ...(cachedData === undefined ? {} : { cachedData }),
  })
}

/** Does what `require` does with a file that it has compiled. */
function run(script: Script, file: string): void {
  const require = createRequire(file)
  const module = new Module(file)
  module.filename = file
  require.cache[file] = module
  script.runInThisContext()(module.exports, require, module, file, dirname(file))
  module.loaded = true
}
