import { createKeyIndex, type KeyIndex } from '../model/key-index.ts'
import type { Reached } from '../model/row-state.ts'
import type { Journal } from './journal.ts'
import { digestRecipient } from './recipient-digest.ts'

/** What another journal says of recipients. */
export interface EarlierRun {
  /** The journal, as messages name it. */
  readonly label: string
  /** Rows that were or may have been sent, and of which nobody knows the recipient. */
  readonly nameless: number
  /** What became of a recipient; nothing where no message can have reached it. */
  find(to: string): Reached | undefined
}

const kinds: readonly Reached[] = ['accepted', 'unknown', 'left_out']

/** Reads from a journal whom its run has reached; the journal can be closed after that. */
export function readEarlierRun(journal: Journal, label: string): EarlierRun {
  const run = journal.run?.id ?? ''
  const { accepted, unknown, sending } = journal.countStates()
  const index = createKeyIndex(accepted + unknown + sending + journal.countLeftOut())
  let nameless = 0
  for (const { reached, digest } of journal.reached()) {
    if (digest === undefined) nameless++
    else noteDigest(index, digest, kinds.indexOf(reached))
  }
  return {
    label,
    nameless,
    find: (to) => {
      const { key, check } = keyOf(digestRecipient(run, to))
      const kind = index.find(key, check)
      return kind === undefined ? undefined : kinds[kind]
    },
  }
}

function noteDigest(index: KeyIndex, digest: Uint8Array, kind: number): void {
  const { key, check } = keyOf(digest)
  index.add(key, check, kind)
}

function keyOf(digest: Uint8Array): { readonly key: number; readonly check: number } {
  const view = new DataView(digest.buffer, digest.byteOffset, digest.byteLength)
  const key = 1 + view.getUint16(0) * 2 ** 32 + view.getUint32(2)
  return { key, check: view.getUint32(6) }
}
