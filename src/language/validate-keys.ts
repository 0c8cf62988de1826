import type { Fix } from '../model/diagnostic.ts'
import { hasOwn, isObject } from '../model/json.ts'
import { nearMiss } from '../model/near-miss.ts'
import { formatPath, type Path } from '../model/source.ts'
import { type MeantDirective, meantDirective } from './meant-directive.ts'
import type { ShapeFinding } from './shape-finding.ts'
import type { Twin } from './twin.ts'
import { explainDirective } from './validate-directive.ts'
import { forbiddenKey } from './validate-forbidden.ts'
import {
  type Grammar,
  type GrammarKind,
  knownKeys,
  type Place,
  placeAt,
} from './validate-schema.ts'
import { twinOf } from './validate-twins.ts'
import { hasType, typeNames } from './validate-types.ts'
import { variableNameFor } from './variable-name.ts'

/** The keys of one mapping that are wrong. */
export interface KeyFaults {
  readonly path: Path
  readonly value: { readonly [key: string]: unknown }
  readonly unknown: readonly string[]
  readonly missing: readonly string[]
  /** Keys that are known, but not beside the others. */
  readonly excluded: readonly string[]
}

/** What an author probably meant by an unknown key. */
type Meaning =
  | { readonly type: 'forbidden'; readonly message: string }
  | { readonly type: 'rename'; readonly to: string; readonly isCertain: boolean }
  | { readonly type: 'advice'; readonly twin: Twin & { readonly advice: string } }
  | { readonly type: 'directive'; readonly meant: MeantDirective }
  | { readonly type: 'name' }
  | { readonly type: 'nothing' }

/** Says what is wrong with the keys of a mapping; a misspelt key is not also a missing one. */
export function* explainKeys(
  faults: KeyFaults,
  place: Place,
  grammar: Grammar,
): Iterable<ShapeFinding> {
  const { path, value } = faults
  for (const key of faults.excluded) yield excluded(key, path)
  const meanings = new Map<string, Meaning>()
  for (const key of faults.unknown) meanings.set(key, meaningOf(key, faults, place, grammar.kind))
  const missing = new Set(faults.missing)
  for (const meaning of [...meanings.values()]) settle(meaning, missing, meanings)
  guessTheLast(missing, meanings)
  const taken = new Set(Object.keys(value))
  for (const [key, meaning] of meanings) {
    if (meaning.type === 'rename') yield explainRename(key, meaning, taken, faults, grammar)
    else yield explainUnknown(key, meaning, faults, place)
  }
  if (missing.size > 0) yield explainMissing([...missing], path, grammar.kind)
}

function meaningOf(
  key: string,
  { value }: Pick<KeyFaults, 'value'>,
  place: Place,
  grammar: GrammarKind,
): Meaning {
  const known = knownKeys(place)
  const near = (candidates: readonly string[]): string | undefined =>
    nearMiss(
      key,
      candidates.filter((name) => name.startsWith('$') === key.startsWith('$')),
    )
  const forbidden = forbiddenKey(key, place, grammar)
  if (forbidden !== undefined) return { type: 'forbidden', message: forbidden }
  if (known.length === 0) return { type: 'name' }
  const same = known.find((name) => plain(name) === plain(key))
  if (same !== undefined) return { type: 'rename', to: same, isCertain: true }
  const directive = meantDirective(key, value[key])
  if (directive !== undefined && known.includes(directive.name)) {
    return { type: 'directive', meant: directive }
  }
  const twin = twinOf(key, place.kind, grammar)
  if (twin?.rename !== undefined) return { type: 'rename', to: twin.rename, isCertain: true }
  if (twin?.advice !== undefined) {
    return { type: 'advice', twin: { ...twin, advice: twin.advice } }
  }
  const absent = known.filter((name) => !hasOwn(value, name))
  const meant = near(absent) ?? near(known)
  if (meant !== undefined) return { type: 'rename', to: meant, isCertain: true }
  if (key.startsWith('$')) return { type: 'forbidden', message: reserved(key, known) }
  return { type: 'nothing' }
}

/** Whether an unknown key is another word, or a misspelling, for a certain one. */
export function meansKey(key: string, name: string, place: Place, grammar: GrammarKind): boolean {
  const meaning = meaningOf(key, { value: {} }, place, grammar)
  return meaning.type === 'rename' && meaning.to === name
}

/** A name without what differs between spellings: `list_message` is `listMessage`. */
function plain(name: string): string {
  return name.replaceAll(/[_-]/g, '').toLowerCase()
}

function reserved(key: string, known: readonly string[]): string {
  const names = known.filter((name) => name.startsWith('$')).map((name) => `\`${name}\``)
  const wayOut = names.length === 0 ? 'remove it' : `here are ${names.join(' and ')}`
  return `keys that begin with \`$\` are reserved, and there is no \`${key}\`: ${wayOut}`
}

/** Takes out of the missing and the unknown keys what another finding speaks for. */
function settle(meaning: Meaning, missing: Set<string>, meanings: Map<string, Meaning>): void {
  if (meaning.type === 'rename') missing.delete(meaning.to)
  if (meaning.type !== 'advice') return
  for (const key of meaning.twin.covers ?? []) {
    missing.delete(key)
    meanings.delete(key)
  }
}

/** One key that nobody knows and one that is missing are most likely the same. */
function guessTheLast(missing: Set<string>, meanings: Map<string, Meaning>): void {
  const open = [...meanings].filter(([, { type }]) => type === 'nothing')
  const [first] = open
  const [lack] = missing
  if (open.length !== 1 || missing.size !== 1 || first === undefined || lack === undefined) return
  meanings.set(first[0], { type: 'rename', to: lack, isCertain: false })
  missing.delete(lack)
}

