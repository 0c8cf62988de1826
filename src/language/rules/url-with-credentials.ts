import type { AuthorCheck } from './author-check.ts'
import { findingAt, firstOfEach } from './media-url.ts'
import type { Rule } from './rule.ts'

export const check: AuthorCheck = {
  name: 'url-with-credentials',
  severity: 'warning',
  *check(bounds) {
    for (const media of firstOfEach(bounds, hasCredentials)) {
      // The credentials themselves must not spread into reports.
      const message = `the address of the file on ${media.url.host} holds a user name or password: use a public address, or a signed one from a variable`
      yield findingAt(media, message)
    }
  },
}

function hasCredentials({ username, password }: URL): boolean {
  return username !== '' || password !== ''
}

export const rule: Rule = {
  name: check.name,
  summary: 'The address of a file holds a user name or a password.',
  why: 'Everyone who reads the file or the logs of the platform learns it, and fetchers may leave it out and be turned away.',
  severity: check.severity,
  isLocked: false,
  examples: [
    {
      title: 'a public address',
      yaml: `message:
  attachments: [{ type: image, url: "https://cdn.example.com/@shoes/red.png" }]
`,
      reports: [],
    },
    {
      title: 'an address with a password',
      yaml: `message:
  attachments: [{ type: image, url: "https://shop:secret@cdn.example.com/shoe.png" }]
`,
      reports: [
        '2:37 the address of the file on cdn.example.com holds a user name or password: use a public address, or a signed one from a variable',
      ],
    },
  ],
}
