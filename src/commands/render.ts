import {
  type Command,
  type CommandIo,
  type ExitCode,
  exitCodes,
  type OptionValues,
  textOption,
} from './command.ts'
import { messageOptions, readLocale, readVariables } from './message-input.ts'
import { findMessage, openConfig, openProject } from './open-project.ts'
import { showRequest } from './show-request.ts'

/** `connectly render`. */
export const render: Command = {
  name: 'render',
  summary: 'print the exact request of a message',
  arguments: [
    { name: '<name>', description: 'the message: its path below `messages`, without ending' },
  ],
  options: [
    ...messageOptions,
    { flags: '--to <number>', description: 'add the recipient: E.164, or a BSUID' },
    { flags: '--sender <number>', description: 'which of your numbers sends' },
    { flags: '--message-id <id>', description: 'your own id of the message' },
  ],
  examples: [
    'connectly render orders/shipped --example "two parcels"',
    'connectly render orders/confirmed --example "by courier" --locale es --to +16044441111',
  ],
  run: runRender,
}

async function runRender(
  [name = '']: readonly string[],
  options: OptionValues,
  io: CommandIo,
): Promise<ExitCode> {
  const { finishPayload, prepareMessage } = await import('../emit/define-message.ts')
  const { renderMessage } = await import('../emit/render.ts')
  const loaded = await openConfig(options, io)
  const message = findMessage(await openProject(loaded, io), name)
  const variables = readVariables(message, options, io)
  const filled = prepareMessage(message, variables, readLocale(message, options, io))
  const payload = finishPayload(renderMessage(filled, readEnvelope(options)), message)
  io.out(showRequest(payload, loaded.config))
  return exitCodes.done
}

/** What stands around a message, by the options that `render` and `send` share. */
export function readEnvelope(options: OptionValues): {
  readonly to?: string | undefined
  readonly sender?: string | undefined
  readonly messageId?: string | undefined
} {
  return {
    to: textOption(options, 'to'),
    sender: textOption(options, 'sender'),
    messageId: textOption(options, 'messageId'),
  }
}
