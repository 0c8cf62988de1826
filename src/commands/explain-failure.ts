import { printable, wrapText } from '../emit/printable.ts'
import { compareDiagnostics } from '../model/diagnostic.ts'
import {
  ApiError,
  ConnectlyError,
  InvalidMessageError,
  InvalidVariablesError,
  NetworkError,
  UnknownOutcomeError,
} from '../model/errors.ts'
import { formatPath } from '../model/source.ts'
import { findWrongPart, type WrongPart } from '../model/wrong-part.ts'
import { type CommandIo, type ExitCode, exitCodes, UsageError } from './command.ts'

/** Tells the user why a command failed, and which exit code that is. */
export async function explainFailure(error: unknown, io: CommandIo): Promise<ExitCode> {
  if (error instanceof UsageError) {
    io.log(`${error.message.split('\n').map(printable).join('\n')}\n`)
    return exitCodes.usage
  }
  if (!(error instanceof ConnectlyError)) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
    io.log(`this is a mistake of connectly itself, please report it:\n${stack}\n`)
    return exitCodes.bug
  }
  const { ConfigError } = await import('../host/config-error.ts')
  if (error instanceof ConfigError) {
    const { pretty } = await import('../emit/reporters/pretty.ts')
    const { source } = error
    const diagnostics = error.diagnostics.toSorted(compareDiagnostics)
    const sources = new Map(source === undefined ? [] : [[source.path, source]])
    io.log(`${pretty({ diagnostics, sources, files: 1, proven: 0 }, io)}\n`)
    return exitCodes.usage
  }
  const [first = '', ...details] = linesOf(error)
  const wrapped = details.flatMap((line) => wrapDetail(line, io.width))
  io.log(`${[printable(first), ...wrapped].join('\n')}\n`)
  return exitCodeOf(error)
}

/** What a detail goes on with stands further in than where the next one begins. */
function wrapDetail(detail: string, width: number): readonly string[] {
  const [first = '', ...others] = wrapText(printable(detail), width - 4)
  return [`  ${first}`, ...others.map((line) => `    ${line}`)]
}

function exitCodeOf(error: ConnectlyError): ExitCode {
  if (error instanceof UnknownOutcomeError) return exitCodes.unknown
  const isDelivery =
    error instanceof ApiError ||
    error instanceof NetworkError ||
    error instanceof InvalidVariablesError ||
    error instanceof InvalidMessageError
  return isDelivery ? exitCodes.findings : exitCodes.usage
}

const whereToLook =
  "where to look: the conversation in Connectly's inbox, or the webhooks of its delivery"

const brokenParts: { readonly [part in WrongPart]: string } = {
  recipient: 'the recipient breaks a rule',
  sender: 'the sender breaks a rule',
  message: 'the message breaks a rule with these variables',
}

function linesOf(error: ConnectlyError): readonly string[] {
  if (error instanceof InvalidVariablesError) {
    const { problems } = error
    return [
      'the variables do not fit the message, nothing was sent:',
      ...problems.map(({ path, message }) => `${formatPath(path)}: ${message}`),
    ]
  }
  if (error instanceof InvalidMessageError) {
    const { diagnostics } = error
    const errors = diagnostics.filter(({ severity }) => severity === 'error')
    return [
      `${brokenParts[findWrongPart(errors)]}, nothing was sent:`,
      ...diagnostics.map(({ path, rule, message }) => `${formatPath(path)}: ${message} (${rule})`),
    ]
  }
  if (error instanceof ApiError || error instanceof UnknownOutcomeError) {
    const { status, code, type, traceId } = error
    const known = Object.entries({ status, code, type, 'trace id': traceId })
    const facts = known.flatMap(([name, value]) => (value === undefined ? [] : `${name}: ${value}`))
    return [error.message, ...facts, ...(error instanceof UnknownOutcomeError ? [whereToLook] : [])]
  }
  return [error.message]
}
