import { isObject, type JsonObject, type JsonValue } from '../../src/model/json.ts'
import { isUnique, type Limit, limitRows, limits } from '../../src/model/limits.ts'
import type { Piece } from './small-filler.ts'

const kinds: readonly string[] = [
  'length',
  'non-blank',
  'trimmed',
  'single-line',
  'count',
  'unique',
  'unique-ignoring-case',
  'bytes',
  'range',
]

/** The limits that are judged here; what is said of any other is not compared. */
export const judgedLimits: ReadonlySet<string> = new Set(
  limitRows.filter(isJudged).map(({ id }) => id),
)

function isJudged({ id, kind, fields }: Limit): boolean {
  // What the generator never writes, or what the linter counts in another way on purpose.
  const others = [
    limits.headerContentCount.id,
    limits.contentTypeCount.id,
    limits.templateParameterCount.id,
  ]
  return kinds.includes(kind) && !others.some((other) => other === id) && fields[0] !== 'sender'
}

/** What one filled message breaks: `limit-id source`, or only `limit-id` where it is about several. */
export function judgeSmall(pieces: readonly Piece[], type: string): ReadonlySet<string> {
  const broken = new Set<string>()
  for (const limit of limitRows) {
    if (!judgedLimits.has(limit.id)) continue
    for (const field of limit.fields) {
      const [name = '', kind] = field.split('@')
      if (kind !== undefined && name === 'message.text' && kind !== type) continue
      if (field.includes('[*]')) judgeTotal(limit, field, pieces, broken)
      else {
        const own = pieces.filter((piece) => matches(piece.field, name))
        if (isUnique(limit)) judgeUnique(limit, own, broken)
        else for (const piece of own) judgePiece(limit, piece, broken)
      }
    }
  }
  return broken
}

function matches(field: string, name: string): boolean {
  if (!name.includes('*')) return field === name
  return field.startsWith(name.slice(0, name.indexOf('*')))
}

function judgePiece(limit: Limit, { source, value }: Piece, broken: Set<string>): void {
  const { id, kind, min = -Infinity, max = Infinity } = limit
  const isBroken = (): boolean => {
    switch (kind) {
      case 'length':
        return typeof value === 'string' && value.length > max
      case 'non-blank':
        return typeof value === 'string' && value.trim() === ''
      case 'trimmed':
        return typeof value === 'string' && value.trim() !== '' && value.trim() !== value
      case 'single-line':
        return typeof value === 'string' && value.includes('\n')
      case 'bytes':
        return new TextEncoder().encode(JSON.stringify(value)).length > max
      case 'range':
        return typeof value === 'number' && (value < min || value > max)
      default:
        return typeof value === 'number' && (value < min || value > max)
    }
  }
  if (isBroken()) broken.add(kind === 'count' || kind === 'bytes' ? id : `${id} ${source}`)
}

function judgeTotal(
  limit: Limit,
  field: string,
  pieces: readonly Piece[],
  broken: Set<string>,
): void {
  const name = field.replaceAll('[*]', '[]')
  const values = pieces.filter((piece) => piece.field === name).map(({ value }) => value)
  // The items of a sequence have its field too.
  const counts = values.filter((value) => typeof value === 'number')
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total > (limit.max ?? Infinity)) broken.add(limit.id)
}

function judgeUnique(limit: Limit, pieces: readonly Piece[], broken: Set<string>): void {
  const texts = pieces.map(({ value }) => String(value).trim())
  const exact = new Set(texts)
  if (limit.kind === 'unique') {
    if (exact.size < texts.length) broken.add(limit.id)
    return
  }
  const folded = new Set([...exact].map((text) => text.toUpperCase()))
  if (folded.size < exact.size) broken.add(limit.id)
}

/** Which content type a file has, as the fields of limits name it. */
export function typeOf(root: JsonObject): string {
  const message: JsonValue | undefined = root['message']
  const keys = isObject(message) ? Object.keys(message).filter((key) => key !== 'text') : []
  return keys[0] ?? 'text'
}
