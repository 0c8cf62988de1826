import type { Loop, MessageBounds, Reference, TextBounds } from '../model/bounds.ts'
import type { NamedFinding } from '../model/diagnostic.ts'
import { formatPath, type Path } from '../model/source.ts'
import type { Compilation } from './compile.ts'
import { limitRules } from './rules/limit-rules.ts'

const rule = 'locale-mismatch'

/**
 * What differs between two locales of a message beyond its words. A reply must mean the same in
 * every language, so ids stand in the same places, and callers pass the same variables.
 */
export function* compareLocales(
  base: Compilation,
  variant: Compilation,
  locale: string,
): Iterable<NamedFinding> {
  if (base.bounds === undefined || variant.bounds === undefined) return
  if (hasUnread(base) || hasUnread(variant)) return
  const [left, right] = [base.bounds, variant.bounds]
  if (left.type !== right.type) {
    const message = `\`${locale}\` is ${right.type} where the default locale is ${left.type}: all locales of a message have one content type`
    yield { rule, path: ['message', right.type], at: 'key', message }
    return
  }
  // What stands in another place brings its variables along: one mistake, one finding.
  const places = [...compareHeaders(left, right, locale), ...compareIds(left, right, locale)]
  yield* places
  if (places.length === 0) yield* compareVariables(left, right, locale)
}

/** Whether an error hides what a file uses or which ids it has. */
function hasUnread({ diagnostics }: Compilation): boolean {
  return diagnostics.some(({ rule, severity }) => severity === 'error' && !limitRules.has(rule))
}

function* compareHeaders(
  left: MessageBounds,
  right: MessageBounds,
  locale: string,
): Iterable<NamedFinding> {
  const [expected, actual] = [headerKind(left), headerKind(right)]
  if (expected === actual) return
  const message = `\`${locale}\` has ${describeHeader(actual)} where the default locale has ${describeHeader(expected)}: all locales have the same kind of header`
  const path = ['message', right.type]
  yield actual === undefined
    ? { rule, path, at: 'key', message }
    : { rule, path: [...path, 'header'], at: 'key', message }
}

function headerKind({ objects, type }: MessageBounds): string | undefined {
  const header = objects.find(({ field }) => field === `message.${type}.header`)
  if (header === undefined) return undefined
  const attachment = objects.find(({ field }) => field === `${header.field}.attachment`)
  return attachment === undefined ? 'text' : String(attachment.value['type'])
}

function describeHeader(kind: string | undefined): string {
  return kind === undefined ? 'no header' : `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind} header`
}

function* compareIds(
  left: MessageBounds,
  right: MessageBounds,
  locale: string,
): Iterable<NamedFinding> {
  const [expected, actual] = [idsOf(left), idsOf(right)]
  for (const [place, id] of actual) {
    const other = expected.get(place)
    if (other?.meaning === id.meaning && other.condition === id.condition) continue
    if (other?.meaning === id.meaning) {
      yield otherCondition(id, locale)
      return
    }
    const wanted = other === undefined ? 'nothing' : `\`${other.source}\``
    const message = `\`${locale}\` has the id \`${id.source}\` where the default locale has ${wanted}: a reply must mean the same in every locale`
    yield { rule, path: id.path, message }
    return
  }
  for (const [place, id] of expected) {
    if (actual.has(place)) continue
    const message = `\`${locale}\` lacks the id \`${id.source}\`, which the default locale has at \`${place}\`: all locales have the same ids in the same places`
    yield { rule, path: ['message', right.type], at: 'key', message }
    return
  }
}

interface Id {
  readonly source: string
  readonly path: Path
  /** The source with the names of loops written out: each locale may call them otherwise. */
  readonly meaning: string
  /** What it is repeated over, and the conditions under which it is there. */
  readonly condition: string
}

function otherCondition({ source, path }: Id, locale: string): NamedFinding {
  const message = `\`${locale}\` has \`${source}\` under another \`$each\` or \`$if\` than the default locale: all locales have the same ids in the same places`
  return { rule, path, message }
}

function idsOf({ texts }: MessageBounds): ReadonlyMap<string, Id> {
  const ids = texts.filter(({ field }) =>
    /^message\..*\.(?:id|productRetailerId|catalogId)$/.test(field),
  )
  return new Map(ids.map((text) => [formatPath(text.path), readId(text)]))
}

function readId({ path, source, parts, loops, guard }: TextBounds): Id {
  const meaning = parts.map(({ reference, span }) =>
    reference === undefined
      ? source.slice(span.start, span.end)
      : `{{ ${declaredName(reference.declaredAt)} }}`,
  )
  const conditions = [
    ...loops.map((loop) => `each ${declaredName(loop.declaredAt)}`),
    ...guard.map(({ declaredAt, value }) => `${value} ${declaredName(declaredAt)}`).toSorted(),
  ]
  return { source, path, meaning: meaning.join(''), condition: conditions.join(', ') }
}

function* compareVariables(
  left: MessageBounds,
  right: MessageBounds,
  locale: string,
): Iterable<NamedFinding> {
  const [expected, actual] = [variablesOf(left), variablesOf(right)]
  const missing = [...expected].filter((name) => !actual.has(name))
  const added = [...actual].filter((name) => !expected.has(name))
  if (missing.length === 0 && added.length === 0) return
  const says = [
    ...(missing.length === 0 ? [] : [`does not use ${list(missing)}`]),
    ...(added.length === 0 ? [] : [`uses ${list(added)}, which the default locale does not`]),
  ]
  const message = `\`${locale}\` ${says.join(' and ')}: all locales of a message use the same variables`
  yield { rule, path: ['message'], at: 'key', message }
}

/** The variables that the `message` object uses, item properties by their path of declaration. */
function variablesOf(bounds: MessageBounds): ReadonlySet<string> {
  const names = new Set<string>()
  const add = (reference: Reference | undefined): void => {
    if (reference !== undefined) names.add(declaredName(reference.declaredAt))
  }
  const addLoops = (loops: readonly Loop[]): void => {
    for (const loop of loops) names.add(declaredName(loop.declaredAt))
  }
  const isInMessage = ({ path }: { readonly path: Path }): boolean => path[0] === 'message'
  for (const text of bounds.texts.filter(isInMessage)) {
    for (const part of text.parts) add(part.reference)
  }
  for (const number of bounds.numbers.filter(isInMessage)) add(number.reference)
  for (const object of bounds.objects.filter(isInMessage)) {
    addLoops(object.loops)
    for (const { declaredAt } of object.guard) names.add(declaredName(declaredAt))
  }
  return names
}

function declaredName(path: Path): string {
  return path
    .slice(1)
    .filter((step) => step !== 'properties')
    .map((step) => (step === 'items' ? '[]' : String(step)))
    .join('.')
}

function list(names: readonly string[]): string {
  return names.map((name) => `\`${name.replaceAll('.[]', '[]')}\``).join(', ')
}
