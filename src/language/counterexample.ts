import type { Guard, MessageBounds } from '../model/bounds.ts'
import { checkVariables } from '../model/check-variables.ts'
import type { Declarations } from '../model/declaration.ts'
import type { NamedFinding } from '../model/diagnostic.ts'
import { traceMessage } from '../model/fill.ts'
import { type JsonObject, setOwn } from '../model/json.ts'
import { lazily } from '../model/lazily.ts'
import { isUnique } from '../model/limits.ts'
import { listAssignments } from '../model/list-assignments.ts'
import type { MessageDefinition } from '../model/message.ts'
import type { SearchPool } from '../model/shared-text.ts'
import { isInside, type Path } from '../model/source.ts'
import { witnessWith } from '../model/witness.ts'
import { affordable } from './affordable.ts'
import { type Goal, goalsFor } from './counterexample-goals.ts'
import { candidateMaker, type Recipe, recipes } from './counterexample-recipes.ts'
import { lintBounds } from './lint.ts'
import { measureTracked } from './measure-tracked.ts'

/**
 * Gives the breakable findings of one message a complete, legal set of variables with which it really
 * breaks the rule: the message is filled with it and judged before it is shown. Where none was found
 * and all sets can be tried, that decides: what no set bears out is left out.
 */
export function settleFindings(
  findings: readonly NamedFinding[],
  definition: MessageDefinition,
  bounds: MessageBounds,
): readonly NamedFinding[] {
  const shown = counterexamplesFor(findings, definition, bounds)
  const tryAll = lazily(() => allTrials(definition))
  return findings.flatMap((finding) => {
    if (finding.isBreakable !== true) return [finding]
    const counterexample = shown.get(finding)
    if (counterexample !== undefined) return [{ ...finding, counterexample }]
    const trials = finding.limit === undefined ? undefined : tryAll()
    if (trials === undefined) return [finding]
    const trial = trials.find(({ broken }) => broken.some((found) => isMeant(found, finding)))
    if (trial !== undefined) return [{ ...finding, counterexample: trial.variables }]
    const isIdle = !trials.some(({ broken }) => broken.some((one) => isSameLimit(one, finding)))
    return isIdle ? [] : [finding]
  })
}

/** With more sets of variables than this they are not all tried. */
const maxSets = 1000

/** So many texts are judged in trying all sets; it is seldom needed, so it may take longer. */
const maxWorkForAll = 30_000

/** What every set of variables does; undefined where there are too many, or it takes too long. */
function allTrials(definition: MessageDefinition): readonly Trial[] | undefined {
  const trials: Trial[] = []
  let work = maxWorkForAll
  for (const variables of listAssignments(definition.variables, maxSets) ?? []) {
    const trial = work > 0 ? tryOut(definition, variables) : undefined
    if (trial === undefined) return undefined
    work -= trial.work
    trials.push(trial)
  }
  return trials.length === 0 ? undefined : trials
}

/** Findings for which no set of variables was found are left out. */
function counterexamplesFor(
  findings: readonly NamedFinding[],
  definition: MessageDefinition,
  bounds: MessageBounds,
): ReadonlyMap<NamedFinding, JsonObject> {
  const find = openFinder(definition, bounds)
  const found = new Map<NamedFinding, JsonObject>()
  const breakable = findings.filter(({ isBreakable }) => isBreakable === true)
  // All share what may be spent, and what makes texts alike takes most: it comes last.
  const byCost = breakable.toSorted((left, right) => costOf(left) - costOf(right))
  for (const finding of byCost) {
    const variables = find(finding)
    if (variables !== undefined) found.set(finding, variables)
  }
  return found
}

function costOf({ limit }: NamedFinding): number {
  return isUnique(limit) ? 1 : 0
}

/** What was filled in for one finding is kept for the others. */
function openFinder(
  definition: MessageDefinition,
  bounds: MessageBounds,
): (finding: NamedFinding) => JsonObject | undefined {
  const budget: Budget = { work: maxWork, pool: { left: maxPlaces } }
  const searches = affordable(definition).map((variables) =>
    openSearch(variables, { definition, bounds, budget }),
  )
  return (finding) => {
    for (const search of searches) {
      const variables = search(finding)
      if (variables !== undefined) return variables
    }
    return undefined
  }
}

/** How much more may be judged. */
interface Budget {
  work: number
  readonly pool: SearchPool
}

/** So many texts are judged for one message, in all that it is filled with; values count as well. */
const maxWork = 6000

/** So many pairs of places are looked at to make texts alike. */
const maxPlaces = 200_000

/** So much of what may break a rule is tried for one finding. */
const maxGoals = 40

/** What is searched through, and how much more of it may be. */
interface SearchContext {
  readonly definition: MessageDefinition
  readonly bounds: MessageBounds
  readonly budget: Budget
}

