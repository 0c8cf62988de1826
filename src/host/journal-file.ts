import { closeSync, existsSync, fsyncSync, openSync, statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { ConnectlyError } from '../model/errors.ts'
import { applicationId, oldestVersion, schemaVersion, updateTables } from './journal-schema.ts'
import { loadSqlite } from './load-sqlite.ts'
import { reasonOf } from './paths.ts'

/**
 * Opens the database of a journal and holds it: nobody else can read or write it until it is
 * closed. The lock is one of the system, which ends with the process however that ends.
 * @throws {@link ConnectlyError} for a file that is in use, cannot be written or is no journal.
 */
export function openJournalFile(file: string, label: string): DatabaseSync {
  refuseNetwork(file, label)
  const isNew = !existsSync(file)
  const { DatabaseSync: Database } = loadSqlite()
  let database: DatabaseSync | undefined
  try {
    // For the owner alone: what it may hold is nobody else's business.
    if (isNew) closeSync(openSync(file, 'a', 0o600))
    database = new Database(file, { timeout: 0 })
    database.exec('PRAGMA locking_mode = EXCLUSIVE')
    const version = judgeIdentity(database, label)
    takeHold(database)
    if (version !== undefined && version < schemaVersion) updateTables(database)
    if (isNew) syncFolder(file)
    return database
  } catch (error) {
    database?.close()
    throw error instanceof ConnectlyError ? error : explainJournalError(error, label)
  }
}

/**
 * WAL and full synchronisation: a commit that has returned outlives the process, the system and a
 * power cut. The first write takes the lock, and exclusive locking keeps it.
 */
function takeHold(database: DatabaseSync): void {
  // Before anything else, so that the file itself says what it is while its rows are in the WAL.
  if (numberOf(database, 'application_id') === 0) {
    database.exec(`PRAGMA application_id = ${applicationId}`)
  }
  database.exec('PRAGMA journal_mode = WAL')
  database.exec('PRAGMA synchronous = FULL')
  database.exec('PRAGMA fullfsync = ON')
  database.exec('BEGIN IMMEDIATE')
  database.exec('COMMIT')
}

/** Returns the format that a journal with a run has. */
function judgeIdentity(database: DatabaseSync, label: string): number | undefined {
  const application = numberOf(database, 'application_id')
  const version = numberOf(database, 'user_version')
  const isEmpty = numberOf(database, 'schema_version') === 0
  if (isEmpty && (application === 0 || application === applicationId)) return undefined
  if (application !== applicationId) {
    throw new ConnectlyError(
      `${label} is a database, but no journal of connectly: name another file`,
    )
  }
  if (version < oldestVersion || version > schemaVersion) {
    throw new ConnectlyError(
      `${label} was written by another version of connectly (format ${version}, this one knows ${schemaVersion}): use that version`,
    )
  }
  return version
}

function numberOf(database: DatabaseSync, pragma: string): number {
  const value = database.prepare(`PRAGMA ${pragma}`).get()?.[pragma]
  return typeof value === 'number' ? value : 0
}

/** A new file can be lost in a power cut as long as its folder is not on the disk. */
function syncFolder(file: string): void {
  if (process.platform === 'win32') return
  const folder = openSync(dirname(file), 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}

/** Linux's numbers of file systems whose locks or write order another machine decides about. */
const networkTypes: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xff534d42, 'CIFS'],
  [0xfe534d42, 'SMB'],
])

function refuseNetwork(file: string, label: string): void {
  let type: number
  try {
    type = statfsSync(dirname(file)).type >>> 0
  } catch (error) {
    throw new ConnectlyError(`the journal ${label} cannot be written: ${reasonOf(error)}`)
  }
  const name = networkTypes.get(type)
  if (process.platform !== 'linux' || name === undefined) return
  throw new ConnectlyError(
    `the journal ${label} lies on a network drive (${name}), where locks and writes cannot be relied on: choose a local one with --journal`,
  )
}

/** Says what a failure of the database means for whoever runs the command. */
export function explainJournalError(error: unknown, label: string): ConnectlyError {
  const text = error instanceof Error ? error.message : String(error)
  const isSqlite = error instanceof Error && 'errcode' in error
  const known = isSqlite ? sentences.get(Number(error.errcode) & 0xff) : undefined
  const sentence = known ?? `cannot be written: ${isSqlite ? text : reasonOf(error)}`
  return new ConnectlyError(`the journal ${label} ${sentence}`)
}

/** The result codes of SQLite. @see https://sqlite.org/rescode.html */
const sentences: ReadonlyMap<number, string> = new Map([
  [5, 'is in use: another connectly works with it, wait for its end'],
  [6, 'is in use: another connectly works with it, wait for its end'],
  [8, 'cannot be written: permission denied'],
  [11, 'is damaged: restore it from a backup, nothing can be said of its rows'],
  [13, 'cannot be written: the disk is full'],
  [14, 'cannot be opened: there is no such folder, or permission is denied'],
  [26, 'is no journal: name another file'],
])
