import {
  type Command,
  type CommandIo,
  type ExitCode,
  exitCodes,
  type OptionValues,
} from './command.ts'
import { openMessage } from './find-message.ts'
import { messageOptions } from './message-input.ts'
import { openConfig } from './open-project.ts'
import { prepareRequest } from './prepare-request.ts'
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
    { flags: '--fallback', description: 'add the request of the fallback template, as `fallback`' },
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
  const loaded = await openConfig(options, io)
  const message = await openMessage(name, loaded, io)
  io.out(showRequest(await prepareRequest(message, options, io), loaded.config))
  return exitCodes.done
}
