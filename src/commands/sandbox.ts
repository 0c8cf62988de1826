import { defaultNumber, defaultRate, defaultSecret, highestRate } from '../host/sandbox-defaults.ts'
import type { SandboxOptions } from '../host/sandbox-options.ts'
import { scenarioNames } from '../host/sandbox-scenarios.ts'
import {
  type Command,
  type CommandIo,
  type ExitCode,
  exitCodes,
  listOption,
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
    {
      flags: '--windows <mode>',
      description: 'the 24-hour windows of customers (default: open)',
      choices: ['open', 'strict'],
    },
    {
      flags: '--webhook <url>',
      description: 'where webhooks go, on this machine (default: nowhere; they are kept)',
    },
    { flags: '--secret <text>', description: `signs webhooks (default: ${defaultSecret})` },
    { flags: '--unsafe-webhook', description: 'let webhooks go to another machine' },
    {
      flags: '--scenario <name>',
      description: `a fault for every request, or NAME:0.1 for every tenth: ${scenarioNames.join(', ')}`,
      isRepeatable: true,
    },
    {
      flags: '--rate <number>',
      description: `requests in any second before 429 (default: ${defaultRate})`,
    },
    {
      flags: '--number <number>',
      description: `the business's number where a request names none (default: ${defaultNumber})`,
    },
    { flags: '--quiet', description: 'no line for each request' },
  ],
  examples: [
    'connectly sandbox',
    'connectly sandbox --windows strict --webhook http://127.0.0.1:3000/webhook',
    'connectly sandbox --scenario reset-after:0.01 --scenario slow:0.1',
    'curl http://127.0.0.1:8765/sandbox',
  ],
  run: runSandbox,
}

async function runSandbox(
  _args: readonly string[],
  options: OptionValues,
  io: CommandIo,
): Promise<ExitCode> {
  const port = readNumber(options, 'port', { fallback: defaultPort, min: 0, max: 65535 })
  const rate = readNumber(options, 'rate', { fallback: defaultRate, min: 1, max: highestRate })
  const { createSandbox } = await import('../host/sandbox.ts')
  const { serveSandbox } = await import('../host/sandbox-server.ts')
  const { greet } = await import('./sandbox-greeting.ts')
  const settings = readSettings(options)
  const log = options['quiet'] === true ? undefined : await openLog(io)
  const opened = createSandbox({ ...settings, maxPerSecond: rate, log })
  const server = await serveSandbox(opened, { port })
  const isStrict = settings.windows === 'strict'
  io.out(greet({ ...settings, url: server.url, isStrict, rate }))
  await untilAborted(io.signal)
  await server.close()
  // Nothing that waits for its next attempt shall keep the process alive.
  opened.reset()
  return exitCodes.done
}

function readSettings(options: OptionValues) {
  return {
    windows: textOption(options, 'windows') === 'strict' ? ('strict' as const) : ('open' as const),
    webhook: textOption(options, 'webhook'),
    unsafeWebhook: options['unsafeWebhook'] === true,
    secret: textOption(options, 'secret'),
    number: textOption(options, 'number'),
    scenarios: listOption(options, 'scenario'),
  } satisfies SandboxOptions
}

async function openLog(io: CommandIo): Promise<SandboxOptions['log']> {
  const { createPaint } = await import('../emit/style.ts')
  const { describeLogEntry } = await import('./sandbox-log-line.ts')
  const paint = createPaint(io.color && io.isLogTerminal)
  return (entry) => io.log(`${describeLogEntry(entry, new Date(), paint)}\n`)
}

async function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return
  await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
}

function readNumber(
  options: OptionValues,
  name: string,
  { fallback, min, max }: { readonly fallback: number; readonly min: number; readonly max: number },
): number {
  const text = textOption(options, name)
  if (text === undefined) return fallback
  const number = Number(text)
  if (/^\d+$/.test(text) && number >= min && number <= max) return number
  throw new UsageError(`--${name} ${text}: give a number from ${min} to ${max}`)
}
