import type { MessageBounds, TextBounds, TextPart } from '../model/bounds.ts'
import { checkValue } from '../model/check-variables.ts'
import type { Declaration } from '../model/declaration.ts'
import { compareText, type Diagnostic, type NamedFinding } from '../model/diagnostic.ts'
import type { RetiredChoice } from '../model/message.ts'
import { rangeOf } from '../model/number-range.ts'
import { readId } from '../model/read-id.ts'
import { isSamePath, type Path } from '../model/source.ts'
import { choiceIdsOf } from './choice-ids.ts'
import type { GroupFindings } from './group-memory.ts'

/** The ids of a message, as far as those of others can be taken for them. Data alone. */
export interface MessageIds extends FileIds {
  readonly message: string
}

/** The same of the one file that says them. */
export interface FileIds {
  /** Texts that its ids can be. */
  readonly samples: readonly string[]
  /** Those that are one variable and nothing else. */
  readonly open: readonly OpenId[]
}

interface OpenId {
  readonly path: Path
  /** `parcel.id` */
  readonly variable: string
  readonly declaration: Declaration
}

const rule = 'ambiguous-id'

/** Reads the ids of a message, and of what was retired in it; nothing where there are none. */
export function readIds(
  bounds: MessageBounds,
  retired: readonly RetiredChoice[],
): FileIds | undefined {
  const texts = choiceIdsOf(bounds)
  const readings = [
    ...texts.map(({ parts }) => parts),
    ...retired.flatMap(({ id, variables }) => readId(id, variables)),
  ]
  if (readings.length === 0) return undefined
  return { samples: [...new Set(readings.flatMap(samplesOf))], open: texts.flatMap(openIdOf) }
}

/** More listed values of one id are not needed to find that another one is like it. */
const maxListed = 10

/** Texts that are plain to see: to search for one that fits a pattern may take for ever. */
function samplesOf(parts: readonly TextPart[]): readonly string[] {
  const [first, ...others] = parts
  if (others.length === 0) return first?.shape.values?.slice(0, maxListed) ?? numberIn(first)
  const texts = parts.map((part) => part.shape.values?.[0] ?? numberIn(part)[0])
  return texts.includes(undefined) ? [] : [texts.join('')]
}

/** The number nearest to zero that a variable can be. */
function numberIn(part: TextPart | undefined): readonly string[] {
  const declaration = part?.reference?.declaration
  if (declaration?.type !== 'integer' && declaration?.type !== 'number') return []
  const { min, max } = rangeOf(declaration)
  const nearest = Math.min(Math.max(0, Math.ceil(min)), Math.floor(max))
  return checkValue(declaration, nearest, []).problems.length === 0 ? [String(nearest)] : []
}

function openIdOf({ parts, path }: TextBounds): readonly OpenId[] {
  const [part, ...others] = parts
  if (part?.reference === undefined || others.length > 0) return []
  const { names, declaration } = part.reference
  return [{ path, variable: names.join('.'), declaration }]
}

/** What may be wrong with the ids of a message; {@link settleOpenIds} knows the other messages. */
export function findOpenIds(ids: FileIds | undefined): readonly NamedFinding[] {
  return (ids?.open ?? []).map((open) => ({ rule, path: open.path, message: describe(open) }))
}

function describe({ variable }: OpenId, other?: OtherId): string {
  const [word] = variable.split('.')
  const also = other && `, also ${JSON.stringify(other.id)}, an id of \`${other.message}\``
  return `this id can be whatever \`${variable}\` can${also ?? ''}: begin it with a word of its own, \`${word}:{{ ${variable} }}\``
}

interface OtherId {
  readonly id: string
  readonly message: string
}

/** So many ids of others are looked at in all: a few are enough to show what is wrong. */
const budget = 100_000

/** Leaves of these findings those whose id can be one of another message, and names it. */
export function settleOpenIds<Group extends GroupFindings>(
  groups: readonly Group[],
): readonly Group[] {
  if (groups.every(({ ids }) => ids === undefined || ids.open.length === 0)) return groups
  // Whatever order the files came in, the same message is named.
  const offered = groups
    .flatMap(({ ids }) => ids ?? [])
    .toSorted((one, other) => compareText(one.message, other.message))
  let left = budget
  const findOther = (own: Group, { declaration }: OpenId): OtherId | undefined => {
    for (const ids of offered) {
      if (ids === own.ids) continue
      for (const id of ids.samples) {
        if (left-- <= 0) return undefined
        if (canBe(declaration, id)) return { id, message: ids.message }
      }
    }
    return undefined
  }
  return groups.map((group) => {
    const open = group.ids?.open ?? []
    if (open.length === 0) return group
    return {
      ...group,
      diagnostics: group.diagnostics.flatMap((found): readonly Diagnostic[] => {
        if (found.rule !== rule) return [found]
        const id = open.find(({ path }) => isSamePath(path, found.path))
        const other = id && findOther(group, id)
        return id === undefined || other === undefined
          ? []
          : [{ ...found, message: describe(id, other) }]
      }),
    }
  })
}

/** Whether a variable can have a value that is written so. */
function canBe(declaration: Declaration, text: string): boolean {
  const isText = declaration.type === 'string'
  const value = isText ? text : readScalar(text)
  return value !== undefined && checkValue(declaration, value, []).problems.length === 0
}

function readScalar(text: string): number | boolean | undefined {
  if (text === 'true' || text === 'false') return text === 'true'
  return String(Number(text)) === text ? Number(text) : undefined
}
