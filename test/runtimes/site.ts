/** Where the servers of a trial are, and what a webhook of it looks like. */
export interface Site {
  /** Accepts everything that is right. */
  readonly open: string
  /** Every customer's window is closed. */
  readonly closedWindow: string
  /** Accepts the message and breaks the connection. */
  readonly resetAfter: string
  /** Accepts the message and never answers. */
  readonly hangAfter: string
  /** Answers with a redirect to `open`. */
  readonly redirect: string
  /** Nobody listens there. */
  readonly deaf: string
  readonly secret: string
  readonly webhook: { readonly body: string; readonly signature: string }
}

/** What one check found; a line of JSON each. */
export interface CheckResult {
  readonly check: string
  /** What went wrong; absent where all was as it must be. */
  readonly problem?: string
}
