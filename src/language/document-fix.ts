import type { PathEdit, TextEdit, WrittenValue } from '../model/diagnostic.ts'
import type { Path, Range } from '../model/source.ts'
import { indentEntries, wrapMapping } from './document-wrap.ts'
import type { EntryPlace, MappingPlace, Place, ScalarPlace, SequencePlace } from './yaml-place.ts'
import { endOfLine, isOtherThanText, quoteText, startOfLine } from './yaml-text-run.ts'

/** Turns changes by path into changes by offset; undefined where one of them does not apply. */
export function resolveEdits(
  root: Place,
  changes: readonly PathEdit[],
  source: string,
): readonly TextEdit[] | undefined {
  const edits: TextEdit[] = []
  for (const change of joinSets(changes)) {
    for (const edit of resolveEdit(root, change, source)) {
      if (edit === undefined) return undefined
      edits.push(edit)
    }
  }
  edits.sort((left, right) => left.start - right.start || left.end - right.end)
  const isApart = edits.every((edit, index) => edit.start >= (edits[index - 1]?.end ?? 0))
  return isApart ? edits : undefined
}

interface SetEntries {
  readonly type: 'set'
  readonly path: Path
  readonly entries: readonly Entry[]
}

interface Entry {
  readonly key: string
  readonly value: WrittenValue
}

type Change = SetEntries | Exclude<PathEdit, { readonly type: 'set' }>

/** Several entries for one mapping are written together: one offset takes one text. */
function joinSets(changes: readonly PathEdit[]): Change[] {
  const joined = new Map<string, Change>()
  for (const [index, change] of changes.entries()) {
    if (change.type !== 'set') {
      joined.set(String(index), change)
      continue
    }
    const { path, key, value } = change
    const id = JSON.stringify(path)
    const before = joined.get(id)
    const entries = before?.type === 'set' ? before.entries : []
    joined.set(id, { type: 'set', path, entries: [...entries, { key, value }] })
  }
  return [...joined.values()]
}

/** The edits of one change; one that is undefined tells that the change does not apply. */
function resolveEdit(
  root: Place,
  change: Change,
  source: string,
): readonly (TextEdit | undefined)[] {
  switch (change.type) {
    case 'set': {
      const place = findPlace(root, change.path)
      if (place?.type === 'mapping') return setEntries(place, change.entries, source)
      return [place?.type === 'scalar' ? setInShortForm(place, change.entries) : undefined]
    }
    case 'rename': {
      const range = findEntry(root, change.path)?.keyRange
      return [range && { ...range, text: writeLike(change.name, range, source) }]
    }
    case 'remove':
      return [removalRange(root, change.path, source)]
    case 'wrap': {
      const place = findPlace(root, change.path)
      const edits = place?.type === 'mapping' ? wrapMapping(place, change, source) : undefined
      return edits ?? [undefined]
    }
    case 'indent': {
      const place = findPlace(root, change.path)
      const edits =
        place?.type === 'mapping' ? indentEntries(place, change.keys, source) : undefined
      return edits ?? [undefined]
    }
    default:
      return change satisfies never
  }
}

function findPlace(root: Place, path: Path): Place | undefined {
  let place: Place | undefined = root
  for (const step of path) {
    if (place?.type === 'mapping') place = place.entries.get(String(step))?.value
    else if (place?.type === 'sequence') place = place.items[Number(step)]?.value
    else return undefined
  }
  return place
}

function findEntry(root: Place, path: Path): EntryPlace | undefined {
  const parent = findPlace(root, path.slice(0, -1))
  const key = path.at(-1)
  if (parent?.type !== 'mapping' || key === undefined) return undefined
  return parent.entries.get(String(key))
}

/** Entries that are there change their values, new ones are written after the last. */
function setEntries(
  place: MappingPlace,
  entries: readonly Entry[],
  source: string,
): readonly (TextEdit | undefined)[] {
  const present = entries.filter(({ key }) => place.entries.has(key))
  const absent = entries.filter(({ key }) => !place.entries.has(key))
  const edits = present.map((entry) => replaceValue(place.entries.get(entry.key), entry, source))
  return absent.length === 0 ? edits : [...edits, addEntries(place, absent, source)]
}

