import { closeSync, type Dirent, openSync, readdirSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ConnectlyError } from '../model/errors.ts'
import { applicationId } from './journal-schema.ts'
import { codeOf, reasonOf } from './paths.ts'

/**
 * Finds the journals in a folder, whatever they are called. Files that this process holds have to be
 * named: to open and close one would let go of its lock.
 */
export function findJournals(folder: string, held: readonly string[]): readonly string[] {
  const heldFiles = new Set(held.map(identityOf))
  return entriesOf(folder)
    .filter((entry) => entry.isFile() || entry.isSymbolicLink())
    .map(({ name }) => join(folder, name))
    .filter((file) => !heldFiles.has(identityOf(file)) && isJournal(file))
    .toSorted()
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw new ConnectlyError(`${folder} cannot be searched for journals: ${reasonOf(error)}`)
  }
}

/** A file under whichever name; nothing where it is no regular one. */
function identityOf(file: string): string | undefined {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false })
  return found?.isFile() ? `${found.dev}:${found.ino}` : undefined
}

/** Where SQLite keeps the number that tells what kind of database a file is. */
const identityOffset = 68

function isJournal(file: string): boolean {
  const header = Buffer.alloc(identityOffset + 4)
  let descriptor: number | undefined
  try {
    descriptor = openSync(file, 'r')
    const length = readSync(descriptor, header, 0, header.length, 0)
    return length === header.length && header.readUInt32BE(identityOffset) === applicationId
  } catch (error) {
    // What is gone meanwhile, or nobody but its owner may read, is no journal of ours.
    if (codeOf(error) === undefined) throw error
    return false
  } finally {
    if (descriptor !== undefined) closeSync(descriptor)
  }
}
