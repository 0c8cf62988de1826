import type { Break, BreakingRule } from '../language/breaking/breaking-rule.ts'
import { breakingRules } from '../language/breaking/index.ts'
import type { ProjectPair, ProjectState } from '../language/breaking/project-pair.ts'
import { callAsNow } from '../language/breaking/renamed-locale.ts'
import { parseDocument } from '../language/document.ts'
import type { RuleSettings } from '../language/severity.ts'
import { compareText, type Severity } from '../model/diagnostic.ts'
import { hasOwn } from '../model/json.ts'
import type { CompiledMessage } from '../model/message.ts'
import { LineIndex, type Source } from '../model/source.ts'
import { callerNotes } from './caller-notes.ts'
import type { Change, FoundBreak, Place } from './change.ts'
import { compareReadings } from './compare-readings.ts'
import { compareRoom } from './compare-room.ts'
import { keyOfBody } from './written-form.ts'

/** What is needed besides the two states. */
export interface CompareOptions {
  /** What the config says of the rules for a file. */
  readonly settingsFor: (file: string) => RuleSettings
  /** The files as they are now, by path: findings are placed in them. */
  readonly sources: ReadonlyMap<string, Source>
}

/**
 * Compares two states of a project: everything that is different for customers and for callers, by
 * message, and nothing where nothing is.
 */
export function compareProjects(
  before: ProjectState,
  after: ProjectState,
  options: CompareOptions,
): readonly Change[] {
  const pair = { before, after }
  const found = Map.groupBy(findBreaks(pair, options), ({ message }) => message)
  const names = new Set([
    ...before.messages.keys(),
    ...after.messages.keys(),
    ...after.owners.values(),
  ])
  return [...names]
    .toSorted(compareText)
    .map((name) =>
      changeOf(name, pair, worstFirst((found.get(name) ?? []).map(({ found: one }) => one))),
    )
    .filter(isWorthTelling)
}

const severities: readonly Severity[] = ['error', 'warning', 'info']

function worstFirst(breaks: readonly FoundBreak[]): readonly FoundBreak[] {
  const rank = ({ severity }: FoundBreak): number => severities.indexOf(severity)
  return breaks.toSorted((left, right) => rank(left) - rank(right))
}

interface NamedBreak {
  readonly message: string
  readonly found: FoundBreak
}

function findBreaks(pair: ProjectPair, options: CompareOptions): readonly NamedBreak[] {
  const placeOf = createPlaces(pair, options.sources)
  return breakingRules.flatMap((rule) =>
    [...rule.compare(pair)].flatMap((one) => {
      const place = placeOf(one)
      const found = completeBreak(one, rule, place, options)
      return found === undefined ? [] : [{ message: one.message, found }]
    }),
  )
}

function completeBreak(
  { text, locale, severity: own }: Break,
  { name, severity, breaks }: BreakingRule,
  place: Place | undefined,
  { settingsFor }: CompareOptions,
): FoundBreak | undefined {
  const { rules } = settingsFor(place?.file ?? '')
  const setting = (hasOwn(rules, name) ? rules[name] : undefined) ?? own ?? severity
  if (setting === 'off') return undefined
  return {
    rule: name,
    severity: setting,
    breaks,
    text,
    ...(locale === undefined ? {} : { locale }),
    ...(place === undefined ? {} : { place }),
  }
}

/** Finds where something stands now; for what is gone, the message, or the file that it had. */
function createPlaces(
  { before, after }: ProjectPair,
  sources: ReadonlyMap<string, Source>,
): (found: Break) => Place | undefined {
  return ({ message, locale, path = [] }) => {
    const now = after.messages.get(message)
    const file = fileOf(now, locale) ?? ownFileOf(after, message)
    const source = file === undefined ? undefined : sources.get(file)
    if (file === undefined || source === undefined) {
      const old = file ?? fileOf(before.messages.get(message), locale)
      return old === undefined ? undefined : { file: old }
    }
    const { start } = parseDocument(source).keyRangeAt(path)
    return { file, ...new LineIndex(source.text).positionAt(start) }
  }
}

function fileOf(message: CompiledMessage | undefined, locale?: string): string | undefined {
  if (message === undefined) return undefined
  const { files } = message
  const own = locale !== undefined && hasOwn(files, locale) ? files[locale] : undefined
  return own ?? Object.values(files)[0]
}

function ownFileOf({ owners }: ProjectState, message: string): string | undefined {
  return [...owners].find(([, name]) => name === message)?.[0]
}

function changeOf(
  message: string,
  { before, after }: ProjectPair,
  breaks: readonly FoundBreak[],
): Change {
  const [was, now] = [before.messages.get(message), after.messages.get(message)]
  const old = was === undefined || now === undefined ? was : callAsNow(was, now)
  const nothing = { readings: [], room: [], notes: [] }
  const owned = [...after.owners].flatMap(([file, name]) => (name === message ? [file] : []))
  if (now === undefined) {
    const isNew = old === undefined && ![...before.owners.values()].includes(message)
    if (isNew) return { message, kind: 'added', files: owned, ...nothing, notes: [broken], breaks }
    const kind = owned.length > 0 ? 'changed' : 'removed'
    const files = owned.length > 0 ? owned : Object.values(old?.files ?? {})
    return { message, kind, files, ...nothing, breaks: old === undefined ? [] : breaks }
  }
  const compared = {
    readings: compareReadings(old, now),
    room: compareRoom(old, now),
    breaks,
  }
  const files = Object.values(now.files)
  if (old === undefined) {
    return { message, kind: 'added', files, notes: unreadNotes(before, message), ...compared }
  }
  const notes = callerNotes({ name: message, before: old, after: now })
  const change: Change = { message, kind: 'changed', files, notes, ...compared }
  if (isWorthTelling(change) || !isOtherwise(old, now)) return change
  return { ...change, notes: ['is put together otherwise, which nobody reads'] }
}

const broken = 'has errors, so what it is cannot be told: `connectly lint` shows them'

/** A message that had errors is not a new one, and it could not be compared. */
function unreadNotes({ owners }: ProjectState, message: string): readonly string[] {
  if (![...owners.values()].includes(message)) return []
  return ['had errors before, so what it was cannot be told']
}

function isOtherwise(old: CompiledMessage, now: CompiledMessage): boolean {
  return Object.entries(now.bodies).some(([locale, body]) => {
    const was = hasOwn(old.bodies, locale) ? old.bodies[locale] : undefined
    return was !== undefined && keyOfBody(was) !== keyOfBody(body)
  })
}

function isWorthTelling({ kind, readings, room, notes, breaks }: Change): boolean {
  return kind !== 'changed' || readings.length + room.length + notes.length + breaks.length > 0
}
