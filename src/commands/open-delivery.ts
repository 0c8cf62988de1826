import type { Delivery } from '../host/delivery.ts'
import type { LoadedConfig } from '../host/load-config.ts'
import { type CommandIo, type OptionValues, UsageError } from './command.ts'

/** How the requests of a command are made. */
export interface DeliverySettings {
  readonly timeoutMs: number
  /** Starts in any second. @defaultValue what the API documents */
  readonly maxPerSecond?: number | undefined
}

/**
 * Opens the way to the API, or with `--sandbox` to a stand-in inside this process.
 * @throws {@link UsageError} that says what is missing, and how to do without.
 */
export async function openDelivery(
  { config }: LoadedConfig,
  options: OptionValues,
  settings: DeliverySettings,
  io: CommandIo,
): Promise<Delivery> {
  const { createDelivery } = await import('../host/delivery.ts')
  if (options['sandbox'] === true) {
    const { createSandbox } = await import('../host/sandbox.ts')
    const { judgeWire } = await import('../language/judge-wire.ts')
    io.log(
      'sandbox: nothing leaves this machine;\n  it follows the documentation, not the service\n',
    )
    const { fetch } = createSandbox({ judge: judgeWire })
    return createDelivery({ businessId: 'sandbox', apiKey: 'sandbox-key', fetch, ...settings })
  }
  const apiKey = io.env['CONNECTLY_API_KEY']?.trim() ?? ''
  const { businessId, baseUrl } = config
  if (apiKey === '' || businessId === undefined) throw missingAccess(apiKey !== '', businessId)
  return createDelivery({ businessId, apiKey, baseUrl, ...settings })
}

/** What is missing to reach the API, and how to do without. */
function missingAccess(hasKey: boolean, businessId: string | undefined): UsageError {
  const missing = [
    ...(hasKey ? [] : ['API key']),
    ...(businessId === undefined ? ['business id'] : []),
  ]
  const settings = [
    ...(hasKey
      ? []
      : ['export CONNECTLY_API_KEY=…       (from the environment alone, never an argument)']),
    ...(businessId === undefined
      ? ['export CONNECTLY_BUSINESS_ID=…   (or `businessId` in the config)']
      : []),
  ]
  return new UsageError(
    [
      `there is no ${missing.join(' and no ')}. Two ways on:`,
      `  set ${settings.length > 1 ? 'them' : 'it'}:`,
      ...settings.map((line) => `    ${line}`),
      '  or try without: add --sandbox, which needs no account and no network',
    ].join('\n'),
  )
}

/** Reads `--timeout` as milliseconds. */
export function readTimeout(text: string | undefined): number {
  if (text === undefined) return 30_000
  const seconds = Number(text)
  if (/^\d+(\.\d+)?$/.test(text) && seconds > 0) return seconds * 1000
  throw new UsageError(`--timeout ${text}: give a number of seconds above 0`)
}
