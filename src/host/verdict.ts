import type { ApiError, NetworkError, UnknownOutcomeError } from '../model/errors.ts'

/** What became of one request. */
export type Verdict =
  /** The API took the message: it will be sent, which is not yet delivered. */
  | {
      readonly state: 'accepted'
      /** Names the message in later delivery events. */
      readonly id: string
    }
  /** The API answered that it does not take it. */
  | { readonly state: 'refused'; readonly error: ApiError }
  /** Surely nothing reached the API; without an error, the caller stopped it before. */
  | { readonly state: 'not_sent'; readonly error: NetworkError | undefined }
  /** It may have been sent: whoever sends it again may send it twice. */
  | { readonly state: 'unknown'; readonly error: UnknownOutcomeError }
