import { readRow } from '../emit/judge-row.ts'
import { createNotes, isProblem, readRecipientList } from '../host/recipient-list.ts'
import type { RecipientRow } from '../model/recipient-row.ts'
import type { PendingRows } from './bulk-journal.ts'
import type { Sending } from './bulk-send.ts'

/**
 * The rows that are still to be sent, read from the list once more. It was checked as a whole, and
 * what is read now is compared with what was checked.
 */
export async function* pendingRows({
  file,
  settings,
  message,
  rowSettings,
  pending,
}: Pick<Sending, 'file' | 'settings' | 'message' | 'rowSettings'> & {
  readonly pending: Pick<PendingRows, 'mask' | 'count'>
}): AsyncGenerator<RecipientRow> {
  let number = 0
  let left = pending.count
  for await (const listed of readRecipientList(file, { ...settings, message }, createNotes())) {
    if (left === 0) return
    if (isProblem(listed)) throw new Error(`line ${listed.line} was checked: ${listed.message}`)
    number++
    if (pending.mask[number - 1] === 0) continue
    const read = readRow(listed, number, rowSettings)
    if ('problems' in read) throw new Error(`line ${listed.line} was checked, and is wrong now`)
    left--
    yield read.row
  }
}
