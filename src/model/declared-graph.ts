import { blankCharacters, complementOf, intersectSets } from './character-set.ts'
import type { Declaration, StringDeclaration, StringFormat } from './declaration.ts'
import { rangeOf } from './number-range.ts'
import { anyText, type Edge, graphOf, type PatternGraph } from './pattern-graph.ts'
import { compilePattern } from './pattern-program.ts'
import type { CharacterSet, Interval } from './shape.ts'
import { factsOfString } from './string-facts.ts'

/** Longer texts are laid out without their lengths: a way through them would cross every unit. */
const maxLaidOut = 24

/** Larger patterns are laid out as any text of their characters. */
const maxStates = 400

const known = new WeakMap<Declaration, PatternGraph>()

/**
 * Every text that a variable can become, and perhaps some more: lengths count only where they are
 * short, a format is nearly itself, the range of a number is left aside.
 */
export function graphOfDeclaration(declaration: Declaration): PatternGraph {
  const graph = known.get(declaration) ?? layOut(declaration)
  known.set(declaration, graph)
  return graph
}

function layOut(declaration: Declaration): PatternGraph {
  switch (declaration.type) {
    case 'string':
      return layOutString(declaration)
    case 'integer':
    case 'number': {
      const digits = '(?:0|[1-9][0-9]*)'
      const fraction = declaration.type === 'number' ? '(?:\\.[0-9]+)?(?:e[+-][0-9]+)?' : ''
      const sign = rangeOf(declaration).min < 0 ? '-?' : ''
      return graphOfPattern(`^${sign}${digits}${fraction}$`)
    }
    default:
      return graphOfPattern('^(?:true|false)$')
  }
}

function layOutString(declaration: StringDeclaration): PatternGraph {
  const facts = factsOfString(declaration)
  if (facts === undefined) return graphOfPattern('^$')
  const isTrimmed = declaration.trim !== false
  if (facts.graph !== undefined && facts.graph.edges.length <= maxStates) return facts.graph
  if (declaration.format !== undefined && facts.graph === undefined) {
    return formatGraph(declaration.format)
  }
  return anyTextOf(facts.alphabet, facts.length, isTrimmed)
}

/** Every text of a format, and some that are nearly one. */
export function formatGraph(format: StringFormat): PatternGraph {
  return graphOfPattern(formatPatterns[format])
}

const narrow: CharacterSet = [[0, 0xffff]]
const wide: CharacterSet = [[0x10000, 0x10ffff]]

/**
 * Texts of some characters, unit by unit up to where their length makes no more difference. Each
 * number of units has two states: one after a blank, in which a trimmed text cannot end.
 */
function anyTextOf(alphabet: CharacterSet, length: Interval, isTrimmed: boolean): PatternGraph {
  const isShort = length.max <= maxLaidOut
  const most = isShort ? length.max : Math.max(1, Math.min(maxLaidOut, length.min))
  const least = Math.min(length.min, most)
  const blanks = isTrimmed ? blankCharacters : []
  const solid = intersectSets(intersectSets(alphabet, narrow), complementOf(blanks))
  const blank = intersectSets(intersectSets(alphabet, narrow), blanks)
  const pairs = intersectSets(alphabet, wide)
  const last = (most + 1) * 2
  const edges: Edge[][] = Array.from({ length: last + 1 }, () => [])
  for (let units = 0; units <= most; units++) {
    for (const state of [units * 2, units * 2 + 1]) {
      const take = (set: CharacterSet, size: number, isBlank: boolean): void => {
        if (set.length === 0 || (isShort && units + size > most)) return
        const to = Math.min(most, units + size) * 2 + (isBlank ? 1 : 0)
        edges[state]?.push({ to, set })
      }
      take(solid, 1, false)
      take(pairs, 2, false)
      if (units > 0) take(blank, 1, true)
      if (state % 2 === 0 && units >= least) edges[state]?.push({ to: last })
    }
  }
  return { edges, last, isAnchored: true }
}

const patternGraphs = new Map<string, PatternGraph>()

/** The texts of a pattern that stands in the code. */
export function graphOfPattern(source: string): PatternGraph {
  const graph = patternGraphs.get(source) ?? readGraph(source)
  patternGraphs.set(source, graph)
  return graph
}

function readGraph(source: string): PatternGraph {
  const result = compilePattern(source)
  if ('problem' in result) throw new TypeError(result.problem.message)
  return graphOf(result.compiled.root, anyText)
}

const month = '(?:0[1-9]|1[0-2])'
const date = `[0-9]{4}-${month}-(?:0[1-9]|[12][0-9]|3[01])`
const hour = '(?:[01][0-9]|2[0-3])'
const time = `${hour}:[0-5][0-9]:(?:[0-5][0-9]|60)(?:\\.[0-9]+)?(?:[Zz]|[+-]${hour}:[0-5][0-9])`
const urlCharacter = "[A-Za-z0-9._~:/?#@!$&'()*+,;=%\\[\\]-]"

/** Each takes every text of its format. */
const formatPatterns: { readonly [name in StringFormat]: string } = {
  date: `^${date}$`,
  time: `^${time}$`,
  'date-time': `^${date}[Tt]${time}$`,
  uuid: '^[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$',
  email:
    "^[A-Za-z0-9!#$%&'*+/=?\\^_`{|}~.-]+@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\\.)+[A-Za-z][A-Za-z0-9-]+$",
  uri: `^[Hh][Tt][Tt][Pp][Ss]?://${urlCharacter}+$`,
  e164: '^\\+[1-9][0-9]{6,14}$',
}
