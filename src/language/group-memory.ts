import type { Diagnostic } from '../model/diagnostic.ts'
import type { MessageIds } from './ambiguous-ids.ts'

/** What was found in the files of one message. */
export interface GroupFindings {
  readonly diagnostics: readonly Diagnostic[]
  /** How many checks hold for every allowed value. */
  readonly proven: number
  /** What other messages are compared with. */
  readonly ids?: MessageIds
}

/**
 * Findings of earlier runs, by all that they depend on. Nothing in the compiler knows the world, so
 * what it is given is all that there is: the texts of a message's files, and what holds for them.
 */
export interface GroupMemory {
  /** @param inputs Everything that was compiled, as one text */
  recall(inputs: string): GroupFindings | undefined
  keep(inputs: string, findings: GroupFindings): void
}
