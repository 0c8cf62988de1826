import type { TextBounds, TextPart } from '../../model/bounds.ts'
import { complementOf, intersectSets } from '../../model/character-set.ts'
import { uriFormat } from '../../model/formats.ts'
import type { CharacterSet } from '../../model/shape.ts'

/** What is known of the host of an address. */
export type HostProof =
  | { readonly type: 'known' }
  /** The fixed text is no beginning of an address. */
  | { readonly type: 'wrong'; readonly start: string }
  /** The part stands in a host that letters and digits would leave one. */
  | { readonly type: 'label'; readonly part: TextPart }
  /** The part, or what follows it, decides where the host ends. */
  | { readonly type: 'open'; readonly part: TextPart; readonly start: string }

/** Scheme, host and the character that ends the host. */
const wholeHost = /^https?:\/\/[^/?#\s{}]+[/?#]/i

/** Whether a text shows the whole host of a URL, whatever comes after it. */
export function hasFixedHost(text: string): boolean {
  return wholeHost.test(text)
}

/** Stands for a variable that is not written out. */
const mark = '\uFFFC'
/** More ways to begin than this are not looked into. */
const maxStarts = 256

/**
 * Works out whether a text begins with the scheme and the whole host of a URL. Variables of few
 * values are written out; another one may be letters and digits in a label, and not in the last.
 */
export function proveHost({ parts }: TextBounds): HostProof {
  const { starts, open } = startsOf(parts)
  const [first] = open
  if (first === undefined) return judgeFixed(starts)
  const begun = starts.map((start) => start.split(mark, 1).join(''))
  const wrong = begun.find((start) => !/^https?:\/\/[^/?#\s{}]*$/i.test(start))
  if (wrong !== undefined) return { type: 'wrong', start: wrong }
  if (!starts.every(hasOpenLabels)) return { type: 'open', part: first, start: begun[0] ?? '' }
  const part = open.find((candidate) => !isAlphanumeric(candidate))
  return part === undefined ? { type: 'known' } : { type: 'label', part }
}

/** Every way to begin, up to the part in which each of them has a host. */
function startsOf(parts: readonly TextPart[]): {
  readonly starts: readonly string[]
  readonly open: readonly TextPart[]
} {
  let starts: readonly string[] = ['']
  const open: TextPart[] = []
  for (const part of parts) {
    if (starts.every(hasFixedHost)) break
    const known = part.shape.values
    const values = known === undefined || known.length * starts.length > maxStarts ? [mark] : known
    if (values !== known) open.push(part)
    starts = starts.flatMap((front) => values.map((back) => front + back))
  }
  return { starts, open }
}

function judgeFixed(starts: readonly string[]): HostProof {
  const wrong = starts.find((start) => !uriFormat.matches(wholeHost.exec(start)?.[0] ?? ''))
  return wrong === undefined ? { type: 'known' } : { type: 'wrong', start: wrong }
}

/** A host whose last label is written out; none that may begin with `xn--`. */
const openHost = /^https?:\/\/[A-Za-z0-9.\uFFFC-]*\.[A-Za-z0-9-]+(?::[0-9]+)?[/?#]$/i

function hasOpenLabels(start: string): boolean {
  const host = wholeHost.exec(start)?.[0] ?? ''
  const isOpen = openHost.test(host) && !host.includes('--')
  // Where the last label is a number, no letter may stand before it.
  return isOpen && uriFormat.matches(host.replaceAll(mark, 'a'))
}

const alphanumeric: CharacterSet = [
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x61, 0x7a],
]

function isAlphanumeric({ shape, reference }: TextPart): boolean {
  const declaration = reference?.declaration
  // An integer has no sign where it is not negative.
  if (declaration?.type === 'integer') return (declaration.minimum ?? -1) >= 0
  if (shape.alphabet === undefined || shape.length.min === 0) return false
  return intersectSets(shape.alphabet, complementOf(alphanumeric)).length === 0
}
