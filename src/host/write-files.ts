import { lstat, readFile, realpath, rmdir, unlink } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { type GeneratedFiles, manifestName, manifestText } from '../emit/generate.ts'
import { generatedHeader } from '../emit/module-text.ts'
import { compareText } from '../model/diagnostic.ts'
import { ConnectlyError } from '../model/errors.ts'
import { isObject } from '../model/json.ts'
import { codeOf, isBelow, reasonOf } from './paths.ts'
import { writeTextFile } from './write-text.ts'

/** What an earlier run generated, by its own account: paths below the output folder, with `/`. */
export interface Manifest {
  readonly files: readonly string[]
}

/** What writing changed; paths below the output folder, with `/`, sorted. */
export interface WriteResult {
  readonly written: readonly string[]
  readonly deleted: readonly string[]
  readonly unchanged: readonly string[]
}

/** How the output folder differs from what would be generated; paths as in {@link WriteResult}. */
export interface CheckResult {
  /** There, with another text. */
  readonly stale: readonly string[]
  readonly missing: readonly string[]
  /** Generated earlier and no longer. */
  readonly leftOver: readonly string[]
}

/** The output folder cannot take what was generated; nothing was written. */
export class OutputError extends ConnectlyError {
  override readonly name: string = 'OutputError'
  /** Absolute. */
  readonly path: string

  constructor(message: string, path: string, options?: ErrorOptions) {
    super(message, options)
    this.path = path
  }
}

const generatedPath =
  /^(?:(?:[a-z0-9][a-z0-9_-]*\/)*[a-z0-9][a-z0-9_-]*\.[jt]s|_replies\.[jt]s|index\.d\.ts)$/

/** Reads what an earlier run generated; a manifest that is absent or broken lists nothing. */
export async function readManifest(output: string): Promise<Manifest> {
  const text = await readText(join(output, manifestName))
  return { files: text === undefined ? [] : parseManifest(text) }
}

/**
 * Writes generated files: only what changed, each in one step, and nothing at all when one of them
 * would replace something that was not generated. Deletes what an earlier run generated and this
 * one did not.
 *
 * @param output Absolute
 * @param manifest What {@link readManifest} says
 * @param root The project: an output folder inside it must not lead out of it
 * @throws {@link OutputError}
 */
export async function writeFiles(
  output: string,
  files: GeneratedFiles,
  manifest: Manifest,
  root?: string,
): Promise<WriteResult> {
  if (root !== undefined) await checkOutputFolder(output, root)
  const { changed, unchanged } = await compareAll(output, files)
  const leftOver = await findLeftOver(output, files, manifest)
  const manifestFile = join(output, manifestName)
  const expected = files[manifestName] ?? ''
  // Whenever this ends, everything that is there stands in the manifest: what does not is never
  // deleted again.
  if (changed.includes(manifestName)) {
    const both = manifestText([...parseManifest(expected), ...leftOver])
    await writeGenerated(manifestFile, leftOver.length === 0 ? expected : both)
  }
  await writeAll(
    output,
    files,
    changed.filter((path) => path !== manifestName),
  )
  for (const path of leftOver) await deleteFile(output, path)
  if (leftOver.length > 0) await writeGenerated(manifestFile, expected)
  return { written: changed, deleted: leftOver, unchanged }
}

/**
 * Says what {@link writeFiles} would change; writes nothing.
 *
 * @throws {@link OutputError} for a file in the way that was not generated
 */
export async function checkFiles(
  output: string,
  files: GeneratedFiles,
  manifest: Manifest,
): Promise<CheckResult> {
  const stale: string[] = []
  const missing: string[] = []
  for (const path of sortedPaths(files)) {
    const text = await readText(join(output, path))
    if (text !== undefined) checkIsOurs(output, path, text)
    if (text === undefined) missing.push(path)
    else if (!isSameFile(path, text, files[path] ?? '')) stale.push(path)
  }
  return { stale, missing, leftOver: await findLeftOver(output, files, manifest) }
}

async function compareAll(
  output: string,
  files: GeneratedFiles,
): Promise<{ readonly changed: readonly string[]; readonly unchanged: readonly string[] }> {
  const changed: string[] = []
  const unchanged: string[] = []
  for (const path of sortedPaths(files)) {
    await checkPlace(output, path)
    const current = await readText(join(output, path))
    if (current !== undefined) checkIsOurs(output, path, current)
    if (current !== undefined && current === files[path]) unchanged.push(path)
    else changed.push(path)
  }
  return { changed, unchanged }
}

function checkIsOurs(output: string, path: string, text: string): void {
  if (path === manifestName || isGenerated(text)) return
  const file = join(output, path)
  const message = `${file} was not generated and would be overwritten: move it away, or set \`output\` to another folder`
  throw new OutputError(message, file)
}

