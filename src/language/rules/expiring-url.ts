import { mediaLimits } from '../../model/limits-media.ts'
import type { AuthorCheck } from './author-check.ts'
import { findingAt, firstOfEach } from './media-url.ts'
import type { Rule } from './rule.ts'

export const check: AuthorCheck = {
  name: 'expiring-url',
  severity: 'warning',
  *check(bounds) {
    for (const media of firstOfEach(bounds, isMetaCdn)) {
      const message = `${media.url.hostname} belongs to Meta's own delivery network, whose addresses expire and answer 403 to the fetcher: keep a copy on a host of your own`
      const limit = bounds.limits
        .find(media.text.field, 'value')
        .find(({ id }) => id === mediaLimits.attachmentUrlMetaCdn.id)
      yield { ...findingAt(media, message), ...(limit === undefined ? {} : { limit }) }
    }
    for (const media of firstOfEach(bounds, isSigned)) {
      const message = `the address on ${media.url.hostname} is signed for a limited time: use one that stays, or a variable with \`format: uri\` that every call fills`
      yield findingAt(media, message)
    }
  },
}

const metaHost = /(?:^|\.)(?:fbcdn\.net|fbsbx\.com|cdninstagram\.com)$|^mmg[^.]*\.whatsapp\.net$/

/** Hosts of Meta, those of the files that customers sent among them. */
function isMetaCdn({ hostname }: URL): boolean {
  return metaHost.test(hostname)
}

/** What signed addresses of the usual stores carry: S3 (two ways), Google, CloudFront, Azure. */
const signatures: readonly (readonly string[])[] = [
  ['x-amz-signature', 'x-amz-expires'],
  ['x-goog-signature', 'x-goog-expires'],
  ['signature', 'expires'],
  ['sig', 'se'],
]

function isSigned(url: URL): boolean {
  if (isMetaCdn(url)) return false
  const names = new Set([...url.searchParams.keys()].map((name) => name.toLowerCase()))
  return signatures.some((pair) => pair.every((name) => names.has(name)))
}

export const rule: Rule = {
  name: check.name,
  summary: 'The address of a file is written out and stops working after a while.',
  why: 'The message is accepted, the file cannot be fetched, and the customer receives nothing.',
  severity: check.severity,
  isLocked: false,
  examples: [
    {
      title: 'an address of your own, and one that every call fills',
      yaml: `variables:
  receipt: { type: string, format: uri, maxLength: 1000 }
message:
  attachments: [{ type: document, url: "{{ receipt }}", filename: receipt.pdf }]
`,
      reports: [],
    },
    {
      title: "an address of Meta's delivery network",
      yaml: `message:
  attachments: [{ type: image, url: "https://scontent.xx.fbcdn.net/v/shoe.jpg?oe=6730" }]
`,
      reports: [
        "2:37 scontent.xx.fbcdn.net belongs to Meta's own delivery network, whose addresses expire and answer 403 to the fetcher: keep a copy on a host of your own",
      ],
    },
    {
      title: 'a signed address',
      yaml: `message:
  attachments:
    - type: image
      url: "https://shop.s3.amazonaws.com/shoe.png?X-Amz-Expires=3600&X-Amz-Signature=5d2c"
`,
      reports: [
        '4:12 the address on shop.s3.amazonaws.com is signed for a limited time: use one that stays, or a variable with `format: uri` that every call fills',
      ],
    },
  ],
}
