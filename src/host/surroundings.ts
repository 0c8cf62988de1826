import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { toPosix } from './paths.ts'

/** What is around a folder in which a project shall begin. */
export interface Surroundings {
  /** Whether `.ts` files there are modules: the nearest `package.json` says `"type": "module"`. */
  readonly isModule: boolean
  /** Where it lies in its repository, if not at the root: paths with `/`. */
  readonly nesting: Nesting | undefined
  /** The schema of the installed package, as a message file in `messages/` names it. */
  readonly schema: string | undefined
}

/** A folder in a repository. */
export interface Nesting {
  readonly folder: string
  /** Where packages are installed; absent at the root. */
  readonly packages: string | undefined
}

const installed = 'node_modules/connectly-messages/schema/message.schema.json'

/** Looks at a folder and the folders above it; the folder need not exist. */
export function surroundingsOf(root: string): Surroundings {
  const folders = [...upwards(root)]
  const manifest = folders.map((folder) => join(folder, 'package.json')).find(existsSync)
  const repository = folders.find((folder) => existsSync(join(folder, '.git')))
  const schema = folders.map((folder) => join(folder, installed)).find(existsSync)
  return {
    isModule: manifest !== undefined && typeOf(manifest) === 'module',
    nesting: repository === undefined || repository === root ? undefined : nest(root, repository),
    schema: schema === undefined ? undefined : toPosix(relative(join(root, 'messages'), schema)),
  }
}

/** Packages are installed where the lock file is: that of a workspace lies above it. */
function nest(root: string, repository: string): Nesting {
  const between = [...upwards(root)].filter(
    (folder) => !relative(repository, folder).startsWith('..'),
  )
  const holds = (name: string) => (folder: string) => existsSync(join(folder, name))
  const packages =
    between.find(holds('package-lock.json')) ?? between.find(holds('package.json')) ?? repository
  return {
    folder: toPosix(relative(repository, root)),
    packages: packages === repository ? undefined : toPosix(relative(repository, packages)),
  }
}

function* upwards(folder: string): Iterable<string> {
  yield folder
  const parent = dirname(folder)
  if (parent !== folder) yield* upwards(parent)
}

/** A manifest that cannot be read says nothing; npm complains about it in its own words. */
function typeOf(manifest: string): unknown {
  try {
    return JSON.parse(readFileSync(manifest, 'utf8')).type
  } catch {
    return undefined
  }
}