/** Refuses a path on whose way something else than a folder stands, or a link away from it. */
async function checkPlace(output: string, path: string): Promise<void> {
  if (path !== manifestName && !generatedPath.test(path)) {
    throw new TypeError(`not the path of a generated file: ${path}`)
  }
  const segments = path.split('/')
  for (let depth = 1; depth <= segments.length; depth++) {
    const place = join(output, ...segments.slice(0, depth))
    const status = await lstatOf(place)
    if (status === undefined) return
    const isExpected = depth === segments.length ? status.isFile() : status.isDirectory()
    if (isExpected) continue
    const kind = depth === segments.length ? 'file' : 'folder'
    throw new OutputError(
      `${place} is no plain ${kind}: remove it, or set another \`output\``,
      place,
    )
  }
}

async function checkOutputFolder(output: string, root: string): Promise<void> {
  if (!isBelow(output, root)) return
  const real = await realpath(await nearestExisting(output)).catch(() => undefined)
  if (real !== undefined && isBelow(real, await realpath(root))) return
  const message = `${output} leads out of the project through a symbolic link: set another \`output\``
  throw new OutputError(message, output)
}

async function nearestExisting(path: string): Promise<string> {
  const parent = dirname(path)
  if (parent === path || (await lstatOf(path)) !== undefined) return path
  return nearestExisting(parent)
}

/** What stands in the manifest, carries our header, and is not generated any more. */
async function findLeftOver(
  output: string,
  files: GeneratedFiles,
  manifest: Manifest,
): Promise<readonly string[]> {
  const leftOver: string[] = []
  for (const path of new Set(manifest.files)) {
    if (Object.hasOwn(files, path) || !generatedPath.test(path)) continue
    if (!(await isPlain(output, path))) continue
    const text = await readText(join(output, path))
    if (text !== undefined && isGenerated(text)) leftOver.push(path)
  }
  return leftOver.sort(compareText)
}

async function isPlain(output: string, path: string): Promise<boolean> {
  try {
    await checkPlace(output, path)
    return true
  } catch (error) {
    if (error instanceof OutputError) return false
    throw error
  }
}

/** So many files are written at a time: each waits for the disk. */
const writtenAtOnce = 16

async function writeAll(
  output: string,
  files: GeneratedFiles,
  paths: readonly string[],
): Promise<void> {
  for (let start = 0; start < paths.length; start += writtenAtOnce) {
    const some = paths.slice(start, start + writtenAtOnce)
    // All of them end before one of them is reported: nothing is written after that.
    const results = await Promise.allSettled(
      some.map((path) => writeGenerated(join(output, path), files[path] ?? '')),
    )
    for (const result of results) if (result.status === 'rejected') throw result.reason
  }
}

async function writeGenerated(file: string, text: string): Promise<void> {
  try {
    await writeTextFile(file, text)
  } catch (error) {
    throw new OutputError(`${file} cannot be written: ${reasonOf(error)}`, file, { cause: error })
  }
}

/** Deletes a file and the folders that it leaves empty. */
async function deleteFile(output: string, path: string): Promise<void> {
  const file = join(output, path)
  try {
    await unlink(file)
  } catch (error) {
    throw new OutputError(`${file} cannot be deleted: ${reasonOf(error)}`, file, { cause: error })
  }
  const top = resolve(output)
  for (let folder = dirname(file); folder !== top; folder = dirname(folder)) {
    // Only an empty folder can be removed this way; the others stay as they are.
    const isRemoved = await rmdir(folder).then(
      () => true,
      () => false,
    )
    if (!isRemoved) return
  }
}

async function lstatOf(path: string): Promise<Awaited<ReturnType<typeof lstat>> | undefined> {
  try {
    return await lstat(path)
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined
    throw new OutputError(`${path} cannot be looked at: ${reasonOf(error)}`, path, { cause: error })
  }
}

async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined
    throw new OutputError(`${path} cannot be read: ${reasonOf(error)}`, path, { cause: error })
  }
}

function isGenerated(text: string): boolean {
  return text.replace(/^\ufeff/, '').startsWith(generatedHeader)
}

/** A check-out may turn line ends; another version of the tool may have written the manifest. */
function isSameFile(path: string, current: string, expected: string): boolean {
  if (path !== manifestName) return current.replaceAll('\r\n', '\n') === expected
  return parseManifest(current).join('\n') === parseManifest(expected).join('\n')
}

function parseManifest(text: string): readonly string[] {
  const value = parseJson(text)
  const files = isObject(value) && Object.hasOwn(value, 'files') ? value['files'] : undefined
  if (!Array.isArray(files)) return []
  return files.filter((file: unknown) => typeof file === 'string')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function sortedPaths(files: GeneratedFiles): readonly string[] {
  return Object.keys(files).sort(compareText)
}
