import { closeSync, openSync, writeSync } from 'node:fs'
import { describeJournalRow } from '../emit/journal-row.ts'
import { reasonOf } from '../host/paths.ts'
import type { JournalRow } from '../model/row-state.ts'
import type { NamedFile } from './bulk-options.ts'
import { UsageError } from './command.ts'

/** A report that can be written, once there is something to write. */
export interface ReportFile {
  write(rows: Iterable<JournalRow>): void
  close(): void
}

const flushLength = 64 * 1024

/**
 * Opens the file of a report, so that a run does not end with one that cannot be written.
 * @throws {@link UsageError}
 */
export function openReport({ absolute, label }: NamedFile): ReportFile {
  const descriptor = openForWriting(absolute, label)
  return {
    write: (rows) => {
      let text = ''
      for (const row of rows) {
        text += `${describeJournalRow(row)}\n`
        if (text.length < flushLength) continue
        writeAll(descriptor, text, label)
        text = ''
      }
      writeAll(descriptor, text, label)
    },
    close: () => closeSync(descriptor),
  }
}

function openForWriting(absolute: string, label: string): number {
  try {
    return openSync(absolute, 'w')
  } catch (error) {
    throw new UsageError(`the report ${label} cannot be written: ${reasonOf(error)}`)
  }
}

function writeAll(descriptor: number, text: string, label: string): void {
  const bytes = Buffer.from(text)
  try {
    for (let written = 0; written < bytes.length; ) {
      written += writeSync(descriptor, bytes, written)
    }
  } catch (error) {
    throw new UsageError(
      `the report ${label} could not be written to its end: ${reasonOf(error)} (\`connectly journal export\` prints the same)`,
    )
  }
}
