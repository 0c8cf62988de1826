import {
  type Command,
  type CommandIo,
  type ExitCode,
  exitCodes,
  type OptionValues,
  textOption,
  UsageError,
} from './command.ts'

const defaultPort = 8765

/** `connectly sandbox`. */
export const sandbox: Command = {
  name: 'sandbox',
  summary: 'run a local server that behaves like the API as documented',
  options: [
    { flags: '--port <number>', description: `default: ${defaultPort}; 0 takes a free one` },
  ],
  examples: [
    'connectly sandbox',
    'CONNECTLY_BASE_URL=http://127.0.0.1:8765 CONNECTLY_BUSINESS_ID=shop CONNECTLY_API_KEY=sandbox-key connectly send order-ready --to +16044441111 --example Ana',
  ],
  run: runSandbox,
}

async function runSandbox(
  _args: readonly string[],
  options: OptionValues,
  io: CommandIo,
): Promise<ExitCode> {
  const port = readPort(textOption(options, 'port'))
  const { createSandbox } = await import('../host/sandbox.ts')
  const { serveSandbox } = await import('../host/sandbox-server.ts')
  const { judgeWire } = await import('../language/judge-wire.ts')
  const server = await serveSandbox(createSandbox({ judge: judgeWire }), { port })
  io.out(
    [
      `sandbox at ${server.url}`,
      '',
      'It follows the documentation, not the service. Documented: paths, keys, 401, 429 above 200',
      'requests a second, the error body, 201 with an id. Assumed: that a broken limit is answered',
      'with 400 at once, and with which code; such answers carry `x-sandbox-assumed: true`.',
      '',
      'To send to it, set:',
      `  CONNECTLY_BASE_URL=${server.url}`,
      '  CONNECTLY_BUSINESS_ID=any-id',
      '  CONNECTLY_API_KEY=sandbox-anything',
      '',
      'Ctrl-C ends it.',
      '',
    ].join('\n'),
  )
  await new Promise<void>((resolve) => {
    if (io.signal.aborted) resolve()
    io.signal.addEventListener('abort', () => resolve(), { once: true })
  })
  await server.close()
  return exitCodes.done
}

function readPort(text: string | undefined): number {
  if (text === undefined) return defaultPort
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65535) return port
  throw new UsageError(`--port ${text}: give a number from 0 to 65535`)
}
