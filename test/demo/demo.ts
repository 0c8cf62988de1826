import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { styleText } from 'node:util'
import { createClient } from 'connectly-messages/client'
import { createSandbox } from '../../src/host/sandbox.ts'
import { serveSandbox } from '../../src/host/sandbox-server.ts'

// The main job, from YAML files to accepted messages, on the messages of this repository: against
// the sandbox inside this process, without an account and without a network. It ends with 0 only
// if every step really happened; each is checked where it is shown.

const root = fileURLToPath(new URL('../..', import.meta.url))
const cli = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url))

let step = 0

function title(text: string): void {
  step += 1
  console.log(`\n${styleText(['bold', 'cyan'], `${step}  ${text}`)}\n`)
}

/** Shows a command, runs it and shows what it prints. */
async function run(
  args: readonly string[],
  env: { readonly [name: string]: string } = {},
): Promise<{ code: number | null; out: string }> {
  const shown = args.map((arg) => (/[^\w./+=:-]/.test(arg) ? `'${arg}'` : arg)).join(' ')
  console.log(styleText('dim', `$ connectly ${shown}`))
  const colors = process.stdout.isTTY && !process.env['NO_COLOR'] ? { FORCE_COLOR: '1' } : {}
  const child = spawn(process.execPath, [cli, ...args], {
    cwd: root,
    env: { ...process.env, ...colors, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk
    process.stdout.write(chunk)
  })
  child.stderr.on('data', (chunk: Buffer) => process.stdout.write(chunk))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  return { code, out: out.trim() }
}

title('Check every message, for every value that its variables can take')
const linted = await run(['lint', 'messages'])
assert.equal(linted.code, 0, 'messages/ has errors')
assert.match(linted.out, /no problems in \d+ files/)

title('Generate a typed send function for each of them')
const generated = await run(['generate'])
assert.equal(generated.code, 0, 'nothing was generated')

title('Send one through its generated function')
const sandbox = createSandbox()
const { sendOrdersShipped } = await import('../generated/index.ts')
console.log(
  styleText(
    'dim',
    `await sendOrdersShipped(client, {
  to: '+16044441111',
  locale: 'en',
  variables: { customer: 'Ana', orderId: 'WW104233', canRedirect: false, parcels: [ … ] },
})`,
  ),
)
const client = createClient({
  businessId: 'demo',
  apiKey: 'sandbox-demo',
  fetch: sandbox.fetch,
})
const { id } = await sendOrdersShipped(client, {
  to: '+16044441111',
  locale: 'en',
  variables: {
    customer: 'Ana',
    orderId: 'WW104233',
    canRedirect: false,
    parcels: [
      { id: '1', label: 'Shoes', carrier: 'Correo', due: '2026-11-25', tracked: true },
      { id: '2', label: 'Belt', carrier: 'Correo', due: '2026-11-26', tracked: true },
    ],
  },
})
const first = sandbox.accepted()[0]
assert.equal(first?.id, id, 'the sandbox did not accept the message')
console.log(`\nThe sandbox accepted it as ${id}. What arrived there:\n`)
console.log(JSON.stringify(first.body, null, 2))

title('Send another one from the command line')
const server = await serveSandbox(sandbox, { port: 0 })
const sent = await run(
  ['send', 'orders/delivered', '--to', '+16044442222', '--example', 'at the door'],
  {
    CONNECTLY_BASE_URL: server.url,
    CONNECTLY_BUSINESS_ID: 'demo',
    CONNECTLY_API_KEY: 'sandbox-demo',
  },
)
await server.close()
assert.equal(sent.code, 0, 'the command did not send')
assert.equal(sandbox.accepted().length, 2)
assert.equal(sandbox.accepted()[1]?.id, sent.out, 'the id is not the one that the sandbox gave')

title('And what a mistake looks like, before a customer sees it')
const broken = await run(['lint', '--no-config', 'test/demo/broken.yaml'])
assert.equal(broken.code, 1, 'the broken file passed')
assert.match(broken.out, /11:33 error text-too-long/)

console.log(`\n${styleText(['bold', 'green'], 'All of that really happened.')} What next:

  messages/README.md            the messages above, each a worked example
  npx connectly init my-shop    a folder of your own, with a first message
  npx connectly --help          the commands
`)