function replaceValue(
  entry: EntryPlace | undefined,
  { value }: Entry,
  source: string,
): TextEdit | undefined {
  const place = entry?.value
  // A list gives way to nothing but another list or a mapping.
  if (place?.type === 'sequence' && place.isFlow && typeof value === 'object') {
    return { ...place.range, text: writeValue(value) }
  }
  if (place?.type !== 'scalar') return undefined
  const { range } = place
  const isGlued = range.start === range.end && /\S/.test(source.charAt(range.start - 1))
  if (place.style === 'literal' || place.style === 'folded') return undefined
  return { ...range, text: (isGlued ? ' ' : '') + writeLike(value, range, source) }
}

function addEntries(
  place: MappingPlace,
  entries: readonly Entry[],
  source: string,
): TextEdit | undefined {
  const written = entries.map(({ key, value }) => writeEntry([key, value]))
  const last = [...place.entries.values()].at(-1)
  if (place.isFlow) {
    if (last === undefined) return { ...place.range, text: `{ ${written.join(', ')} }` }
    const end = endOfEntry(last)
    return { start: end, end, text: written.map((entry) => `, ${entry}`).join('') }
  }
  const first = place.entries.values().next().value
  if (last === undefined || first === undefined) return undefined
  const lineBreak = source.includes('\r\n') ? '\r\n' : '\n'
  const indent = ' '.repeat(columnOf(first.keyRange.start, source))
  if (isBlockText(last.value)) {
    // Below such a text its empty lines would change sides.
    const start = last.keyRange.start
    const text = written.map((entry) => entry + lineBreak + indent).join('')
    return { start, end: start, text }
  }
  const end = endOfLine(source, endOfEntry(last))
  return { start: end, end, text: written.map((entry) => lineBreak + indent + entry).join('') }
}

function isBlockText(place: Place): boolean {
  if (place.type === 'scalar') return place.style === 'literal' || place.style === 'folded'
  const children =
    place.type === 'mapping'
      ? [...place.entries.values()].map(({ value }) => value)
      : place.items.map(({ value }) => value)
  const last = children.at(-1)
  return !place.isFlow && last !== undefined && isBlockText(last)
}

/** An aliased value stands elsewhere: then the entry ends no earlier than its key. */
function endOfEntry({ keyRange, end }: EntryPlace): number {
  return Math.max(keyRange.end, end)
}

function columnOf(offset: number, source: string): number {
  const start = startOfLine(source, offset)
  return source.slice(start, offset).replace('\ufeff', '').length
}

const shortForm = /^([a-z]+)(?:\((\d+)\))?$/

/** `string(40)` becomes `{ type: string, maxLength: 40 }` before it takes more. */
function setInShortForm(place: ScalarPlace, entries: readonly Entry[]): TextEdit | undefined {
  const match = typeof place.value === 'string' ? shortForm.exec(place.value) : null
  if (match === null) return undefined
  const all = new Map<string, WrittenValue>([['type', match[1] ?? '']])
  if (match[2] !== undefined) all.set('maxLength', Number(match[2]))
  for (const { key, value } of entries) all.set(key, value)
  const written = [...all].map(writeEntry)
  return { ...place.range, text: `{ ${written.join(', ')} }` }
}

/** Writes a scalar in the quotes of the one that it replaces, where these can hold it. */
function writeLike(value: WrittenValue, { start }: Range, source: string): string {
  if (typeof value !== 'string' || needsEscapes(value)) return writeValue(value)
  const quote = source[start]
  if (quote === "'") return `'${value.replaceAll("'", "''")}'`
  return quote === '"' ? JSON.stringify(value) : writeScalar(value)
}

