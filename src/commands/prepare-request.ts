import type { CompiledMessage } from '../model/message.ts'
import type { Payload } from '../model/payload.ts'
import { type CommandIo, type OptionValues, textOption, UsageError } from './command.ts'
import { readLocale, readVariables } from './message-input.ts'

/** What goes over the wire for one message. */
export interface Prepared {
  readonly payload: Payload
  /** What is sent instead where the window is closed, if `--fallback` asks for it. */
  readonly fallback: Payload | undefined
}

/** What goes over the wire, and whether more could. */
export interface PreparedRequest extends Prepared {
  /** Whether the message has a fallback, asked for or not. */
  readonly canFallBack: boolean
}

/**
 * Renders and judges a message by the options that `render` and `send` share.
 * @throws {@link UsageError} where `--fallback` asks for a template that there is not.
 */
export async function prepareRequest(
  message: CompiledMessage,
  options: OptionValues,
  io: CommandIo,
): Promise<PreparedRequest> {
  const { finishPayload, prepareMessage } = await import('../emit/define-message.ts')
  const { renderFallback, renderMessage } = await import('../emit/render.ts')
  const variables = readVariables(message, options, io)
  const filled = prepareMessage(message, variables, readLocale(message, options, io))
  const envelope = readEnvelope(options)
  const payload = finishPayload(renderMessage(filled, envelope), message)
  const template = renderFallback(filled, envelope)
  const canFallBack = template !== undefined
  if (options['fallback'] !== true) return { payload, fallback: undefined, canFallBack }
  if (template === undefined) {
    throw new UsageError(
      `\`${message.name}\` has no \`fallback\`: declare one in its file, or leave out --fallback`,
    )
  }
  return { payload, fallback: finishPayload(template, message), canFallBack }
}

function readEnvelope(options: OptionValues): {
  readonly to: string | undefined
  readonly sender: string | undefined
  readonly messageId: string | undefined
} {
  return {
    to: textOption(options, 'to'),
    sender: textOption(options, 'sender'),
    messageId: textOption(options, 'messageId'),
  }
}