function openSearch(
  variables: Declarations,
  { definition, bounds, budget }: SearchContext,
): (finding: NamedFinding) => JsonObject | undefined {
  const candidateFor = candidateMaker(variables)
  const byRecipe = new Map<string, Trial | undefined>()
  const byValue = new Map<string, Trial | undefined>()
  const tryCandidate = (make: () => JsonObject | undefined): Trial | undefined => {
    const candidate = budget.work > 0 ? make() : undefined
    budget.work--
    if (candidate === undefined) return undefined
    const json = JSON.stringify(candidate)
    budget.work -= json.length / 200
    return remember(byValue, json, () => {
      const trial = tryOut(definition, candidate)
      budget.work -= trial?.work ?? 1
      return trial
    })
  }
  const tryGoals = (finding: NamedFinding): JsonObject | undefined => {
    let left = maxGoals
    for (const goal of goalsFor(finding, bounds, budget.pool)) {
      if (left-- === 0 || budget.work <= 0) return undefined
      const trial = tryCandidate(() => reach(goal, variables))
      if (trial?.broken.some((found) => isMeant(found, finding))) return trial.variables
    }
    return undefined
  }
  const tryRecipes = (finding: NamedFinding): JsonObject | undefined => {
    for (const [recipe, guard] of attemptsFor(guardAt(bounds, finding.path))) {
      const name = `${recipes.indexOf(recipe)} ${nameOf(guard)}`
      const trial = remember(byRecipe, name, () => tryCandidate(() => candidateFor(recipe, guard)))
      if (trial?.broken.some((found) => isAlikeFinding(found, finding))) return trial.variables
    }
    return undefined
  }
  return (finding) => {
    // Texts are seldom alike by accident, and the messages that show it on purpose are small.
    const [first, second] = isUnique(finding.limit)
      ? [tryGoals, tryRecipes]
      : [tryRecipes, tryGoals]
    return first(finding) ?? second(finding)
  }
}

/** A set of variables in which the goal's pins are, where there is one. */
function reach({ aim, pins }: Goal, declarations: Declarations): JsonObject | undefined {
  const candidate: JsonObject = {}
  for (const [name, declaration] of Object.entries(declarations)) {
    const value = witnessWith(declaration, aim, pins.at?.get(name))
    if (value === undefined) return undefined
    setOwn(candidate, name, value)
  }
  return candidate
}

function remember<T>(known: Map<string, T>, key: string, make: () => T): T {
  const value = known.has(key) ? (known.get(key) as T) : make()
  known.set(key, value)
  return value
}

function nameOf(guard: Guard): string {
  return guard.map(({ flag, value, loop }) => `${value} ${flag} ${loop?.source}`).join()
}

/** A set of variables, and what the message breaks with it. */
interface Trial {
  readonly variables: JsonObject
  /** With paths of the message file. */
  readonly broken: readonly NamedFinding[]
  /** How many texts were judged, long ones counted several times. */
  readonly work: number
}

function tryOut(definition: MessageDefinition, variables: JsonObject): Trial | undefined {
  const { values, problems } = checkVariables(definition.variables, variables)
  const [body] = Object.values(definition.bodies)
  if (problems.length > 0 || body === undefined) return undefined
  const filled = traceMessage(definition, body, values)
  const measured = measureTracked(filled.message, definition)
  const { findings } = lintBounds(measured)
  const broken = findings.map((found) => ({ ...found, path: filled.sourcePath(found.path) }))
  const work = measured.texts.reduce((sum, { source }) => sum + 1 + source.length / 1000, 0)
  return { variables, broken, work }
}

function isAlikeFinding(found: NamedFinding, wanted: NamedFinding): boolean {
  return isSameLimit(found, wanted) && isRelated(found.path, wanted.path)
}

/** What is about several places may be reported at another one: at the twin, at the first too many. */
function isMeant(found: NamedFinding, wanted: NamedFinding): boolean {
  const isAboutSeveral = isUnique(wanted.limit) || wanted.limit?.kind === 'count'
  return isAboutSeveral ? isSameLimit(found, wanted) : isAlikeFinding(found, wanted)
}

function isSameLimit(found: NamedFinding, wanted: NamedFinding): boolean {
  return found.rule === wanted.rule && found.limit?.id === wanted.limit?.id
}

/** A count is reported at the item that passes it, and for a filled message that may be another. */
function isRelated(found: Path, wanted: Path): boolean {
  return isInside(found, wanted.slice(0, -1)) || isInside(wanted, found)
}

/** The conditions under which a place of the message is there. */
function guardAt(bounds: MessageBounds, path: Path): Guard {
  const places = [...bounds.texts, ...bounds.numbers, ...bounds.objects]
  const around = places.filter((place) => isInside(path, place.path))
  return around.toSorted((left, right) => right.path.length - left.path.length)[0]?.guard ?? []
}

/** Tries the place there, then not there for its innermost condition, then flags as they come. */
function* attemptsFor(guard: Guard): Generator<readonly [Recipe, Guard]> {
  const last = guard.at(-1)
  const opposite = last && [...guard.slice(0, -1), { ...last, value: !last.value }]
  for (const given of opposite === undefined ? [guard] : [guard, opposite, []]) {
    for (const recipe of recipes) yield [recipe, given]
  }
}
