import type { StringDeclaration } from './declaration.ts'
import { remember } from './remember.ts'
import type { CharacterSet } from './shape.ts'
import { factsOfString } from './string-facts.ts'
import { graphOfPatternAlone } from './text-graph.ts'

/** So many texts are listed one by one at most. */
const maxTexts = 32

/** Longer texts are not listed: looking for them would take long where there are none. */
const maxUnits = 24

/** All texts of a pattern, and perhaps some that the declaration does not allow, where they are few. */
export const fewTexts: (declaration: StringDeclaration) => readonly string[] | undefined =
  remember(listTexts)

/** Text → the states that it leads to. */
type Beginnings = ReadonlyMap<string, ReadonlySet<number>>

function listTexts(declaration: StringDeclaration): readonly string[] | undefined {
  const facts = declaration.pattern === undefined ? undefined : factsOfString(declaration)
  if (facts?.graph === undefined || facts.length.max > maxUnits) return undefined
  const graph = graphOfPatternAlone(facts.graph)
  const texts: string[] = []
  let open: Beginnings | undefined = new Map([['', new Set([0])]])
  while (open !== undefined && open.size > 0) {
    for (const [text, states] of open) {
      if ([...states].some((state) => graph.mayEnd(state))) texts.push(text)
    }
    if (texts.length > maxTexts) return undefined
    open = goOn(open, graph, facts.length.max)
  }
  return open === undefined ? undefined : texts
}

/** All texts that are one character longer; nothing where they are too many. */
function goOn(
  open: Beginnings,
  graph: ReturnType<typeof graphOfPatternAlone>,
  maxLength: number,
): Beginnings | undefined {
  const next = new Map<string, Set<number>>()
  for (const [text, states] of open) {
    for (const { set, to } of [...states].flatMap((state) => graph.takesFrom(state))) {
      if (isLarge(set)) return undefined
      for (const character of charactersIn(set)) {
        const longer = text + character
        if (longer.length > maxLength) continue
        const reached = next.get(longer) ?? new Set()
        next.set(longer, reached.add(to))
      }
      if (next.size > maxTexts) return undefined
    }
  }
  return next
}

function isLarge(set: CharacterSet): boolean {
  return set.reduce((size, [first, last]) => size + last - first + 1, 0) > maxTexts
}

function* charactersIn(set: CharacterSet): Generator<string> {
  for (const [first, last] of set) {
    for (let code = first; code <= last; code++) yield String.fromCodePoint(code)
  }
}