/** Writes a value so that it is read as the same one everywhere in YAML. */
function writeValue(value: WrittenValue): string {
  if (typeof value === 'string') return writeScalar(value)
  if (typeof value !== 'object') return String(value)
  if (isTexts(value)) return `[${value.map(writeScalar).join(', ')}]`
  return `{ ${Object.entries(value).map(writeEntry).join(', ')} }`
}

/** Whether a value is a list: the language's own check knows no read-only ones. */
function isTexts(value: object): value is readonly string[] {
  return Array.isArray(value)
}

function writeEntry([key, value]: readonly [string, WrittenValue]): string {
  return `${writeScalar(key)}: ${writeValue(value)}`
}

function writeScalar(value: string): string {
  if (needsEscapes(value)) return JSON.stringify(value)
  const isPlain =
    /^[\p{L}_$/.][\p{L}\p{N}_$/.-]*(?: [\p{L}\p{N}_$/.-]+)*$/u.test(value) &&
    !isOtherThanText(value)
  return isPlain ? value : quoteText(value)
}

/** Only escapes in double quotes can write control characters and halves of characters. */
function needsEscapes(value: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  return /[\0-\x1f\x7f-\x9f\u2028\u2029\ufeff]/.test(value) || !value.isWellFormed()
}

function removalRange(root: Place, path: Path, source: string): TextEdit | undefined {
  const parent = findPlace(root, path.slice(0, -1))
  const step = path.at(-1)
  if (parent === undefined || parent.type === 'scalar' || step === undefined) return undefined
  const parts = partsOf(parent)
  const index =
    parent.type === 'mapping' ? [...parent.entries.keys()].indexOf(String(step)) : Number(step)
  const part = parts[index]
  if (part === undefined) return undefined
  if (parts.length === 1) {
    // What holds nothing more goes too: an empty header would be the next mistake.
    const isEntry = parent.type === 'mapping' && path.length > 2 && isOwn(root, path.slice(0, -1))
    if (isEntry) return removalRange(root, path.slice(0, -1), source)
    return { ...parent.range, text: parent.type === 'mapping' ? '{}' : '[]' }
  }
  return { ...(parent.isFlow ? flowPart : blockPart)(parts, index, source), text: '' }
}

/** Whether a value is that of a key, and stands where the key does: an aliased one is others' too. */
function isOwn(root: Place, path: Path): boolean {
  const entry = findEntry(root, path)
  return entry !== undefined && entry.value.range.start >= entry.keyRange.end
}

/** From where to where each entry or item stands. */
function partsOf(place: MappingPlace | SequencePlace): readonly Range[] {
  if (place.type === 'mapping') {
    return [...place.entries.values()].map((entry) => {
      return { start: entry.keyRange.start, end: endOfEntry(entry) }
    })
  }
  return place.items.map(({ start, end }) => ({ start, end }))
}

/** An item goes with the comma before it, the first one with the comma after it. */
function flowPart(parts: readonly Range[], index: number): Range {
  const part = parts[index] ?? { start: 0, end: 0 }
  const before = parts[index - 1]
  const after = parts[index + 1]
  if (before !== undefined) return { start: before.end, end: part.end }
  return { start: part.start, end: after?.start ?? part.end }
}

/** Whole lines go, unless the part begins behind a dash: then the next one moves up to it. */
function blockPart(parts: readonly Range[], index: number, source: string): Range {
  const part = parts[index] ?? { start: 0, end: 0 }
  const after = parts[index + 1]
  const lineStart = startOfLine(source, part.start)
  const isAlone = /^\ufeff?[ ]*$/.test(source.slice(lineStart, part.start))
  if (!isAlone && after !== undefined) return { start: part.start, end: after.start }
  const lineEnd = endOfLine(source, part.end)
  const next = lineEnd + (/^\r?\n/.exec(source.slice(lineEnd, lineEnd + 2))?.[0].length ?? 0)
  const start = lineStart + (source[lineStart] === '\ufeff' ? 1 : 0)
  return { start, end: next }
}
