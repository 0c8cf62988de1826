import type { Severity } from './diagnostic.ts'
import type { JsonValue } from './json.ts'
import type { Path } from './source.ts'
import { findWrongPart, type WrongPart } from './wrong-part.ts'

/**
 * The base of everything that goes wrong outside a message file. Wrong options (an empty key, a
 * base URL in clear text) are thrown as this class itself.
 */
export class ConnectlyError extends Error {
  static {
    nameErrors(ConnectlyError, 'ConnectlyError')
  }

  /** Lets `JSON.stringify` show what is known: name, sentence and fields, neither stack nor cause. */
  toJSON(): Record<string, unknown> {
    return Object.fromEntries([
      ['name', this.name],
      ['message', this.message],
      ...Object.entries(this),
    ])
  }
}

/** One variable value that its declaration does not allow. */
export interface VariableProblem {
  /** Keys from the variables object to the value. */
  readonly path: Path
  readonly message: string
  /** The keyword of the declaration that it breaks; `required` and `unknown` are about names. */
  readonly keyword: string
}

/** The variables that a caller passed break their declarations; nothing was sent. */
export class InvalidVariablesError extends ConnectlyError {
  static {
    nameErrors(InvalidVariablesError, 'InvalidVariablesError')
  }

  readonly problems: readonly VariableProblem[]

  constructor(problems: readonly VariableProblem[]) {
    super(`nothing was sent, correct the variables: ${joinMessages(problems)}`)
    this.problems = problems
  }
}

/** One rule that a concrete message breaks. */
export interface MessageDiagnostic {
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  /** Keys from the root of the message to the value. */
  readonly path: Path
  /** What stands at the path once variables are filled in; `undefined` where nothing does. */
  readonly value: JsonValue | undefined
}

const waysOut: { readonly [part in WrongPart]: string } = {
  recipient: 'correct the recipient',
  sender: 'correct the sender',
  message: 'pass other variables or change the message',
}

/** The message breaks a rule once its variables are filled in; nothing was sent. */
export class InvalidMessageError extends ConnectlyError {
  static {
    nameErrors(InvalidMessageError, 'InvalidMessageError')
  }

  /** Errors first, each kind in the order of the rules. */
  readonly diagnostics: readonly MessageDiagnostic[]

  constructor(diagnostics: readonly MessageDiagnostic[]) {
    const errors = diagnostics.filter(({ severity }) => severity === 'error')
    super(`nothing was sent, ${waysOut[findWrongPart(errors)]}: ${joinMessages(errors)}`)
    const others = diagnostics.filter(({ severity }) => severity !== 'error')
    this.diagnostics = [...errors, ...others]
  }
}

/** What an error answer says, as far as it says it. */
export interface ApiErrorFields {
  /** The HTTP status; 0 where a browser hides the status of a redirect. */
  readonly status: number
  /** `ERROR_CODE_…`: decide on this, never on texts. */
  readonly code?: string | undefined
  /** `ERROR_TYPE_…`: the broad class. */
  readonly type?: string | undefined
  /** What Connectly's support asks for. */
  readonly traceId?: string | undefined
  readonly userTitle?: string | undefined
  readonly userMessage?: string | undefined
}

/** The API refused the message; nothing was sent. */
export class ApiError extends ConnectlyError implements ApiErrorFields {
  static {
    nameErrors(ApiError, 'ApiError')
  }

  readonly status: number
  readonly code: string | undefined
  readonly type: string | undefined
  readonly traceId: string | undefined
  readonly userTitle: string | undefined
  readonly userMessage: string | undefined

  constructor(message: string, fields: ApiErrorFields) {
    super(message)
    this.status = fields.status
    this.code = fields.code
    this.type = fields.type
    this.traceId = fields.traceId
    this.userTitle = fields.userTitle
    this.userMessage = fields.userMessage
  }
}

/** The customer's 24-hour window is closed, or was never open: only a template gets through. */
export class OutsideWindowError extends ApiError {
  static {
    nameErrors(OutsideWindowError, 'OutsideWindowError')
  }
}

/** The API does not know the key (401). */
export class AuthenticationError extends ApiError {
  static {
    nameErrors(AuthenticationError, 'AuthenticationError')
  }
}

/** Too many requests in one second (429). */
export class RateLimitError extends ApiError {
  static {
    nameErrors(RateLimitError, 'RateLimitError')
  }

  /** How long the answer asks to wait, from 0 to 120,000 ms, where it asks. */
  readonly retryAfterMs: number | undefined

  constructor(message: string, fields: ApiErrorFields, retryAfterMs?: number) {
    super(message, fields)
    this.retryAfterMs = retryAfterMs
  }
}

/** No connection came about: nothing was sent, and sending again is safe. */
export class NetworkError extends ConnectlyError {
  static {
    nameErrors(NetworkError, 'NetworkError')
  }

  /** The system's word for it, such as `ENOTFOUND` or `ECONNREFUSED`. */
  readonly code: string | undefined

  constructor(message: string, options: { code?: string | undefined; cause?: Error } = {}) {
    super(message, causeOf(options))
    this.code = options.code
  }
}

/** Why nobody can tell whether a message was sent. */
export type UnknownReason = 'timeout' | 'abort' | 'connection' | 'status' | 'answer'

/** What is known of a request whose outcome is not. */
export interface UnknownOutcomeFields {
  /**
   * `timeout`: no complete answer in time; `abort`: the caller stopped waiting; `connection`: it
   * broke; `status`: the answer was 408, 5xx or none that HTTP knows; `answer`: a success that
   * cannot be read or names no id.
   */
  readonly reason: UnknownReason
  /** The HTTP status, where one came. */
  readonly status?: number | undefined
  readonly code?: string | undefined
  readonly type?: string | undefined
  readonly traceId?: string | undefined
  readonly cause?: Error
}

/** The request may have reached the API: sending it again may reach the customer twice. */
export class UnknownOutcomeError extends ConnectlyError {
  static {
    nameErrors(UnknownOutcomeError, 'UnknownOutcomeError')
  }

  readonly reason: UnknownReason
  readonly status: number | undefined
  readonly code: string | undefined
  readonly type: string | undefined
  readonly traceId: string | undefined

  constructor(message: string, fields: UnknownOutcomeFields) {
    super(message, causeOf(fields))
    this.reason = fields.reason
    this.status = fields.status
    this.code = fields.code
    this.type = fields.type
    this.traceId = fields.traceId
  }
}

/** On the prototype, so that stacks begin with it and minified bundles keep it. */
function nameErrors(errorClass: { readonly prototype: Error }, name: string): void {
  Object.defineProperty(errorClass.prototype, 'name', {
    value: name,
    writable: true,
    configurable: true,
  })
}

/** A cause is only ever one of our own making: those of HTTP clients show the request's headers. */
function causeOf({ cause }: { readonly cause?: Error }): ErrorOptions {
  return cause === undefined ? {} : { cause }
}

function joinMessages(findings: readonly { readonly message: string }[]): string {
  const [first, second, third, ...others] = findings.map(({ message }) => message)
  const shown = [first, second, third].filter((message) => message !== undefined)
  return shown.join('; ') + (others.length > 0 ? `; and ${others.length} more` : '')
}
