import type { MessageBounds, TextBounds } from '../../model/bounds.ts'
import type { Finding } from '../../model/diagnostic.ts'
import type { AuthorCheck } from './author-check.ts'
import { isMediaUrlField } from './media-url.ts'
import type { Rule } from './rule.ts'

export const check: AuthorCheck = {
  name: 'unsupported-file',
  severity: 'warning',
  *check(bounds) {
    for (const text of mediaTextsOf(bounds)) {
      const accepted = acceptedFiles(text.field)
      const ending = accepted && endingsOf(text).find((end) => isRefused(end, accepted))
      if (accepted !== undefined && ending !== undefined) yield describe(text, ending, accepted)
    }
  },
}

interface Files {
  readonly name: string
  readonly endings: readonly string[]
}

/** What the platform fetches, by the kind of the attachment. */
const files: { readonly [kind: string]: Files } = {
  image: { name: 'an image is JPEG or PNG', endings: ['jpg', 'jpeg', 'png'] },
  video: { name: 'a video is MP4 or 3GPP', endings: ['mp4', '3gp', '3gpp'] },
  audio: {
    name: 'audio is AAC, AMR, MP3, M4A or OGG with Opus',
    endings: ['aac', 'amr', 'mp3', 'm4a', 'mp4', 'ogg'],
  },
  document: {
    name: 'a document is text, PDF, Word, Excel or PowerPoint',
    endings: ['txt', 'pdf', 'doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx'],
  },
}

/** Endings that say for certain what is in a file; of any other the server decides. */
const telling: ReadonlySet<string> = new Set([
  ...Object.values(files).flatMap(({ endings }) => endings),
  ...['gif', 'webp', 'svg', 'bmp', 'tif', 'tiff', 'heic', 'heif', 'avif', 'ico', 'psd'],
  ...['mov', 'avi', 'webm', 'mkv', 'flv', 'wmv', 'm4v', 'mpg', 'mpeg'],
  ...['wav', 'flac', 'opus', 'weba', 'wma', 'aif', 'aiff', 'mid', 'midi'],
  ...['zip', 'rar', '7z', 'gz', 'tar', 'csv', 'json', 'xml', 'rtf', 'odt', 'ods', 'odp', 'epub'],
])

function* mediaTextsOf({ texts }: MessageBounds): Iterable<TextBounds> {
  for (const text of texts) if (isMediaUrlField(text.field)) yield text
}

function acceptedFiles(field: string): Files | undefined {
  const [, kind = ''] = /@(\w+)$|\.header_(\w+)$/.exec(field)?.filter((part) => part) ?? []
  return Object.hasOwn(files, kind) ? files[kind] : undefined
}

/** The endings of the names in an address: of every value, or of its fixed end. */
function endingsOf({ shape, parts }: TextBounds): readonly string[] {
  const last = parts.at(-1)
  const fixed = last?.reference === undefined ? last?.shape.values : undefined
  const isQuery = parts.slice(0, -1).some((part) => part.shape.values?.[0]?.includes('?'))
  const known = shape.values ?? (isQuery ? [] : (fixed ?? []))
  return known.flatMap((value) => {
    const [path = ''] = value.split(/[?#]/)
    return /\.([A-Za-z0-9]{2,5})$/.exec(path)?.[1]?.toLowerCase() ?? []
  })
}

function isRefused(ending: string, { endings }: Files): boolean {
  return telling.has(ending) && !endings.includes(ending)
}

function describe({ path, parts }: TextBounds, ending: string, { name, endings }: Files): Finding {
  const part = parts.at(-1)
  const isPart = parts.length > 1 && part !== undefined
  const list = endings.map((end) => `\`.${end}\``).join(', ')
  const message = `the address ends in \`.${ending}\`, and ${name} (${list}): convert the file, or give the attachment another type`
  return { path, message, ...(isPart ? { span: part.span } : {}) }
}

export const rule: Rule = {
  name: check.name,
  summary: 'The ending of an address shows a kind of file that its attachment cannot have.',
  why: 'WhatsApp takes few kinds of files, and looks at them only after the API has said yes: the customer receives nothing, and a webhook brings the error.',
  severity: check.severity,
  isLocked: false,
  source:
    'https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media',
  examples: [
    {
      title: 'a JPEG, and an address that does not tell',
      yaml: `message:
  text: Is this yours?
  replyButtonMessage:
    header: { attachment: { type: image, url: "https://example.com/bag.JPG?size=small" } }
    buttons: [{ id: "yes", text: "Yes" }, { id: "no", text: "No" }]
fallback:
  templateName: found_item
  language: en
  parameters: { header_image: "https://example.com/picture.php?id=5.gif" }
`,
      reports: [],
    },
    {
      title: 'an image in a format of the web',
      yaml: `message:
  attachments:
    - { type: image, url: "https://example.com/bag.webp" }
`,
      reports: [
        '3:27 the address ends in `.webp`, and an image is JPEG or PNG (`.jpg`, `.jpeg`, `.png`): convert the file, or give the attachment another type',
      ],
    },
    {
      title: 'a document that is called an image',
      yaml: `variables: { order: { type: string, pattern: "^[0-9]{6}$" } }
message:
  attachments:
    - { type: image, url: "https://example.com/{{ order }}.pdf" }
`,
      reports: [
        '4:59 the address ends in `.pdf`, and an image is JPEG or PNG (`.jpg`, `.jpeg`, `.png`): convert the file, or give the attachment another type',
      ],
    },
  ],
}
