import { printable, wrapText } from '../emit/printable.ts'
import { defaultSecret } from '../host/sandbox-defaults.ts'
import { sandboxFacts } from '../host/sandbox-facts.ts'

/** How a sandbox was started. */
export interface SandboxSettings {
  readonly url: string
  readonly isStrict: boolean
  readonly webhook: string | undefined
  readonly secret: string | undefined
  readonly scenarios: readonly string[]
  readonly rate: number
}

/** What `connectly sandbox` says when it is ready. */
export function greet(settings: SandboxSettings): string {
  const { url } = settings
  return [
    `sandbox at ${url}`,
    '',
    'It follows the documentation, not the service. Answers whose form or occasion',
    'is not documented carry `x-sandbox-assumed: true`.',
    '',
    ...tabulateFacts(),
    '',
    ...describeSettings(settings),
    '',
    'To send to it:',
    `  export CONNECTLY_BASE_URL=${url}`,
    '  export CONNECTLY_BUSINESS_ID=any-id',
    '  export CONNECTLY_API_KEY=sandbox-anything',
    '  connectly send NAME --to +16044441111',
    'From code, give the client this address:',
    `  createClient({ baseUrl: '${url}', businessId, apiKey })`,
    '',
    'To see what it accepted, and to play the customer and the network:',
    `  curl ${url}/sandbox/accepted`,
    `  curl --json '{"choice":"BUTTON ID"}' ${url}/sandbox/tap`,
    `  curl ${url}/sandbox   (lists all that there is)`,
    '',
    'Ctrl-C ends it.',
    '',
  ].join('\n')
}

const columns = [
  { key: 'subject', width: 10 },
  { key: 'documented', width: 33 },
  { key: 'assumed', width: 33 },
] as const

function tabulateFacts(): readonly string[] {
  const header = { subject: '', documented: 'documented', assumed: 'assumed' }
  return [header, ...sandboxFacts].flatMap((fact) => {
    const cells = columns.map(({ key, width }) => wrapText(fact[key], width))
    const height = Math.max(...cells.map((lines) => lines.length))
    return Array.from({ length: height }, (_, row) =>
      columns
        .map(({ width }, cell) => (cells[cell]?.[row] ?? '').padEnd(width))
        .join('  ')
        .trimEnd(),
    )
  })
}

function describeSettings(settings: SandboxSettings): readonly string[] {
  const { isStrict, webhook, secret = defaultSecret, scenarios, rate } = settings
  const signed = secret === defaultSecret ? `\`${secret}\`` : 'the secret that you gave'
  return [
    `  rate       ${rate} requests in any second`,
    `  windows    ${isStrict ? 'strict: a customer must write first' : 'open for everybody'}`,
    `  webhooks   ${webhook === undefined ? 'kept for GET /sandbox/webhooks alone' : `to ${printable(webhook)}`}`,
    `             signed with ${signed}`,
    `  scenarios  ${scenarios.length === 0 ? 'none' : scenarios.map(printable).join(', ')}`,
  ].map((line) => line.trimEnd())
}
