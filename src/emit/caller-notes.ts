import type { MessagePair } from '../language/breaking/project-pair.ts'
import { variableChanges } from '../language/breaking/variable-changes.ts'
import type { Declaration } from '../model/declaration.ts'
import { describeValue } from '../model/describe-value.ts'
import type { JsonValue } from '../model/json.ts'
import { hasFallback, hasVariants, localesOf } from '../model/message-locales.ts'
import { canonicalJson } from '../model/same-value.ts'
import { fitsType } from '../model/type-fit.ts'
import { callerFit, fitDeclaration } from '../model/value-fit.ts'
import { keyOfWritten } from './written-form.ts'

/** What callers can do that they could not, and what is sent along otherwise: nothing breaks. */
export function callerNotes(pair: MessagePair): readonly string[] {
  return [
    ...variableNotes(pair),
    ...localeNotes(pair),
    ...retirementNotes(pair),
    ...envelopeNotes(pair),
    ...trackingNotes(pair),
  ]
}

function* variableNotes(pair: MessagePair): Iterable<string> {
  const { added, kept } = variableChanges(pair)
  for (const { name, declaration } of added) {
    if (declaration.default === undefined) continue
    yield `\`${name}\` is new, and ${describeValue(declaration.default)} where callers pass none`
  }
  for (const { name, before, after } of kept) {
    yield* defaultNotes(name, before, after)
    if (canonicalJson(plain(before)) === canonicalJson(plain(after))) continue
    if (!fitsType(after, before, 'passed')) {
      yield `\`${name}\` takes values of a wider type`
      continue
    }
    const fit = fitDeclaration(after, before, callerFit)
    if (fit.fits === 'sometimes') {
      yield `\`${name}\` takes ${describeValue(fit.value)}, which it did not`
    }
    if (fit.fits === 'unknown') yield `\`${name}\` perhaps takes more than it did`
  }
}

function* defaultNotes(name: string, before: Declaration, after: Declaration): Iterable<string> {
  const [old, now] = [before.default, after.default]
  if (now === undefined) return
  if (old === undefined) {
    yield `\`${name}\` can be left out now, and is ${describeValue(now)} then`
  } else if (canonicalJson(old) !== canonicalJson(now)) {
    yield `\`${name}\` is ${describeValue(now)} where callers pass none, and was ${describeValue(old)}`
  }
}

/** A declaration without its default and without what only people read. */
function plain(declaration: Declaration): JsonValue {
  const {
    default: _default,
    title: _title,
    description: _description,
    examples: _,
    ...rest
  } = declaration
  return JSON.parse(JSON.stringify(rest))
}

function* localeNotes({ before, after }: MessagePair): Iterable<string> {
  if (!hasFallback(before) && hasFallback(after)) yield 'callers can ask for its `fallback` now'
  if (!hasVariants(before)) return
  const known = localesOf(before)
  const fresh = localesOf(after).filter((locale) => !known.includes(locale))
  if (fresh.length > 0) yield `exists in ${fresh.map((tag) => `\`${tag}\``).join(', ')} now`
}

function* retirementNotes({ before, after }: MessagePair): Iterable<string> {
  const known = new Set(before.retired?.map(({ id }) => id))
  for (const { id, type, date, reason } of after.retired ?? []) {
    if (known.has(id)) continue
    yield `the ${type} \`${id}\` is retired since ${date} (${reason}): taps on it are handled as before`
  }
}

const envelope = ['callbackData', 'campaignName', 'sender', 'order'] as const

function* envelopeNotes({ before, after }: MessagePair): Iterable<string> {
  for (const key of envelope) {
    const [old, now] = [before[key], after[key]]
    if (keyOfWritten(old) === keyOfWritten(now)) continue
    if (now === undefined) yield `\`${key}\` is not sent any more`
    else if (old === undefined) yield `\`${key}\` is sent: ${show(now)}`
    else yield `\`${key}\` is sent as ${show(now)}, and was ${show(old)}`
  }
}

function* trackingNotes({ before, after }: MessagePair): Iterable<string> {
  const [old, now] = [before.tracking === true, after.tracking === true]
  if (old === now) return
  yield now
    ? '`callbackData` carries the key of `tracking` now'
    : '`callbackData` carries no key of `tracking` any more'
}

const maxShown = 120

function show(value: JsonValue): string {
  const text = JSON.stringify(value)
  return text.length > maxShown ? `${text.slice(0, maxShown)}…` : text
}
