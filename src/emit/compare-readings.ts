import { checkValue, checkVariables } from '../model/check-variables.ts'
import type { Variables } from '../model/declaration.ts'
import { fillMessage } from '../model/fill.ts'
import { hasOwn, type JsonObject, setOwn } from '../model/json.ts'
import type { CompiledMessage, MessageBody } from '../model/message.ts'
import { bodyIn, hasVariants, localesOf } from '../model/message-locales.ts'
import { canonicalJson } from '../model/same-value.ts'
import { witnessOf } from '../model/witness.ts'
import type { Reading, ReadingLine } from './change.ts'
import { compareItems } from './line-diff.ts'
import { type MessageLine, messageLines, type SaidMessage } from './message-lines.ts'
import { keyOfBody } from './written-form.ts'

/**
 * What customers read differently, locale by locale: with the values of every example that shows it,
 * or as it is written where none does. Of a new message the first example is enough.
 */
export function compareReadings(
  before: CompiledMessage | undefined,
  after: CompiledMessage,
): readonly Reading[] {
  const locales = new Set([...(before === undefined ? [] : localesIn(before)), ...localesIn(after)])
  const isForAll = !hasVariants(after) && (before === undefined || !hasVariants(before))
  return [...locales].flatMap((locale) => {
    const [old, now] = [readIn(before, locale, isForAll), readIn(after, locale, isForAll)]
    const named = locales.size > 1 ? { locale } : {}
    return compareLocale({ before, after, old, now }).map((reading) => ({ ...named, ...reading }))
  })
}

/** Locales that callers may name, and those that stand in for none. */
function localesIn(message: CompiledMessage): readonly string[] {
  return [...new Set([...Object.keys(message.bodies), ...localesOf(message)])]
}

/** What is read in a locale; of a message without variants there is one text for everybody. */
function readIn(
  message: CompiledMessage | undefined,
  locale: string,
  isForAll: boolean,
): MessageBody | undefined {
  if (message === undefined) return undefined
  return bodyIn(message, locale) ?? (isForAll ? Object.values(message.bodies)[0] : undefined)
}

interface LocalePair {
  readonly before: CompiledMessage | undefined
  readonly after: CompiledMessage
  readonly old: MessageBody | undefined
  readonly now: MessageBody | undefined
}

function compareLocale(pair: LocalePair): readonly Reading[] {
  const { before, after, old, now } = pair
  // A default can change what is read although the text is the same.
  if (old !== undefined && now !== undefined && isSaidAlike(before, after, old, now)) return []
  const shown = new Map<string, { examples: string[]; lines: readonly ReadingLine[] }>()
  for (const { name, variables } of after.examples) {
    const lines = compareLines(
      linesWith(before, old, variables, name),
      linesWith(after, now, variables),
    )
    if (lines.length === 0) continue
    const key = JSON.stringify(lines)
    const known = shown.get(key)
    if (known === undefined) shown.set(key, { examples: [name], lines })
    else known.examples.push(name)
    if (old === undefined) break
  }
  if (shown.size > 0) return [...shown.values()]
  const lines = compareLines(linesAsWritten(old), linesAsWritten(now))
  return lines.length === 0 ? [] : [{ examples: [], lines }]
}

function isSaidAlike(
  before: CompiledMessage | undefined,
  after: CompiledMessage,
  old: MessageBody,
  now: MessageBody,
): boolean {
  return keyOfBody(old) === keyOfBody(now) && defaultsOf(before) === defaultsOf(after)
}

function defaultsOf(message: CompiledMessage | undefined): string {
  const entries = Object.entries(message?.variables ?? {}).flatMap(([name, declaration]) =>
    declaration.default === undefined ? [] : [[name, declaration.default]],
  )
  return canonicalJson(Object.fromEntries(entries))
}

function linesAsWritten(body: MessageBody | undefined): readonly MessageLine[] {
  return body === undefined ? [] : messageLines(said(body))
}

function said({ message, fallback }: MessageBody): SaidMessage {
  return { message, ...(fallback === undefined ? {} : { fallback }) }
}

/** What is read with the values of an example, as far as the message takes them. */
function linesWith(
  message: CompiledMessage | undefined,
  body: MessageBody | undefined,
  wanted: Variables,
  example?: string,
): readonly MessageLine[] {
  if (message === undefined || body === undefined) return []
  const values = fitVariables(message, wanted, example)
  if (values === undefined) return linesAsWritten(body)
  return messageLines(said(fillMessage(message, body, values)))
}

/** The wanted values that the message takes; for the others those of its own example, or any. */
function fitVariables(
  message: CompiledMessage,
  wanted: Variables,
  example: string | undefined,
): Variables | undefined {
  const own = message.examples.find(({ name }) => name === example)?.variables ?? {}
  const chosen: JsonObject = {}
  for (const [name, declaration] of Object.entries(message.variables)) {
    const value = [wanted, own]
      .flatMap((values) => (hasOwn(values, name) ? [values[name]] : []))
      .find((one) => checkValue(declaration, one, []).problems.length === 0)
    if (value !== undefined) setOwn(chosen, name, value)
    else if (declaration.default === undefined) {
      setOwn(chosen, name, witnessOf(declaration, 'shortest'))
    }
  }
  const { values, problems } = checkVariables(message.variables, chosen)
  return problems.length === 0 ? values : undefined
}

function compareLines(
  before: readonly MessageLine[],
  after: readonly MessageLine[],
): readonly ReadingLine[] {
  const items = compareItems(before, after, ({ label, text }) => `${label}\n${text}`)
  const lines: ReadingLine[] = []
  let [gone, fresh]: [ReadingLine[], ReadingLine[]] = [[], []]
  for (const { mark, item } of [...items, { mark: ' ', item: undefined } as const]) {
    if (mark === '-' && item !== undefined) gone.push({ mark, ...item })
    else if (mark === '+' && item !== undefined) fresh.push({ mark, ...item })
    else {
      lines.push(...pairUp(gone, fresh))
      gone = []
      fresh = []
    }
  }
  return lines
}

/** What became of a text stands below it, where the two are the same part of the message. */
function pairUp(
  gone: readonly ReadingLine[],
  fresh: readonly ReadingLine[],
): readonly ReadingLine[] {
  const rest = [...fresh]
  const paired = gone.flatMap((line) => {
    const index = rest.findIndex(({ label }) => label === line.label)
    return [line, ...(index < 0 ? [] : rest.splice(0, index + 1))]
  })
  return [...paired, ...rest]
}
