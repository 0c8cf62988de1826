import { setOwn } from '../model/json.ts'
import { type CompiledMessage, type MessageBody, unnamedLocale } from '../model/message.ts'
import { type StandIns, standInFor } from '../model/stand-in.ts'
import { readExamples } from './examples.ts'
import type { MessageGroup, ProjectLocales } from './message-group.ts'
import { bodyOf, envelopeOf, fallbackOf } from './message-parts.ts'

/** What joined messages take from the project. */
export interface JoinOptions {
  readonly locales: ProjectLocales | undefined
  readonly tracking: boolean
}

/** Joins the files of a message to one value; nothing where one could not be read, or has a wrong name. */
export function joinGroup(
  { name, base, variants }: MessageGroup,
  { locales, tracking }: JoinOptions,
): CompiledMessage | undefined {
  if (base?.root === undefined || variants.some(({ isMisnamed }) => isMisnamed)) return undefined
  const bodies: Record<string, MessageBody> = {}
  const files: Record<string, string> = {}
  const inherited = fallbackOf(base.root)
  const main = locales?.default ?? unnamedLocale
  const all = [{ locale: main, compilation: base }, ...variants]
  for (const { locale, compilation } of all) {
    const { root, source } = compilation
    const body = root === undefined ? undefined : bodyOf(root, inherited)
    if (body === undefined) return undefined
    bodies[locale] = body
    files[locale] = source.path
  }
  const { description } = base.root
  const standIns = findStandIns(Object.keys(bodies), locales)
  return {
    name,
    ...(typeof description === 'string' ? { description: description.trim() } : {}),
    variables: base.declarations,
    bodies,
    ...(standIns === undefined ? {} : { standIns }),
    ...envelopeOf(base.root),
    ...(tracking ? { tracking } : {}),
    ...(base.retired.length === 0 ? {} : { retired: base.retired }),
    examples: readExamples(base.root),
    files,
  }
}

function findStandIns(
  present: readonly string[],
  locales: ProjectLocales | undefined,
): StandIns | undefined {
  const standIns = {}
  for (const locale of locales?.all ?? []) {
    if (present.includes(locale)) continue
    const standIn = standInFor(locale, present, locales?.fallback ?? {})
    if (standIn !== undefined) setOwn(standIns, locale, standIn)
  }
  return Object.keys(standIns).length === 0 ? undefined : standIns
}
