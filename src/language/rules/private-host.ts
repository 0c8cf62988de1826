import type { AuthorCheck } from './author-check.ts'
import { findingAt, firstOfEach } from './media-url.ts'
import type { Rule } from './rule.ts'
import { excerpt } from './verdict.ts'

export const check: AuthorCheck = {
  name: 'private-host',
  severity: 'warning',
  *check(bounds) {
    for (const media of firstOfEach(bounds, isPrivate)) {
      const host = excerpt(media.url.hostname)
      const message = `${host} can be reached from your own network only: put the file on a public host`
      yield findingAt(media, message)
    }
  },
}

/** Endings that never lead anywhere on the public internet. */
const privateEndings = /\.(?:local|localhost|internal|intranet|lan|home\.arpa)$/

/** Loopback, private, shared and link-local addresses, and "this network". */
const privateIpv4 = [
  /^0\./,
  /^10\./,
  /^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./,
  /^127\./,
  /^169\.254\./,
  /^172\.(?:1[6-9]|2\d|3[01])\./,
  /^192\.168\./,
]

/** Unspecified, loopback, unique local and link-local addresses. */
const privateIpv6 = /^(?:::1?$|f[cd]|fe[89ab])/

/** Whether nobody outside can fetch a file from there. The parser has spelt the host out already. */
export function isPrivate({ hostname }: URL): boolean {
  const host = hostname.replace(/\.$/, '')
  if (host.startsWith('[')) return isPrivateIpv6(host.slice(1, -1))
  if (/^[\d.]+$/.test(host)) return privateIpv4.some((range) => range.test(host))
  return !host.includes('.') || privateEndings.test(host)
}

function isPrivateIpv6(host: string): boolean {
  const mapped = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(host)
  if (mapped === null) return privateIpv6.test(host)
  const bytes = mapped.slice(1).flatMap((word) => {
    const number = Number.parseInt(word, 16)
    return [number >> 8, number & 0xff]
  })
  return privateIpv4.some((range) => range.test(bytes.join('.')))
}

export const rule: Rule = {
  name: check.name,
  summary: 'The address of a file leads to a host that only your own network knows.',
  why: 'The API accepts the message and fetches the file later, from outside: it finds nothing, and the customer receives nothing.',
  severity: check.severity,
  isLocked: false,
  examples: [
    {
      title: 'a public host',
      yaml: `message:
  attachments: [{ type: image, url: "https://cdn.example.com/shoe.png" }]
`,
      reports: [],
    },
    {
      title: "the developer's own machine",
      yaml: `message:
  attachments: [{ type: image, url: "http://localhost:3000/shoe.png" }]
`,
      reports: [
        '2:37 "localhost" can be reached from your own network only: put the file on a public host',
      ],
    },
    {
      title: 'a private address, and what follows it is open',
      yaml: `variables:
  id: { type: string, pattern: "^[0-9]{1,12}$" }
message:
  attachments: [{ type: image, url: "https://192.168.0.10/{{ id }}.png" }]
`,
      reports: [
        '4:37 "192.168.0.10" can be reached from your own network only: put the file on a public host',
      ],
    },
  ],
}
