import { randomBytes } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { belongsTo, type CacheEntry, packCode } from './code-cache.ts'

/** Entries that are kept: other versions and builds come and go. */
const maxEntries = 8

/**
 * Keeps code for later runs. The file appears in one step and is on the disk before it appears, so
 * that a run beside this one, or after a crash, finds all of it or nothing.
 *
 * @returns Whether it was kept: a folder that cannot be written, or is not this user's alone, is
 * left as it is
 */
export function writeCacheEntry(entry: CacheEntry, code: Uint8Array): boolean {
  const { folder, file, key, userId } = entry
  try {
    mkdirSync(dirname(folder), { recursive: true })
    makeOwnFolder(folder)
    const status = lstatSync(folder)
    if (!status.isDirectory() || !belongsTo(status, userId, 0o077)) return false
    replaceFile(file, packCode(code, key))
    removeOldest(folder)
    return true
  } catch {
    // The disk is full or read-only, or another run was faster: the next start is no quicker.
    return false
  }
}

function makeOwnFolder(folder: string): void {
  if (lstatSync(folder, { throwIfNoEntry: false }) === undefined) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  }
}

function replaceFile(file: string, bytes: Uint8Array): void {
  const temporary = `${file}.${randomBytes(6).toString('hex')}`
  try {
    const handle = openSync(temporary, 'wx', 0o600)
    try {
      writeFileSync(handle, bytes)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(temporary, file)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

/** Also what a killed run left unfinished grows old. */
function removeOldest(folder: string): void {
  const found = readdirSync(folder).map((name) => {
    const file = join(folder, name)
    return { file, time: statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0 }
  })
  const byAge = found.toSorted((left, right) => right.time - left.time)
  for (const { file } of byAge.slice(maxEntries)) rmSync(file, { force: true })
}
