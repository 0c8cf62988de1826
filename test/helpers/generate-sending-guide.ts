import { readFileSync } from 'node:fs'
import { aimedShare, documentedPerSecond } from '../../src/host/pace.ts'
import { mostAttempts } from '../../src/host/retry.ts'
import { longestRetryAfterMs } from '../../src/host/retry-after.ts'

/** Writes the guide to sending, with the numbers that the code goes by. */
export function generateSendingGuide(): string {
  return `# Sending

Generated with the numbers of the code: \`npm run fix\` renews it, do not edit.

The API knows no key that makes a request repeatable: a message that is sent twice reaches the customer
twice. So **every message is sent at most once, and every exception is named here**. Generated senders,
\`connectly send\` and \`connectly bulk\` share one piece of code for it.

## What becomes of a message

| what happened | outcome | thrown | \`send\` ends with | repeated by itself |
|---|---|---|---|---|
| a 2xx with an id | accepted: it will be sent, which is not yet delivered | – | 0 | – |
| no address, no connection, no TLS, or no time for them | not sent | \`NetworkError\` | 1 | yes |
| 429 | refused | \`RateLimitError\` | 1 | yes |
| 401 | refused | \`AuthenticationError\` | 1 | no |
| one of the two codes of a closed window | refused | \`OutsideWindowError\` | 1 | no |
| any other 4xx but 408 | refused | \`ApiError\` | 1 | no |
| a redirect, which is never followed: the key would travel along | refused | \`ApiError\` | 1 | no |
| a 2xx that cannot be read or has no id | unknown | \`UnknownOutcomeError\` | 3 | no |
| 408, 5xx, or no answer that HTTP knows | unknown | \`UnknownOutcomeError\` | 3 | no |
| after the message left us: a broken connection, no answer in time, a caller who gave up | unknown | \`UnknownOutcomeError\` | 3 | no |

That a 429 means *not accepted* is our assumption: the API's documentation says no more than that the
limit was exceeded. Errors carry \`status\`, \`code\`, \`type\` and \`traceId\` as far as the answer names them
([codes](../model/ERRORS.md)), and never a header or the key.

\`\`\`ts
${readExample()}\`\`\`

## Repeats

A message is attempted ${count(mostAttempts)} times at most. After a failed connection each attempt waits a random time
below a bound that doubles, and all of them together spend from one budget, so that an outage does not
become a storm. \`signal\` ends every wait: before the message has left us the call rejects with the signal's own
\`reason\`, and nothing was sent; after that the outcome is unknown.
Nothing below repeats either: a body can be read only once, since Node's \`fetch\` would repeat what is
answered with 421. What was never read was surely never sent.

## The pace

No second, wherever it begins, holds more than ${documentedPerSecond} starts, and ${documentedPerSecond * aimedShare} are aimed at; \`maxPerSecond\` lowers that,
and raises it for an address of this machine alone. Everything in a process that sends to one business
shares it, whichever client it uses. A 429 pauses all of it for as long as \`Retry-After\` says
(${longestRetryAfterMs / 60_000} minutes at most), else for a random time that doubles. Then a single request goes first, the
others follow once it is answered, at half the pace, which grows back. A start is the moment in which
Node reads a message to write it to its connection, however long that took to come about. The clock of
the wall plays no part in it. Two processes do not know of each other: give each a share.

## The fallback

\`fallback: true\` (\`--fallback\`) sends the approved template of the message if, and only if, the answer was
one of the two codes of a closed window. Messages without a template do not offer it. The template has
attempts and an outcome of its own, and \`sent\` says which of the two was accepted.

## Signals

The first SIGINT or SIGTERM begins no further attempt and waits for the answer that is due, the second
gives up, and then the outcome is unknown. The exit code is 130 or 143 either way.
`
}

function count(number: number): string {
  return ['no', 'one', 'two', 'three', 'four', 'five', 'six'][number] ?? String(number)
}

/** The example that the tests run, as it stands in a project of somebody else. */
function readExample(): string {
  return readFileSync(new URL('./sending-example.ts', import.meta.url), 'utf8')
    .replace("'../../src/client.ts'", "'connectly-messages/client'")
    .replace("'../generated/index.ts'", "'./generated/index.ts'")
}
