import { readFileSync } from 'node:fs'
import { adminRoutes } from '../../src/host/sandbox-admin-routes.ts'
import { sandboxFacts } from '../../src/host/sandbox-facts.ts'
import { scenarioHeader } from '../../src/host/sandbox-plan.ts'
import { scenarioNames, scenarioTexts } from '../../src/host/sandbox-scenarios.ts'
import { takenStatus } from '../../src/host/sandbox-webhook.ts'

const intro = `# The sandbox

Generated from the sandbox itself: \`npm run fix\` renews it, do not edit.

A stand-in for the API that follows its documentation, not the service. It judges messages by every
rule of the linter, keeps the 24-hour windows on a clock that can be moved, lets customers write and
tap, signs and sends webhooks, and rehearses what goes wrong. Nothing leaves this machine, and it
takes only keys that begin with \`sandbox\`.

## In a test, without a port

\`sandbox.fetch\` takes the place of \`fetch\`. Faults behave as over a socket: a reset rejects, a hang
lasts until the signal of the request is aborted.

\`\`\`ts
${readExample()}\`\`\`

\`sandbox.accepted()\`, \`await sandbox.webhooks()\` and \`sandbox.windows()\` tell what happened;
\`sandbox.clock.advance('25h')\` closes windows; \`sandbox.setScenarios(['reset-after:0.1'])\` makes
trouble; \`createSandbox({ … })\` takes a clock, random bytes, a judge and a log of your own.

A webhook that is answered with anything but ${takenStatus} comes again, by the clock of the sandbox:
\`sandbox.clock.advance('1m')\` makes due what would come by then. \`sandbox.settled()\` waits for
no attempt at a handler of the same process, it moves the clock on to it; an address is waited for in
real time. Where a handler throws, \`settled()\` rejects at once, and \`cause\` is what was thrown,
with its stack. Asked once more, it goes on with the next attempt.

## On a port, for people and other programs

\`\`\`sh
connectly sandbox --windows strict --webhook http://127.0.0.1:3000/webhook
\`\`\`

It prints what to set so that \`connectly send\` finds it. A client reads no environment: pass it the
address, \`createClient({ baseUrl: process.env.CONNECTLY_BASE_URL, … })\` (\`serveSandbox\` gives a
sandbox of a test a port). What lies below \`/sandbox\` steers it, in JSON, for this machine alone and
not for pages in a browser:
`

/** Writes the guide of the sandbox from what it knows of itself. */
export function generateSandboxGuide(): string {
  return [
    intro,
    ...table(
      ['request', 'does'],
      adminRoutes.map(({ method, path, summary }) => {
        const [does, body] = splitExample(summary)
        return [`\`${method} /sandbox${path}\``, body === undefined ? does : `${does}: ${body}`]
      }),
    ),
    '',
    '## Scenarios',
    '',
    `\`--scenario reset-after\` holds for every request, \`--scenario reset-after:0.1\` for every tenth,
without chance; the option can be repeated. A request names its own in a header,
\`${scenarioHeader}: slow,reset-after\`, or \`none\`.`,
    '',
    ...table(
      ['scenario', 'what happens'],
      scenarioNames.map((name) => [`\`${name}\``, scenarioTexts[name]]),
    ),
    '',
    '## How far to trust it',
    '',
    'Answers whose form or occasion is not documented carry `x-sandbox-assumed: true`.',
    '',
    ...table(
      ['', 'documented', 'assumed'],
      sandboxFacts.map(({ subject, documented, assumed }) => [subject, documented, assumed]),
    ),
    '',
  ].join('\n')
}

/** The test that shows how, as it reads outside of this repository. */
function readExample(): string {
  const url = new URL('../host/sandbox-example.test.ts', import.meta.url)
  return readFileSync(url, 'utf8')
    .replace("'../../src/client.ts'", "'connectly-messages/client'")
    .replace("'../../src/index.ts'", "'connectly-messages'")
    .replace("'../generated/index.ts'", "'./generated/index.ts'")
}

/** What a request hands over reads as code. */
function splitExample(summary: string): readonly [string, string?] {
  const [, does, example] = /^([^:]*): (.*)$/.exec(summary) ?? []
  if (does === undefined || example === undefined) return [summary]
  return [does, example.replace(/\{[^}]*\}|\?\w+=[^,]*|\[\]/g, (code) => `\`${code}\``)]
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)]
}
