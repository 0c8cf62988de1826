import type { Fix } from '../../model/diagnostic.ts'
import type { AuthorCheck } from './author-check.ts'
import { findingAt, firstOfEach, type MediaUrl } from './media-url.ts'
import { isPrivate } from './private-host.ts'
import type { Rule } from './rule.ts'

export const check: AuthorCheck = {
  name: 'url-not-https',
  severity: 'warning',
  *check(bounds) {
    for (const media of firstOfEach(bounds, isOpen)) {
      const message = `the file is fetched from ${media.url.host} without encryption: write \`https:\``
      const fix = fixOf(media)
      yield { ...findingAt(media, message), ...(fix === undefined ? {} : { fix }) }
    }
  },
}

/** What cannot be fetched at all is reported as that. */
function isOpen(url: URL): boolean {
  return url.protocol === 'http:' && !isPrivate(url)
}

function fixOf({ text: { path, source } }: MediaUrl): Fix | undefined {
  const key = path.at(-1)
  if (typeof key !== 'string' || !/^http:/i.test(source)) return undefined
  const value = source.replace(/^http:/i, 'https:')
  const edits = [{ type: 'set', path: path.slice(0, -1), key, value } as const]
  return { title: 'write `https:`', safe: false, edits }
}

export const rule: Rule = {
  name: check.name,
  summary: 'The address of a file begins with `http:`.',
  why: 'The file crosses the network in the open, and many hosts answer with a redirect that not every fetcher follows.',
  severity: check.severity,
  isLocked: false,
  examples: [
    {
      title: 'https',
      yaml: `message:
  attachments: [{ type: image, url: "https://cdn.example.com/shoe.png" }]
`,
      reports: [],
    },
    {
      title: 'http',
      yaml: `message:
  attachments: [{ type: image, url: "http://cdn.example.com/shoe.png" }]
`,
      reports: ['2:37 the file is fetched from cdn.example.com without encryption: write `https:`'],
    },
    {
      title: 'one of several addresses',
      yaml: `variables:
  shoe:
    type: string
    enum: ["https://cdn.example.com/a.png", "http://old.example.com/b.png"]
message:
  attachments: [{ type: image, url: "{{ shoe }}" }]
`,
      reports: ['6:38 the file is fetched from old.example.com without encryption: write `https:`'],
    },
  ],
}
