import type { Scalar } from 'yaml'
import { lazily } from '../model/lazily.ts'
import type { Path, Range } from '../model/source.ts'
import type { RangedFinding } from './ranged-finding.ts'
import { checkCharacters } from './yaml-characters.ts'
import { locateScalar } from './yaml-locate.ts'
import type { LocatedText } from './yaml-located-text.ts'
import type { ScalarPlace, ScalarStyle } from './yaml-place.ts'
import { quoteText, showText } from './yaml-text-run.ts'

/** The source, and the text that was read: as long, but with some texts hidden behind letters. */
export interface ScalarContext {
  readonly source: string
  readonly masks: readonly Range[]
  /** Whether the scalar is a key: keys are read as they are spelled. */
  readonly isKey?: boolean
}

/** Reads one scalar of the library's tree, and brings back what was hidden in it. */
export function buildScalar(
  node: Scalar,
  path: Path,
  context: ScalarContext,
): { readonly place: ScalarPlace; readonly findings: readonly RangedFinding[] } {
  const range = scalarRange(node, context.source)
  const isHidden = context.masks.some((mask) => overlaps(mask, range))
  const locate = lazily(() => locateNode(node, context.source))
  const read = isHidden
    ? (locate()?.text ?? context.source.slice(range.start, range.end))
    : node.value
  const place: ScalarPlace = {
    type: 'scalar',
    range,
    style: styleOf(node),
    hasTag: node.tag !== undefined,
    value: isPlainValue(read) ? read : null,
    locate,
  }
  return { place, findings: [...checkScalar(node, place, path, context)] }
}

function isPlainValue(value: unknown): value is ScalarPlace['value'] {
  return (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    (typeof value === 'number' && Number.isFinite(value))
  )
}

function overlaps(left: Range, right: Range): boolean {
  return left.start < right.end && right.start < left.end
}

/** The range of a scalar; a block scalar ends where its text does, not with its empty lines. */
function scalarRange(node: Scalar, source: string): Range {
  const [start, end] = node.range ?? [0, 0]
  if (node.type !== 'BLOCK_LITERAL' && node.type !== 'BLOCK_FOLDED') return { start, end }
  return { start, end: start + source.slice(start, end).trimEnd().length }
}

function styleOf(node: Scalar): ScalarStyle {
  switch (node.type) {
    case 'QUOTE_SINGLE':
      return 'single-quoted'
    case 'QUOTE_DOUBLE':
      return 'double-quoted'
    case 'BLOCK_LITERAL':
      return 'literal'
    case 'BLOCK_FOLDED':
      return 'folded'
    default:
      return 'plain'
  }
}

/** Locates the units of a text; gives up where our decoding and the library's differ. */
function locateNode(node: Scalar, source: string): LocatedText | undefined {
  const token = node.srcToken
  if (token === undefined || !('source' in token)) return undefined
  switch (token.type) {
    case 'scalar':
    case 'single-quoted-scalar':
    case 'double-quoted-scalar':
    case 'block-scalar': {
      const located = locateScalar(token)
      return located.text === node.source ? reveal(located, source) : undefined
    }
    default:
      return undefined
  }
}

/** Only plain texts are hidden, and there one unit of the value is one of the source. */
function reveal(located: LocatedText, source: string): LocatedText {
  let text = ''
  for (let index = 0; index < located.text.length; index++) {
    const start = located.starts[index] ?? 0
    const unit = located.text.charAt(index)
    const isVerbatim = (located.ends[index] ?? 0) - start === 1
    text += isVerbatim && unit === 'A' ? source.charAt(start) : unit
  }
  return { ...located, text }
}

function* checkScalar(
  node: Scalar,
  place: ScalarPlace,
  path: Path,
  { source, isKey = false }: ScalarContext,
): Generator<RangedFinding> {
  if (typeof place.value === 'string') yield* checkCharacters(place, path)
  if (isKey || typeof node.value !== 'number') return
  const { range } = place
  const written = source.slice(range.start, range.end)
  const isWhole = /^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$/.test(written)
  const isHeld = Number.isFinite(node.value)
  const isNumberDue = numericKeys.has(String(path.at(-1))) || (path[0] === 'variables' && !isHeld)
  const fix = {
    title: 'put it in quotes',
    // Elsewhere than in the message it becomes a text for a program that may want the number.
    safe: path[0] === 'message',
    edits: [{ ...range, text: quoteText(written) }],
  }
  const common = {
    rule: 'yaml-feature',
    severity: 'error',
    range,
    path,
    ...(isNumberDue ? {} : { fixes: [fix] }),
  } as const
  const quotes = isNumberDue ? '' : ', or put a text in quotes'
  if (!isHeld) {
    const message = `YAML reads \`${showText(written)}\` as ${nameOf(node.value)}, which JSON cannot hold: write a finite number${quotes}`
    yield { ...common, message }
  } else if (isWhole && !Number.isSafeInteger(node.value)) {
    const wayOut = isNumberDue ? 'write one within it' : 'put it in quotes'
    const message = `\`${showText(written)}\` is a number beyond ${Number.MAX_SAFE_INTEGER} and would lose digits: ${wayOut}`
    yield { ...common, message }
  }
}

/** Where a text would be the next mistake. */
const numericKeys: ReadonlySet<string> = new Set([
  'exclusiveMaximum',
  'exclusiveMinimum',
  'latitude',
  'longitude',
  'maxItems',
  'maxLength',
  'maximum',
  'minItems',
  'minLength',
  'minimum',
  'multipleOf',
])

function nameOf(value: number): string {
  return Number.isNaN(value) ? 'no number' : 'an infinite number'
}
