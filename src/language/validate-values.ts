import type { Fix, WrittenValue } from '../model/diagnostic.ts'
import { nearMiss } from '../model/near-miss.ts'
import { formatPath, type Path } from '../model/source.ts'
import type { ShapeFinding } from './shape-finding.ts'
import { listKeywords, meantFor, meantKeywords, meantType } from './short-form.ts'
import type { Place } from './validate-schema.ts'
import { typeNames } from './validate-types.ts'
import { dueForm, isDeclarationPlace, wayOut } from './validate-wording.ts'
import type { Violation } from './violation.ts'

/** What is said of a value, and how to mend it. */
interface Explained {
  readonly message: string
  readonly fix?: Fix
}

/** A value that does not fit, and why. */
export interface ValueFault {
  readonly path: Path
  readonly value: unknown
  readonly violation: Violation
}

/**
 * Says what is wrong with one value. What `$each` and `$if` say is judged together with the
 * variables that they name, so nothing is said of them here.
 */
export function explainValue(
  fault: ValueFault,
  place: Place,
  parent: Place,
): ShapeFinding | undefined {
  if (place.kind === 'each' || place.kind === 'if') return undefined
  const { violation } = fault
  if (violation.keyword === 'type') {
    return place.kind === 'declaration' ? noDeclaration(fault) : wrongType(fault, place, parent)
  }
  const { path } = fault
  const { message, fix } = invalidValue(fault, parent)
  return { rule: 'invalid-value', path, message, ...(fix === undefined ? {} : { fix }) }
}

function wrongType(
  { path, value, violation }: ValueFault,
  place: Place,
  parent: Place,
): ShapeFinding {
  const type = violation.params['type']
  const expected = (Array.isArray(type) ? type : [type]).map(String)
  const due = expected.map((name) => typeNames.get(name) ?? name).join(' or ')
  const hint = wayOut(value, nameOf(path), place.kind, parent.kind) ?? listAllowed(place)
  const tail = hint === undefined ? '' : `, ${hint}`
  const message = `${subjectOf(path)} ${found(value)}: ${due} is due${tail}`
  const at = value === null && typeof path.at(-1) === 'string' ? ({ at: 'key' } as const) : {}
  // Where few words may stand, quotes would make none of them.
  const isWord = place.schema.enum !== undefined
  return { rule: 'wrong-type', path, ...at, message, ...(isWord ? {} : { expected }) }
}

/** The words that may stand at a place, where they are few. */
function listAllowed({ schema }: Place): string | undefined {
  return schema.enum && `one of ${schema.enum.map((word) => `\`${String(word)}\``).join(', ')}`
}

/** A declaration is a word or a mapping: quotes would not make one of anything else. */
function noDeclaration({ path, value }: ValueFault): ShapeFinding {
  const rule = 'wrong-type'
  const subject = subjectOf(path)
  const forms = '`string(40)` or `{ type: string, maxLength: 40 }`'
  if (value === null) {
    return { rule, path, at: 'key', message: `${subject} has no declaration: write ${forms}` }
  }
  const meant = meantList(value)
  if (meant !== undefined) {
    const message = `${subject} is a list: write \`${meant.text}\` for a list of them`
    return { rule, path, ...withMeant(message, path, meant) }
  }
  if (Array.isArray(value) && value.length > 0 && value.every((word) => typeof word === 'string')) {
    const shown = value.length > 3 ? [...value.slice(0, 3), '…'] : value
    const text = `{ type: string, enum: [${shown.join(', ')}] }`
    const message = `${subject} is a list: write \`${text}\` for the values that it can take`
    const choice = { text, value: { type: 'string', enum: value } }
    return { rule, path, ...withMeant(message, path, choice) }
  }
  return { rule, path, message: `${subject} ${found(value)}: a declaration is due, write ${forms}` }
}

/** `[string]` is how other languages write a list of texts; two words are values to choose from. */
function meantList(value: unknown): Meant | undefined {
  const [word, ...others] = Array.isArray(value) ? value : []
  return typeof word === 'string' && others.length === 0 ? meantFor(`${word}[]`) : undefined
}

