import type { DatabaseSync } from 'node:sqlite'

/** Stands in the header of a journal's file, so that no other database is taken for one: "cnly". */
export const applicationId = 0x636e6c79

/** What the tables of a journal look like; another number is another version of us. */
export const schemaVersion = 2

/** Rows of the list that the run does not hold, since an earlier one had reached them. */
const leftOutTable = `CREATE TABLE left_out (
      row INTEGER PRIMARY KEY,
      line INTEGER NOT NULL,
      recipient_digest BLOB NOT NULL
    );`

/** Makes the tables of a journal. */
export function createTables(database: DatabaseSync): void {
  database.exec(`
    CREATE TABLE run (
      id TEXT NOT NULL,
      message TEXT NOT NULL,
      message_digest TEXT NOT NULL,
      recipients TEXT NOT NULL,
      recipients_digest TEXT NOT NULL,
      rows INTEGER NOT NULL,
      target TEXT NOT NULL,
      sender TEXT,
      locale TEXT NOT NULL,
      is_tracked INTEGER NOT NULL,
      keeps_recipients INTEGER NOT NULL,
      started_at TEXT NOT NULL,
      has_fallback INTEGER
    );
    CREATE TABLE rows (
      row INTEGER PRIMARY KEY,
      line INTEGER NOT NULL,
      state TEXT NOT NULL DEFAULT 'not_started'
        CHECK (state IN ('not_started', 'sending', 'accepted', 'refused', 'unknown')),
      id TEXT,
      is_template INTEGER,
      status INTEGER,
      code TEXT,
      type TEXT,
      trace_id TEXT,
      reason TEXT,
      attempts INTEGER NOT NULL DEFAULT 0,
      at TEXT,
      recipient TEXT,
      variables TEXT,
      recipient_digest BLOB
    );
    ${leftOutTable}
    PRAGMA application_id = ${applicationId};
    PRAGMA user_version = ${schemaVersion};
  `)
}

/** The oldest format that {@link updateTables} brings up to date. */
export const oldestVersion = 1

/** Brings the tables of an older journal up to date: of rows sent before then, no digest is known. */
export function updateTables(database: DatabaseSync): void {
  database.exec(`
    BEGIN IMMEDIATE;
    ALTER TABLE run ADD COLUMN has_fallback INTEGER;
    ALTER TABLE rows ADD COLUMN recipient_digest BLOB;
    ${leftOutTable}
    PRAGMA user_version = ${schemaVersion};
    COMMIT;
  `)
}
