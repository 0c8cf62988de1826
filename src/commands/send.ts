import type { Delivery } from '../host/delivery.ts'
import type { Payload } from '../model/payload.ts'
import {
  type Command,
  type CommandIo,
  type ExitCode,
  exitCodes,
  type OptionValues,
  textOption,
  UsageError,
} from './command.ts'
import { messageOptions, readLocale, readVariables } from './message-input.ts'
import { openDelivery, readTimeout } from './open-delivery.ts'
import { findMessage, openConfig, openProject } from './open-project.ts'
import { readEnvelope } from './render.ts'
import { showRequest } from './show-request.ts'

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
    { flags: '--dry-run', description: 'print the request instead of sending it' },
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
  const envelope = readEnvelope(options)
  if (envelope.to === undefined) {
    throw new UsageError('send needs a recipient: add `--to +16044441111`')
  }
  const timeoutMs = readTimeout(textOption(options, 'timeout'))
  const { finishPayload, prepareMessage } = await import('../emit/define-message.ts')
  const { renderFallback, renderMessage } = await import('../emit/render.ts')
  const loaded = await openConfig(options, io)
  const message = findMessage(await openProject(loaded, io), name)
  const variables = readVariables(message, options, io)
  const filled = prepareMessage(message, variables, readLocale(message, options, io))
  const payload = finishPayload(renderMessage(filled, envelope), message)
  const fallback = options['fallback'] === true ? renderFallback(filled, envelope) : undefined
  if (options['fallback'] === true && fallback === undefined) {
    throw new UsageError(
      `\`${message.name}\` has no \`fallback\`: declare one in its file, or leave out --fallback`,
    )
  }
  if (options['dryRun'] === true) {
    io.out(showRequest(payload, loaded.config))
    return exitCodes.done
  }
  const delivery = await openDelivery(loaded, options, { timeoutMs }, io)
  return deliver(
    {
      delivery,
      receiver: options['sandbox'] === true ? 'sandbox' : 'API',
      payload,
      fallback: fallback && finishPayload(fallback, message),
    },
    io,
  )
}

interface Sending {
  readonly delivery: Delivery
  readonly receiver: 'API' | 'sandbox'
  readonly payload: Payload
  /** What is sent instead where the 24-hour window is closed. */
  readonly fallback: Payload | undefined
}

async function deliver(
  { delivery, receiver, payload, fallback }: Sending,
  io: CommandIo,
): Promise<ExitCode> {
  const outcome = await delivery.deliver(payload, {
    fallback,
    signal: io.signal,
    onEvent: ({ type }) => {
      if (type === 'fallback') {
        io.log('the 24-hour window is closed: sending the fallback template\n')
      }
    },
  })
  if (outcome.state !== 'accepted') throw outcome.error ?? io.signal.reason
  io.log(`accepted by the ${receiver}; whether it is delivered, a webhook tells\n`)
  io.out(`${outcome.id}\n`)
  return exitCodes.done
}
