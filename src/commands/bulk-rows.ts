import { readRow } from '../emit/judge-row.ts'
import { createNotes, isProblem, readRecipientList } from '../host/recipient-list.ts'
import { readRecipient } from '../model/recipient.ts'
import type { ListedRow, RecipientRow } from '../model/recipient-row.ts'
import type { PendingRows } from './bulk-journal.ts'
import type { Sending } from './bulk-send.ts'

type Listed = Pick<Sending, 'file' | 'settings' | 'message'>

/**
 * Some rows of a list, read from it once more. It was checked as a whole, and what is read now is
 * compared with what was checked.
 */
async function* chosenRows(
  { file, settings, message }: Listed,
  { mask, count }: Pick<PendingRows, 'mask' | 'count'>,
): AsyncGenerator<{ readonly number: number; readonly listed: ListedRow }> {
  let number = 0
  let left = count
  for await (const listed of readRecipientList(file, { ...settings, message }, createNotes())) {
    if (left === 0) return
    if (isProblem(listed)) throw new Error(`line ${listed.line} was checked: ${listed.message}`)
    number++
    if (mask[number - 1] === 0) continue
    left--
    yield { number, listed }
  }
}

/** To whom some rows go. */
export async function* chosenRecipients(
  list: Listed,
  rows: Pick<PendingRows, 'mask' | 'count'>,
): AsyncGenerator<{ readonly row: number; readonly to: string }> {
  for await (const { number, listed } of chosenRows(list, rows)) {
    const read = readRecipient(String(listed.to))
    if ('message' in read) throw new Error(`line ${listed.line} was checked: ${read.message}`)
    yield { row: number, to: read.to }
  }
}

/** The rows that are still to be sent. */
export async function* pendingRows(
  sending: Listed & Pick<Sending, 'rowSettings' | 'pending'>,
): AsyncGenerator<RecipientRow> {
  for await (const { number, listed } of chosenRows(sending, sending.pending)) {
    const read = readRow(listed, number, sending.rowSettings)
    if ('problems' in read) throw new Error(`line ${listed.line} was checked, and is wrong now`)
    yield read.row
  }
}
