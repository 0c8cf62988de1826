import { complementOf, hasCharacter, intersectSets, uniteSets } from './character-set.ts'
import { foldCase } from './fold-case.ts'
import type { CharacterSet } from './shape.ts'

/** What the characters of a set are folded to. */
export interface FoldedSet {
  /** Those that are folded to one character. */
  readonly single: CharacterSet
  /**
   * Those that become several, as `ß` becomes `ss`: what can stand first, second … of so many. They
   * are mixed, so that `ß` and `ŉ` make more than the two texts.
   */
  readonly several: readonly (readonly CharacterSet[])[]
}

const folded = new WeakMap<CharacterSet, FoldedSet>()

/** Folds every character of a set: text by text that is what `foldCase` does. */
export function foldSet(set: CharacterSet): FoldedSet {
  const result = folded.get(set) ?? readFolded(set)
  folded.set(set, result)
  return result
}

/** A character of a set that is folded to a given one, or to several of which it is the first. */
export function unfold(set: CharacterSet, codePoint: number): number | undefined {
  const character = String.fromCodePoint(codePoint)
  const near = [character, character.toUpperCase(), character.toLowerCase()]
  const candidates = near.map((text) => text.codePointAt(0) ?? 0)
  const found = candidates.find((code) => hasCharacter(set, code) && foldOne(code) === character)
  if (found !== undefined) return found
  for (const [from, to] of changed())
    if (to[0] === codePoint && hasCharacter(set, from)) return from
  return undefined
}

function readFolded(set: CharacterSet): FoldedSet {
  const changes = (set.at(-1)?.[1] ?? 0) <= lastAscii ? changedInAscii() : changed()
  const single: [number, number][] = []
  const several = new Map<number, [number, number][][]>()
  for (const [from, to] of changes) {
    if (!hasCharacter(set, from)) continue
    const [first, ...rest] = to
    if (first !== undefined && rest.length === 0) {
      single.push([first, first])
      continue
    }
    const places = several.get(to.length) ?? to.map(() => [])
    several.set(to.length, places)
    for (const [index, code] of to.entries()) places[index]?.push([code, code])
  }
  const ranges = [...changes.keys()].map((code): readonly [number, number] => [code, code])
  const unchanged = intersectSets(set, complementOf(uniteSets([ranges])))
  const mixed = [...several.values()].map((places) => places.map((place) => uniteSets([place])))
  return { single: uniteSets([unchanged, single]), several: mixed }
}

type Changes = ReadonlyMap<number, readonly number[]>

const lastAscii = 0x7f
let asciiChanged: Changes | undefined

function changedInAscii(): Changes {
  asciiChanged ??= listChanges(lastAscii)
  return asciiChanged
}

/** No script with two cases has characters further up. */
const lastCased = 0x1ffff
let allChanged: Changes | undefined

/** The characters that folding changes: a walk through many, so only where letters are not ASCII. */
function changed(): Changes {
  allChanged ??= listChanges(lastCased)
  return allChanged
}

function listChanges(last: number): Changes {
  const changes = new Map<number, readonly number[]>()
  for (let code = 0; code <= last; code++) {
    if (code >= 0xd800 && code <= 0xdfff) continue
    const text = foldOne(code)
    if (text === String.fromCodePoint(code)) continue
    changes.set(
      code,
      [...text].map((character) => character.codePointAt(0) ?? 0),
    )
  }
  return changes
}

function foldOne(codePoint: number): string {
  return foldCase(String.fromCodePoint(codePoint))
}
