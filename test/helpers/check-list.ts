import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openBlockFile } from '../../src/host/block-file.ts'
import { type CheckedList, checkRecipients } from '../../src/host/check-recipients.ts'
import type { ListFormat } from '../../src/host/recipient-list.ts'
import type { CompiledMessage } from '../../src/model/message.ts'

/** A list of recipients and the message that it is for. */
export interface ListToCheck {
  readonly text: string | Uint8Array
  readonly format: ListFormat
  readonly message: CompiledMessage
  /** Where the list is written. */
  readonly folder: string
}

/** Checks a list as `bulk` does before it sends. */
export async function checkList({
  text,
  format,
  message,
  folder,
}: ListToCheck): Promise<CheckedList> {
  const path = join(folder, `list.${format}`)
  writeFileSync(path, text)
  const file = await openBlockFile(path, 'list')
  try {
    return await checkRecipients(
      file,
      { format, message, delimiter: undefined },
      { message, sender: undefined, locale: 'default', hasFallback: true, run: 'run' },
    )
  } finally {
    await file.close()
  }
}

/** `line:column fault message` of each problem. */
export function printProblems({ problems }: CheckedList): readonly string[] {
  return problems.map(({ line, column, fault, message }) => `${line}:${column} ${fault} ${message}`)
}
