import type { Outcome } from '../host/delivery.ts'
import { OutsideWindowError } from '../model/errors.ts'
import {
  type Command,
  type CommandIo,
  type ExitCode,
  exitCodes,
  type OptionValues,
  textOption,
  UsageError,
} from './command.ts'
import { openMessage } from './find-message.ts'
import { messageOptions } from './message-input.ts'
import { openDelivery, readTimeout } from './open-delivery.ts'
import { openConfig } from './open-project.ts'
import { prepareRequest } from './prepare-request.ts'
import { showRequest } from './show-request.ts'
import { tellEvents } from './tell-events.ts'

/** `connectly send`. */
export const send: Command = {
  name: 'send',
  summary: 'render, check and send one message; print its id',
  arguments: [
    { name: '<name>', description: 'the message: its path below `messages`, without ending' },
  ],
  options: [
    { flags: '--to <number>', description: 'the recipient: E.164, or a BSUID' },
    ...messageOptions,
    { flags: '--sender <number>', description: 'which of your numbers sends' },
    { flags: '--message-id <id>', description: 'your own id of the message' },
    {
      flags: '--sandbox',
      description: 'send to a stand-in inside this process: no key, no network',
    },
    {
      flags: '--dry-run',
      description: 'print the request instead of sending it (with --fallback, both)',
    },
    {
      flags: '--fallback',
      description: 'send the fallback template when the 24-hour window is closed',
    },
    { flags: '--timeout <seconds>', description: 'how long to wait for an answer (default: 30)' },
  ],
  examples: [
    'connectly send order-ready --to +16044441111 --example Ana --sandbox',
    'CONNECTLY_API_KEY=… CONNECTLY_BUSINESS_ID=… connectly send order-ready --to +16044441111 --example Ana',
  ],
  run: runSend,
}

async function runSend(
  [name = '']: readonly string[],
  options: OptionValues,
  io: CommandIo,
): Promise<ExitCode> {
  if (textOption(options, 'to') === undefined) {
    throw new UsageError('send needs a recipient: add `--to +16044441111`')
  }
  const timeoutMs = readTimeout(textOption(options, 'timeout'))
  const loaded = await openConfig(options, io)
  const message = await openMessage(name, loaded, io)
  const request = await prepareRequest(message, options, io)
  if (options['dryRun'] === true) {
    io.out(showRequest(request, loaded.config))
    return exitCodes.done
  }
  const { deliver } = await openDelivery(loaded, options, { timeoutMs }, io)
  const outcome = await deliver(request.payload, {
    fallback: request.fallback,
    stop: io.signal,
    signal: io.abort,
    onEvent: tellEvents(io),
  })
  const isSandbox = options['sandbox'] === true
  return endSend(outcome, { isSandbox, canFallBack: request.canFallBack }, io)
}

interface SendContext {
  readonly isSandbox: boolean
  /** Whether the message has a fallback, asked for or not. */
  readonly canFallBack: boolean
}

/** Says what became of the delivery. */
async function endSend(outcome: Outcome, context: SendContext, io: CommandIo): Promise<ExitCode> {
  const isFallback = outcome.about === 'fallback'
  if (outcome.state === 'accepted') {
    const what = isFallback ? 'the fallback template was accepted' : 'accepted'
    const receiver = context.isSandbox ? 'sandbox' : 'API'
    io.log(`${what} by the ${receiver}; whether it is delivered, a webhook tells\n`)
    io.out(`${outcome.id}\n`)
    return exitCodes.done
  }
  const { error, attempts, state } = outcome
  if (error === undefined) {
    io.log('stopped before anything was accepted: nothing was sent\n')
    return exitCodes.findings
  }
  if (state !== 'unknown' && attempts > 1) io.log(`gave up after ${attempts} attempts\n`)
  const { explainFailure } = await import('./explain-failure.ts')
  const code = await explainFailure(error, io)
  if (isFallback) io.log('this is about the fallback template; the message itself was not sent\n')
  else if (error instanceof OutsideWindowError && context.canFallBack) {
    io.log('the message has a fallback template: --fallback sends it in this case\n')
  }
  return code
}
