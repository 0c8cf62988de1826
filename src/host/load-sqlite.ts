/** What `node:sqlite` offers. */
export type Sqlite = typeof import('node:sqlite')

/**
 * Loads the database that is part of Node. Older versions of Node warn that it is new, on every
 * run; that one warning is left out, and no other.
 */
export function loadSqlite(): Sqlite {
  const { emitWarning } = process
  const filtered: typeof process.emitWarning = (warning: string | Error, ...rest: unknown[]) => {
    const text = typeof warning === 'string' ? warning : warning.message
    if (/\bSQLite is an experimental feature\b/.test(text)) return
    Reflect.apply(emitWarning, process, [warning, ...rest])
  }
  process.emitWarning = filtered
  try {
    return process.getBuiltinModule('node:sqlite')
  } finally {
    process.emitWarning = emitWarning
  }
}
