import { everyCharacter, hasCharacter } from '../model/character-set.ts'
import type { Overlap } from '../model/reply-table.ts'
import { canonicalJson } from '../model/same-value.ts'
import { shapeOf } from '../model/shape-of.ts'
import { parseTemplate } from '../model/template.ts'
import { declarationData } from './module-data.ts'
import { automatonOf, haveCommonText, type IdPiece, type TextAutomaton } from './reply-automaton.ts'
import { type MessageChoice, nameOf } from './reply-choices.ts'

/** A choice and the message that offers it. */
export interface OfferedChoice {
  readonly message: string
  readonly choice: MessageChoice
}

interface Subject extends OfferedChoice {
  readonly pieces: readonly IdPiece[]
  readonly automaton: () => TextAutomaton
}

/**
 * Finds the choices that a tap alone may not tell apart: of all messages, or with `tracking`, which
 * tells the message, of each message by itself.
 */
export function findOverlaps(
  offered: readonly OfferedChoice[],
  isTracked: boolean,
): ReadonlyMap<MessageChoice, Overlap> {
  const overlaps = new Map<MessageChoice, Overlap>()
  const subjects = offered.map(subjectOf)
  for (const { choice, pieces } of subjects) {
    if (canBeSplitTwice(pieces)) overlaps.set(choice, 'sometimes')
  }
  for (const [left, right] of pairsOf(subjects, isTracked)) {
    const overlap = overlapOf(left, right)
    if (overlap === undefined) continue
    for (const { choice } of [left, right]) {
      if (overlaps.get(choice) !== 'always') overlaps.set(choice, overlap)
    }
  }
  return overlaps
}

function subjectOf(offered: OfferedChoice): Subject {
  const { id, references } = offered.choice
  const pieces = parseTemplate(id).parts.map((part): IdPiece => {
    if (part.type === 'literal') return { type: 'literal', text: part.text }
    const name = part.names.join('.')
    const own = references.filter((reference) => nameOf(reference) === name)
    return { type: 'variable', name, declarations: own.map(({ declaration }) => declaration) }
  })
  let automaton: TextAutomaton | undefined
  return {
    ...offered,
    pieces,
    automaton: () => {
      automaton ??= automatonOf(pieces)
      return automaton
    },
  }
}

/** Pairs whose fixed beginnings agree, as far as both have one: most do not. */
function* pairsOf(
  subjects: readonly Subject[],
  isTracked: boolean,
): Iterable<readonly [Subject, Subject]> {
  const groups = isTracked
    ? [...Map.groupBy(subjects, ({ message }) => message).values()]
    : [subjects]
  for (const group of groups) {
    const sorted = group.toSorted((left, right) => (prefixOf(left) < prefixOf(right) ? -1 : 1))
    for (const [index, left] of sorted.entries()) {
      for (const right of sorted.slice(index + 1)) {
        // In this order the beginnings that agree stand next to each other.
        if (!agree(prefixOf(left), prefixOf(right))) break
        yield [left, right]
      }
    }
  }
}

function prefixOf({ pieces: [first] }: Subject): string {
  return first?.type === 'literal' ? first.text : ''
}

function agree(left: string, right: string): boolean {
  return left.startsWith(right) || right.startsWith(left)
}

function overlapOf(left: Subject, right: Subject): Overlap | undefined {
  if (left.message !== right.message && isSameTemplate(left.choice, right.choice)) return 'always'
  return haveCommonText(left.automaton(), right.automaton()) ? 'sometimes' : undefined
}

function isSameTemplate(left: MessageChoice, right: MessageChoice): boolean {
  return left.id === right.id && keyOf(left) === keyOf(right)
}

function keyOf({ references }: MessageChoice): string {
  const entries = references.map(
    (reference) => `${nameOf(reference)} ${canonicalJson(declarationData(reference.declaration))}`,
  )
  return entries.sort().join('\n')
}

/** Whether an id may be cut into its variables in more than one way. */
function canBeSplitTwice(pieces: readonly IdPiece[]): boolean {
  const mayBeRead = pieces.some(
    (piece) => piece.type === 'variable' && piece.declarations.length > 1,
  )
  return mayBeRead || !(isClear(pieces, 'start') || isClear(pieces.toReversed(), 'end'))
}

/** Whether every variable but the last has an end that its own characters show. */
function isClear(pieces: readonly IdPiece[], side: 'start' | 'end'): boolean {
  return pieces.every((piece, index) => {
    const next = pieces[index + 1]
    if (piece.type === 'literal' || next === undefined) return true
    return piece.declarations.every((declaration) => {
      const { length, alphabet = everyCharacter } = shapeOf(declaration)
      if (length.min === length.max) return true
      const characters = next.type === 'literal' ? [...next.text] : []
      const delimiter = side === 'start' ? characters[0] : characters.at(-1)
      return delimiter !== undefined && !hasCharacter(alphabet, delimiter.codePointAt(0) ?? 0)
    })
  })
}
