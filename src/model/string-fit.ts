import {
  blankCharacters,
  complementOf,
  everyCharacter,
  intersectSets,
  lineCharacters,
  multilineCharacters,
} from './character-set.ts'
import { checkValue } from './check-variables.ts'
import type { StringDeclaration } from './declaration.ts'
import { formatGraph } from './declared-graph.ts'
import type { Edge, PatternGraph } from './pattern-graph.ts'
import type { CharacterSet, Interval } from './shape.ts'
import { factsOfString, type StringFacts } from './string-facts.ts'
import { graphOfPatternAlone } from './text-graph.ts'
import { findMissingText } from './text-inclusion.ts'
import type { Fit, FitOptions } from './value-fit.ts'
import { witnessOf } from './witness.ts'

const always: Fit = { fits: 'always' }
const unknown: Fit = { fits: 'unknown' }

/** So many places are looked at before it is said that nothing is known. */
const budget = 60_000

/** Whether every text of one declaration fits another; neither lists its values. */
export function fitStrings(
  before: StringDeclaration,
  after: StringDeclaration,
  options: FitOptions,
): Fit {
  const facts = factsOfString(before)
  if (facts === undefined) return always
  const [isTrimmed, willTrim] = [before.trim !== false, after.trim !== false]
  if (isTrimmed && !willTrim && options.from === 'passed') return fitUntrimmed(before, after)
  // What is trimmed now and was not before is another text, or a shorter one.
  const trimsMore = !isTrimmed && willTrim && options.to === 'accepted'
  const target = factsOfString(after)
  if (target === undefined) return unknown
  const isKnownForm = after.format === undefined || after.format === before.format
  if (!isKnownForm || !isLongEnough(facts.length, target.length, trimsMore)) return unknown
  if (trimsMore && target.length.min > 0) {
    const fit = fitBlanks(before, after, options)
    if (fit.fits !== 'always') return fit
  }
  const missing = findMissingText(
    { graph: graphOfPatternAlone(textsOf(before, facts)), length: facts.length },
    graphOfPatternAlone(acceptedBy(after, target, trimsMore)),
    budget,
  )
  if (missing === 'none') return always
  if (missing === 'unknown') return unknown
  return judge(missing.text, before, after, options)
}

/** The format of the texts is laid out roughly, so what was found is looked at once more. */
function judge(
  text: string,
  before: StringDeclaration,
  after: StringDeclaration,
  { to }: FitOptions,
): Fit {
  const isOf = checkValue(before, text, []).value === text
  const { value } = checkValue(after, text, [])
  const isMisfit = value === undefined || (to === 'same' && value !== text)
  return isOf && isMisfit ? { fits: 'sometimes', value: text } : unknown
}

/** A text of nothing but blanks counted before, and nothing is left of it now. */
function fitBlanks(before: StringDeclaration, after: StringDeclaration, options: FitOptions): Fit {
  const facts = factsOfString(before)
  if (facts === undefined) return always
  const texts = { graph: graphOfPatternAlone(textsOf(before, facts)), length: facts.length }
  const blank = findMissingText(texts, graphOfPatternAlone(withSomeSolid), budget)
  if (blank === 'none') return always
  return blank === 'unknown' ? unknown : judge(blank.text, before, after, options)
}

/** All texts in which something is no blank. */
const withSomeSolid: PatternGraph = {
  edges: [
    [
      { to: 0, set: everyCharacter },
      { to: 1, set: complementOf(blankCharacters) },
    ],
    [{ to: 1, set: everyCharacter }],
  ],
  last: 1,
  isAnchored: true,
}

/** Blanks around a text were nothing before; now they count, and there can be any number. */
function fitUntrimmed(before: StringDeclaration, after: StringDeclaration): Fit {
  const text = witnessOf(before, 'shortest')
  if (typeof text !== 'string') return unknown
  const padded = `${text}${' '.repeat(1 + (after.maxLength ?? 0))}`
  const isRefused = checkValue(after, padded, []).problems.length > 0
  return isRefused ? { fits: 'sometimes', value: padded } : unknown
}

function isLongEnough(own: Interval, target: Interval, trimsMore: boolean): boolean {
  if (own.max > target.max) return false
  // Of a text with blanks at its ends one character may be left.
  return (trimsMore ? Math.min(own.min, 1) : own.min) >= target.min
}

/** Every text of a declaration, lengths left aside: of a format perhaps some more. */
function textsOf(declaration: StringDeclaration, facts: StringFacts): PatternGraph {
  const { format, pattern } = declaration
  if (facts.graph !== undefined) return facts.graph
  if (format !== undefined && pattern === undefined) return formatGraph(format)
  return plainTexts(facts.alphabet, declaration.trim !== false)
}

/** Every text that a declaration accepts, its lengths and its format left aside. */
function acceptedBy(
  declaration: StringDeclaration,
  facts: StringFacts,
  trimsMore: boolean,
): PatternGraph {
  const allowed = declaration.multiline === true ? multilineCharacters : lineCharacters
  const isTrimmed = declaration.trim !== false
  const graph = facts.graph ?? plainTexts(allowed, isTrimmed)
  return trimsMore ? withBlanks(graph, intersectSets(allowed, blankCharacters)) : graph
}

/** All texts of some characters; where they are trimmed, none with a blank at an end. */
function plainTexts(alphabet: CharacterSet, isTrimmed: boolean): PatternGraph {
  const blank = isTrimmed ? intersectSets(alphabet, blankCharacters) : []
  const solid = isTrimmed ? intersectSets(alphabet, complementOf(blankCharacters)) : alphabet
  const [first, inner, gap, last] = [0, 1, 2, 3]
  const edges: readonly (readonly Edge[])[] = [
    [{ to: inner, set: solid }, { to: last }],
    [{ to: inner, set: solid }, { to: gap, set: blank }, { to: last }],
    [
      { to: inner, set: solid },
      { to: gap, set: blank },
    ],
    [],
  ]
  return { edges: edges.slice(first), last, isAnchored: true }
}

/** The texts of a graph with any blanks around them. */
function withBlanks({ edges, last }: PatternGraph, blanks: CharacterSet): PatternGraph {
  const shifted = edges.map((ways, state) => [
    ...ways.map((edge) => ({ ...edge, to: edge.to + 1 })),
    ...(state === last ? [{ to: edges.length + 1 }] : []),
  ])
  return {
    edges: [
      [{ to: 0, set: blanks }, { to: 1 }],
      ...shifted,
      [{ to: edges.length + 1, set: blanks }, { to: edges.length + 2 }],
      [],
    ],
    last: edges.length + 2,
    isAnchored: true,
  }
}
