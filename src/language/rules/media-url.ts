import type { MessageBounds, TextBounds } from '../../model/bounds.ts'
import type { Finding } from '../../model/diagnostic.ts'
import { uriFormat } from '../../model/formats.ts'
import { hasFixedHost } from './url-host.ts'

const urlFields = /attachment(?:s\[\])?\.url|parameters\.header_(?:image|video|document)/
/** More ways to begin than this are not looked into. */
const maxStarts = 256

/** Whether a field holds the address of a file that the API fetches. */
export function isMediaUrlField(field: string): boolean {
  return urlFields.test(field)
}

/** An address as far as the file says it: whole, or up to its first open variable. */
export interface MediaUrl {
  readonly text: TextBounds
  readonly url: URL
}

/** The addresses of files that are known at least to the end of their host. */
export function* mediaUrlsOf({ texts }: MessageBounds): Iterable<MediaUrl> {
  for (const text of texts) {
    if (!isMediaUrlField(text.field)) continue
    for (const start of knownStarts(text)) {
      const url = URL.parse(start)
      if (url !== null) yield { text, url }
    }
  }
}

function knownStarts({ shape, parts }: TextBounds): readonly string[] {
  if (shape.values !== undefined) return shape.values.filter((value) => uriFormat.matches(value))
  let starts: readonly string[] = ['']
  for (const { shape: part } of parts) {
    if (part.values === undefined || part.values.length * starts.length > maxStarts) break
    const { values } = part
    starts = starts.flatMap((front) => values.map((back) => front + back))
  }
  return starts.filter(hasFixedHost)
}

/** A finding at the variable that brings an address in, or at all of the text. */
export function findingAt({ text }: MediaUrl, message: string): Finding {
  const part = text.parts.find(({ reference }) => reference !== undefined)
  const isListed = part !== undefined && text.shape.values !== undefined
  return { path: text.path, message, ...(isListed ? { span: part.span } : {}) }
}

/** The first address of each text of which something holds: one mistake, one finding. */
export function* firstOfEach(
  bounds: MessageBounds,
  isWrong: (url: URL) => boolean,
): Iterable<MediaUrl> {
  const told = new Set<TextBounds>()
  for (const media of mediaUrlsOf(bounds)) {
    if (told.has(media.text) || !isWrong(media.url)) continue
    told.add(media.text)
    yield media
  }
}
