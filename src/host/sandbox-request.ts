import type { SandboxAnswer } from './sandbox-answer.ts'

/** A request, whether it came through a function or over a socket. */
export interface SandboxRequest {
  readonly method: string
  /** Path and query: `/sandbox/accepted?limit=3`. */
  readonly target: string
  /** A header's value; `name` is in lower case. */
  header(name: string): string | undefined
  /**
   * The body as UTF-8. It stays unread where a connection shall break before that.
   * @throws {@link BodyTooLongError}
   */
  readText(): Promise<string>
}

/** What happens to a request; whoever stands between a client and the sandbox carries it out. */
export type SandboxReaction =
  | {
      /** `cut` breaks the connection in the middle of the body. */
      readonly type: 'answer' | 'cut'
      readonly answer: SandboxAnswer
      readonly delayMs: number
    }
  | {
      /** The connection is reset without an answer. */
      readonly type: 'reset'
      /** What would have been answered, if it came to that. */
      readonly lost?: SandboxAnswer
      readonly delayMs: number
    }
  | {
      /** Nothing comes, ever. */
      readonly type: 'hang'
      readonly lost?: SandboxAnswer
    }
