import type { Audience } from '../language/breaking/breaking-rule.ts'
import type { Severity } from '../model/diagnostic.ts'

/** What is different about one message for customers and for callers. */
export interface Change {
  readonly message: string
  readonly kind: 'added' | 'removed' | 'changed'
  /** The files of the message, as they are now; as they were, if it is gone. */
  readonly files: readonly string[]
  /** What customers read differently. */
  readonly readings: readonly Reading[]
  /** How near texts and lists can come to their limits, where that is different. */
  readonly room: readonly RoomChange[]
  /** What callers can do, or what is sent along, where nothing breaks. */
  readonly notes: readonly string[]
  readonly breaks: readonly FoundBreak[]
}

/** What customers read in one locale with the values of some examples. */
export interface Reading {
  /** Only where the message has several. */
  readonly locale?: string
  /** Names of examples that all show this; none for the text as it is written. */
  readonly examples: readonly string[]
  readonly lines: readonly ReadingLine[]
}

/** One text that is gone (`-`) or new (`+`). */
export interface ReadingLine {
  readonly mark: '-' | '+'
  /** What it is in the message: `button`. */
  readonly label: string
  readonly text: string
}

/** How much of a limit can be used at most. */
export interface RoomChange {
  readonly locale?: string
  /** The place in the message: `replyButtonMessage.buttons[0].text`. */
  readonly place: string
  readonly unit: string
  readonly limit: number
  /** Absent for a text that was not there. */
  readonly before?: number
  readonly after: number
}

/** A breaking change. */
export interface FoundBreak {
  readonly rule: string
  readonly severity: Severity
  readonly breaks: readonly Audience[]
  readonly text: string
  readonly locale?: string
  readonly place?: Place
}

/** Where something stands; a file that is gone has no lines. */
export interface Place {
  readonly file: string
  readonly line?: number
  readonly column?: number
}

/** Whom the errors among some changes break. */
export function audiencesOf(changes: readonly Change[]): { readonly [name in Audience]: boolean } {
  const found = new Set(
    changes
      .flatMap(({ breaks }) => breaks)
      .filter(({ severity }) => severity === 'error')
      .flatMap(({ breaks }) => breaks),
  )
  return {
    callers: found.has('callers'),
    conversations: found.has('conversations'),
    limits: found.has('limits'),
  }
}

/** How many breaking changes there are of a severity. */
export function countBreaks(changes: readonly Change[], severity: Severity): number {
  return changes.flatMap(({ breaks }) => breaks).filter((one) => one.severity === severity).length
}