function found(value: unknown): string {
  if (value === null || value === undefined) return 'is empty'
  if (Array.isArray(value)) return 'is a list'
  if (typeof value === 'object') return 'is a mapping'
  if (typeof value === 'string') return `is the text ${quote(value)}`
  if (typeof value === 'number') return `is the number ${value}`
  if (typeof value === 'boolean') return `is \`${value}\``
  return `is a ${typeof value}`
}

function invalidValue({ path, value, violation }: ValueFault, parent: Place): Explained {
  const { keyword, params } = violation
  const subject = `${subjectOf(path)} is ${quote(value)}`
  if (keyword === 'enum' || keyword === 'const') {
    const more = isTypePlace(path, parent) ? moreThanType(subject, value, path) : undefined
    if (more !== undefined) return more
    const allowed = asTexts(params['allowedValues'] ?? [params['allowedValue']])
    return notAllowed(subject, path, allowed, meantValue(value, allowed, path, parent))
  }
  if (keyword === 'pattern') {
    const text = String(value)
    const message = `${subject}: ${dueForm(nameOf(path), text, parent.kind)}`
    const meant = isDeclarationPlace(parent) ? meantFor(text) : undefined
    return withMeant(message, path, meant)
  }
  const bound = comparisons.get(String(params['comparison'])) ?? 'due is'
  return { message: `${subject}: ${bound} ${String(params['limit'])}` }
}

const comparisons: ReadonlyMap<string, string> = new Map([
  ['>=', 'the smallest is'],
  ['>', 'it has to be more than'],
  ['<=', 'the largest is'],
  ['<', 'it has to be less than'],
])

function isTypePlace(path: Path, parent: Place): boolean {
  return parent.kind === 'declaration' && path.at(-1) === 'type'
}

/** A type of another language that takes two keywords here. */
function moreThanType(subject: string, value: unknown, path: Path): Explained | undefined {
  const keywords = typeof value === 'string' ? meantKeywords(value) : undefined
  if (keywords === undefined) return undefined
  const title = `write \`${listKeywords(keywords)}\``
  const parent = path.slice(0, -1)
  const edits = Object.entries(keywords).map(([key, word]) => {
    return { type: 'set', path: parent, key, value: word } as const
  })
  return { message: `${subject}: ${title}`, fix: { title, safe: false, edits } }
}

/** The allowed value that was probably meant: of types also by a word of another language. */
function meantValue(
  value: unknown,
  allowed: readonly string[],
  path: Path,
  parent: Place,
): string | undefined {
  if (typeof value !== 'string') return undefined
  if (isTypePlace(path, parent)) return meantType(value)
  const word = value.trim()
  return nearMiss(word, allowed) ?? allowed.find((known) => isBeginning(word, known))
}

/** `warn` is the beginning of `warning`, and too far from it for a slip. */
function isBeginning(word: string, known: string): boolean {
  return word.length >= 3 && known.startsWith(word.toLowerCase())
}

function notAllowed(
  subject: string,
  path: Path,
  allowed: readonly string[],
  meant: string | undefined,
): Explained {
  const list = allowed.map((word) => `\`${word}\``).join(', ')
  const verb = allowed.length === 1 ? 'allowed is' : 'allowed are'
  const question = meant === undefined ? '' : ` did you mean \`${meant}\`?`
  const found = meant === undefined ? undefined : { text: meant, value: meant }
  return withMeant(`${subject}:${question} ${verb} ${list}`, path, found)
}

/** What an author probably meant, as it is written. */
interface Meant {
  readonly text: string
  readonly value: WrittenValue
}

function withMeant(message: string, path: Path, meant: Meant | undefined): Explained {
  const key = path.at(-1)
  if (meant === undefined || typeof key !== 'string') return { message }
  const edit = { type: 'set', path: path.slice(0, -1), key, value: meant.value } as const
  return { message, fix: { title: `write \`${meant.text}\``, safe: false, edits: [edit] } }
}

function asTexts(values: unknown): readonly string[] {
  return Array.isArray(values) ? values.map(String) : []
}

function subjectOf(path: Path): string {
  return path.length === 0 ? 'the root' : `\`${formatPath(path)}\``
}

/** The last key on the way to a value: indexes have no names. */
function nameOf(path: Path): string {
  const name = path.findLast((step) => typeof step === 'string')
  return name === undefined ? '' : String(name)
}

const maxQuoted = 60

function quote(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > maxQuoted ? `${text.slice(0, maxQuoted)}…` : text
}
