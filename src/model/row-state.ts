/** What became of a row of a bulk run. */
export const rowStates = ['not_started', 'sending', 'accepted', 'refused', 'unknown'] as const

/** One of {@link rowStates}. */
export type RowState = (typeof rowStates)[number]

/** A state and what is known of it: what the journal keeps of a row, and reports show. */
export interface RowOutcome {
  readonly state: RowState
  /** What the API calls the message; later delivery events name it again. */
  readonly id?: string | undefined
  /** Whether the fallback template was sent instead of the session message. */
  readonly isTemplate?: boolean | undefined
  /** The HTTP status, where an answer came. */
  readonly status?: number | undefined
  /** `ERROR_CODE_…` of the API, or the system's word for why nothing could be sent. */
  readonly code?: string | undefined
  readonly type?: string | undefined
  readonly traceId?: string | undefined
  /** Why the outcome is unknown. */
  readonly reason?: string | undefined
}

/** One row as the journal knows it. */
export interface JournalRow extends RowOutcome {
  /** 1-based. */
  readonly row: number
  /** Where it begins in the list of recipients. */
  readonly line: number
  /** How often a request was begun. */
  readonly attempts: number
  /** When its state changed last: ISO 8601. */
  readonly at?: string | undefined
  /** Kept only where that was asked for. */
  readonly to?: string | undefined
  readonly variables?: string | undefined
}

/** What a run is, in the words of its journal. */
export interface RunRecord {
  /** A ULID; `$c` names it. */
  readonly id: string
  readonly message: string
  /** Of the compiled message. */
  readonly messageDigest: string
  /** The name of the list's file, without its folders. */
  readonly recipients: string
  /** SHA-256 of the list. */
  readonly recipientsDigest: string
  readonly rows: number
  /** Where the messages go: a base URL with the business, or `sandbox`. */
  readonly target: string
  readonly sender: string | undefined
  /** The locale of rows that name none. */
  readonly locale: string
  /** Whether each send carries `$c`, by which unknown rows can be settled. */
  readonly isTracked: boolean
  /** Whether recipients and variables are kept. */
  readonly keepsRecipients: boolean
  /** ISO 8601. */
  readonly startedAt: string
  /** Whether the message has a template for a closed window; older journals do not say. */
  readonly hasFallback: boolean | undefined
}

/** Rows of a list that a run leaves out, since an earlier one had reached their recipients. */
export interface LeftOut {
  /** By row, from 0: 1 where it is left out. */
  readonly mask: Uint8Array
  readonly count: number
  /** The digests of their recipients, one after another. */
  readonly digests: Uint8Array
}

/** What the journal of an earlier run says of a recipient; a run can have left it out, too. */
export type Reached = 'accepted' | 'unknown' | 'left_out'

/** How many rows there are of each state. */
export type StateCounts = { readonly [state in RowState]: number }

/** How many recipients the journal of an earlier run says each of. */
export type ReachedCounts = { readonly [reached in Reached]: number }