function explainUnknown(
  key: string,
  meaning: Exclude<Meaning, { readonly type: 'rename' }>,
  { path: parent, value: mapping }: KeyFaults,
  place: Place,
): ShapeFinding {
  const path = [...parent, key]
  const subject = subjectOf(key, parent)
  switch (meaning.type) {
    case 'forbidden': {
      const { message } = meaning
      // Without its condition or loop the mapping would always stand there, and once.
      const fix = key.startsWith('$') ? {} : { fix: removal(key, path, false) }
      return { rule: 'forbidden-key', path, at: 'key', message, ...fix }
    }
    case 'directive':
      return explainDirective(key, meaning.meant, path, mapping)
    case 'name':
      return { rule: 'invalid-value', path, at: 'key', message: invalidName(key) }
    case 'advice': {
      const { advice, isSuperfluous = false } = meaning.twin
      const canGo =
        typeof isSuperfluous === 'function' ? isSuperfluous(mapping[key]) : isSuperfluous
      const fix = canGo ? { fix: removal(key, path, true) } : {}
      return { rule: 'unknown-key', path, at: 'key', message: `${subject}: ${advice}`, ...fix }
    }
    case 'nothing': {
      const names = knownKeys(place).filter((name) => !name.startsWith('$'))
      const known = names.map((name) => `\`${name}\``).join(', ')
      const message = `${subject}: known ${names.length === 1 ? 'is' : 'are'} ${known}`
      return { rule: 'unknown-key', path, at: 'key', message }
    }
  }
}

function explainRename(
  key: string,
  { to, isCertain }: Extract<Meaning, { readonly type: 'rename' }>,
  taken: Set<string>,
  { path: parent, value, missing }: KeyFaults,
  grammar: Grammar,
): ShapeFinding {
  const path = [...parent, key]
  // What an array or an object lacks is not missing by the schema.
  const isInner = placeAt(grammar, parent).kind === 'declaration' && innerKeys.has(to)
  const covers = isInner || missing.includes(to) ? { covers: parent } : {}
  const declares = parent.length === 0 && to === 'variables' ? declaredIn(path, value[key]) : {}
  const finding = { rule: 'unknown-key', path, at: 'key', ...covers, ...declares } as const
  const subject = subjectOf(key, parent)
  if (taken.has(to)) {
    const message = `${subject}: \`${to}\` is probably meant, which stands there already, so remove one of them`
    return { ...finding, message }
  }
  taken.add(to)
  const question = isCertain
    ? `did you mean \`${to}\`?`
    : `is it meant as \`${to}\`, which is missing?`
  const { schema } = placeAt(grammar, [...parent, to])
  if (!hasType(value[key], schema.type)) {
    const due =
      typeof schema.type === 'string' ? ` ${typeNames.get(schema.type) ?? ''} is due there` : ''
    return { ...finding, message: `${subject}: ${question}${due}` }
  }
  const isForCallers = grammar.kind === 'message' && (parent[0] ?? to) === 'variables'
  const safe = isCertain && !isForCallers
  const fix: Fix = {
    title: `rename \`${key}\` to \`${to}\``,
    safe,
    edits: [{ type: 'rename', path, name: to }],
  }
  return { ...finding, message: `${subject}: ${question}`, fix }
}

const innerKeys: ReadonlySet<string> = new Set(['items', 'properties'])

/** Under a name that is misspelt, declarations are declarations. */
function declaredIn(path: Path, value: unknown): Pick<ShapeFinding, 'declares'> {
  return isObject(value) ? { declares: Object.keys(value).map((name) => [...path, name]) } : {}
}

function subjectOf(key: string, parent: Path): string {
  return `unknown key \`${key}\`${parent.length === 0 ? '' : ` in \`${formatPath(parent)}\``}`
}

function removal(key: string, path: Path, safe: boolean): Fix {
  return { title: `remove \`${key}\``, safe, edits: [{ type: 'remove', path }] }
}

function invalidName(key: string): string {
  return `${JSON.stringify(key)} cannot be the name of a variable: a letter or \`_\` first, then letters, digits and \`_\`, as in \`${variableNameFor(key)}\``
}

function explainMissing(
  missing: readonly string[],
  path: Path,
  grammar: GrammarKind,
): ShapeFinding {
  const names = missing.map((name) => `\`${name}\``).join(' and ')
  const subject = path.length === 0 ? roots[grammar] : `\`${formatPath(path)}\``
  const message = `${subject} needs ${names}: add ${missing.length === 1 ? 'it' : 'them'}`
  const at = typeof path.at(-1) === 'string' ? ({ at: 'key' } as const) : {}
  return { rule: 'missing-key', path, ...at, message }
}

const roots: { readonly [kind in GrammarKind]: string } = {
  message: 'the file',
  variant: 'the file',
  session: 'the body',
  template: 'the body',
  config: 'the config',
}

function excluded(key: string, path: Path): ShapeFinding {
  const where = path.length === 0 ? 'here' : `in \`${formatPath(path)}\``
  const message =
    key === 'attachment'
      ? `a header has either \`text\` or \`attachment\`, and both stand ${where}: remove one`
      : `\`${key}\` ${where} begins with \`$\`: such keys are reserved, rename it`
  return { rule: 'forbidden-key', path: [...path, key], at: 'key', message }
}
