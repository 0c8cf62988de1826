import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, type Stats } from 'node:fs'
import { isAbsolute, join } from 'node:path'

// Bytecode is run as it stands: V8 looks at its version and flags, not at its content. So an entry
// counts only if nobody else can have written it and nothing on its way to the disk was lost.

/** Where code is kept, and for whom. */
export interface CacheEntry {
  /** Absolute: a folder of this user alone. */
  readonly folder: string
  readonly file: string
  /** Everything that the code depends on. It is written into the entry and has to be equal. */
  readonly key: string
  /** The user who has to own folder and file; undefined where the system knows no such numbers. */
  readonly userId: number | undefined
}

/** What is known of the process that looks for code. */
export interface CacheSurroundings {
  readonly env: { readonly [name: string]: string | undefined }
  readonly platform: NodeJS.Platform
  readonly userId: number | undefined
}

const oneUser = 0o077
const onlyOwnerWrites = 0o022
/** A longer entry is none of ours. */
const maxBytes = 16 * 1024 * 1024

/**
 * Finds where the code of a content is kept: in the folder that a user has for such things. There
 * is none where the environment names none, or wants no cache (`NODE_DISABLE_COMPILE_CACHE`), or
 * needs every function compiled anew (`NODE_V8_COVERAGE`).
 */
export function findCacheEntry(
  digest: string,
  { env, platform, userId }: CacheSurroundings = thisProcess(),
): CacheEntry | undefined {
  if (env['NODE_DISABLE_COMPILE_CACHE'] || env['NODE_V8_COVERAGE']) return undefined
  const base = userCacheFolder(env, platform)
  if (base === undefined) return undefined
  const { arch, execArgv, versions } = process
  // Flags change what V8 compiles: each set of them has an entry of its own.
  const flags = JSON.stringify([execArgv, env['NODE_OPTIONS'] ?? ''])
  const key = [digest, versions.node, versions.v8, platform, arch, flags].join('\n')
  const folder = join(base, 'connectly-messages')
  return { folder, file: join(folder, `${shortHash(key)}.code`), key, userId }
}

/** The code of an entry; undefined where there is none, or none that can be trusted. */
export function readCacheEntry(entry: CacheEntry): Buffer | undefined {
  let handle: number | undefined
  try {
    const { folder, file, key, userId } = entry
    const status = lstatSync(folder)
    if (!status.isDirectory() || !belongsTo(status, userId, oneUser)) return undefined
    handle = openSync(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
    const bytes = readOwnFile(handle, userId)
    return bytes === undefined ? undefined : unpackCode(bytes, key)
  } catch {
    // No entry, or none for us: the code is compiled as if there were no cache.
    return undefined
  } finally {
    if (handle !== undefined) closeSync(handle)
  }
}

/** Whether a folder or file is a user's, and out of reach of others. */
export function belongsTo(status: Stats, userId: number | undefined, others: number): boolean {
  return userId === undefined || (status.uid === userId && (status.mode & others) === 0)
}

/**
 * The bytes of an entry: its key, then its code twice. Two copies are compared in no time, and no
 * checksum is computed at a start as fast.
 */
export function packCode(code: Uint8Array, key: string): Buffer {
  return Buffer.concat([headerOf(key, code.length), code, code])
}

function unpackCode(bytes: Buffer, key: string): Buffer | undefined {
  const headerLength = headerOf(key, 0).length
  const length = (bytes.length - headerLength) / 2
  if (length <= 0 || !bytes.subarray(0, headerLength).equals(headerOf(key, length)))
    return undefined
  const code = bytes.subarray(headerLength, headerLength + length)
  return code.equals(bytes.subarray(headerLength + length)) ? code : undefined
}

/** Of a length that leaves the code where V8 can read it in its place. */
function headerOf(key: string, length: number): Buffer {
  const text = `connectly-messages code\n${key}\n${String(length).padStart(12)}\n`
  return Buffer.from(text.padEnd(Math.ceil(text.length / 64) * 64))
}

function readOwnFile(handle: number, userId: number | undefined): Buffer | undefined {
  const status = fstatSync(handle)
  if (!status.isFile() || !belongsTo(status, userId, onlyOwnerWrites)) return undefined
  if (status.size > maxBytes) return undefined
  const bytes = Buffer.allocUnsafeSlow(status.size)
  return readSync(handle, bytes) === bytes.length ? bytes : undefined
}

/** The folder that a user has for what can be made again. */
export function userCacheFolder(
  env: CacheSurroundings['env'],
  platform: NodeJS.Platform,
): string | undefined {
  const folder = cacheFolder(env, platform)
  return folder !== undefined && isAbsolute(folder) ? folder : undefined
}

function cacheFolder(env: CacheSurroundings['env'], platform: NodeJS.Platform): string | undefined {
  if (platform === 'win32') return env['LOCALAPPDATA']
  if (env['XDG_CACHE_HOME']) return env['XDG_CACHE_HOME']
  const home = env['HOME']
  if (!home) return undefined
  return join(home, platform === 'darwin' ? 'Library/Caches' : '.cache')
}

function thisProcess(): CacheSurroundings {
  const { env, platform } = process
  return { env, platform, userId: process.geteuid?.() }
}

/** Names a file; the key inside decides. */
function shortHash(text: string): string {
  let hash = 0
  for (let index = 0; index < text.length; index++) {
    hash = (Math.imul(hash, 31) + text.charCodeAt(index)) | 0
  }
  return (hash >>> 0).toString(16).padStart(8, '0')
}
