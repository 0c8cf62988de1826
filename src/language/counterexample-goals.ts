import type { Condition, Guard, Loop, MessageBounds, TextBounds } from '../model/bounds.ts'
import { graphOfPattern } from '../model/declared-graph.ts'
import type { NamedFinding } from '../model/diagnostic.ts'
import { isUnique, type Limit, limits } from '../model/limits.ts'
import type { PatternGraph } from '../model/pattern-graph.ts'
import type { SearchPool } from '../model/shared-text.ts'
import { isInside, isSamePath, type Path } from '../model/source.ts'
import { graphOfPatternAlone } from '../model/text-graph.ts'
import type { Aim, Pins } from '../model/witness.ts'
import { elementsAt, PinBoard, pathOf } from './pin-board.ts'
import { type Placed, solveAlike, solveShape } from './solve-texts.ts'

/** What variables must be like to break a rule, and which end the rest of them shall be at. */
export interface Goal {
  readonly aim: Aim
  readonly pins: Pins
}

/** What may break the rule of a finding, worked out from what the finding is about. */
export function* goalsFor(
  finding: NamedFinding,
  bounds: MessageBounds,
  pool: SearchPool,
): Generator<Goal> {
  const text = bounds.texts.find(({ path }) => isSamePath(path, finding.path))
  const { limit } = finding
  if (text !== undefined && limit !== undefined && isUnique(limit)) {
    yield* alikeGoals(text, bounds, { limit, pool })
    return
  }
  const feature = limit === undefined ? [] : featuresOf(limit)
  if (text !== undefined) for (const graph of feature) yield* shapeGoals(text, graph, pool)
  yield* placeGoals(finding, bounds)
}

/** How a text looks that breaks a limit which is about neither length nor number. */
function featuresOf({ id, kind }: Limit): readonly PatternGraph[] {
  switch (kind) {
    case 'non-blank':
      return [graphOfPattern('^\\s*$')]
    case 'trimmed':
      return [graphOfPattern('\\S\\s+$'), graphOfPattern('^\\s+\\S')]
    case 'single-line':
      return [graphOfPattern('\\n')]
    default:
      return id === limits.templateValueSpaces.id
        ? [graphOfPattern(` {${limits.templateValueSpaces.max + 1}}`)]
        : []
  }
}

function* shapeGoals(text: TextBounds, feature: PatternGraph, pool: SearchPool): Generator<Goal> {
  const placed = placeAt(text, [])
  for (const values of solveShape(placed, graphOfPatternAlone(feature), pool)) {
    const board = boardFor([placed])
    if (board === undefined) return
    if (values.every(([path, value]) => board.pin(path, value))) yield* bothEnds(board)
  }
}

/** Two texts, or one text of two elements, that are the same. */
function* alikeGoals(
  text: TextBounds,
  bounds: MessageBounds,
  { limit, pool }: { readonly limit: Limit; readonly pool: SearchPool },
): Generator<Goal> {
  const ignoresCase = limit.kind === 'unique-ignoring-case'
  const siblings = bounds.texts.filter(({ field }) => field === text.field)
  for (const twin of [text, ...siblings.slice(0, siblings.indexOf(text))]) {
    for (const indexes of indexesOf(twin.loops)) {
      if (twin === text && indexes.every((index) => index === 0)) continue
      const pair = [placeAt(text, []), placeAt(twin, indexes)] as const
      for (const values of solveAlike(pair, ignoresCase, pool)) {
        const board = boardFor(pair)
        if (board === undefined) break
        if (values.every(([path, value]) => board.pin(path, value))) yield* bothEnds(board)
      }
    }
  }
}

/** The first or the second element of each loop. */
function indexesOf(loops: readonly Loop[]): readonly (readonly number[])[] {
  return loops.reduce<readonly (readonly number[])[]>(
    (all) =>
      all.flatMap((indexes) => [
        [...indexes, 0],
        [...indexes, 1],
      ]),
    [[]],
  )
}

function placeAt({ parts, loops, guard }: TextBounds, indexes: readonly number[]): Placed {
  return { parts, guard, elements: elementsAt(loops, indexes) }
}

/** A board on which all these places are there; nothing where they exclude each other. */
function boardFor(places: readonly Pick<Placed, 'guard' | 'elements'>[]): PinBoard | undefined {
  const board = new PinBoard()
  for (const { guard, elements } of places) {
    board.pinElements(elements)
    if (!board.pinGuard(guard, elements)) return undefined
  }
  return board
}

function* bothEnds(board: PinBoard): Generator<Goal> {
  const pins = board.pins()
  yield { aim: 'shortest', pins }
  yield { aim: 'longest', pins }
}

/** The place of a finding is there, and every way to set the flags around it. */
function* placeGoals(finding: NamedFinding, bounds: MessageBounds): Generator<Goal> {
  const aims = aimsFor(finding.limit)
  // A count is reported at an item, and what must be there is the sequence.
  const isCount = finding.limit?.kind === 'count' && typeof finding.path.at(-1) === 'number'
  const place = placeOf(isCount ? finding.path.slice(0, -1) : finding.path, bounds)
  for (const flags of waysToSet(flagsNear(finding, bounds))) {
    const board = new PinBoard()
    const elements = elementsAt(place.loops, [])
    board.pinElements(elements)
    const isThere = board.pinGuard(place.guard, elements)
    const agrees = flags.every(({ flag, value, loop }) => {
      const every = elementsAt(
        loopsAround(loop),
        loopsAround(loop).map(() => '*'),
      )
      return board.pin(pathOf(flag.split('.'), loop, every), value)
    })
    if (isThere && agrees) for (const aim of aims) yield { aim, pins: board.pins() }
  }
}

function aimsFor(limit: Limit | undefined): readonly Aim[] {
  if (limit?.kind === 'bytes') return ['heaviest', 'longest']
  return limit?.kind === 'length' ? ['longest'] : ['longest', 'shortest']
}

/** The innermost thing around a path that has loops and conditions. */
function placeOf(path: Path, bounds: MessageBounds): { guard: Guard; loops: readonly Loop[] } {
  const places = [...bounds.texts, ...bounds.numbers, ...bounds.objects, ...bounds.sequences]
  let inner: (typeof places)[number] | undefined
  for (const place of places) {
    const isDeeper = inner === undefined || place.path.length > inner.path.length
    if (isDeeper && isInside(path, place.path)) inner = place
  }
  return inner ?? { guard: [], loops: [] }
}

/** Flags that a finding may depend on: those of a sequence that it is about, else all. */
function flagsNear({ path }: NamedFinding, { sequences, objects }: MessageBounds): Guard {
  const counted = sequences
    .filter((sequence) => isInside(path, sequence.path) || isInside(sequence.path, path))
    .flatMap(({ items }) => items.flatMap(({ guard }) => guard))
  const guards = counted.length > 0 ? counted : objects.flatMap(({ guard }) => guard)
  const byName = new Map(guards.map((condition) => [nameOf(condition), condition]))
  return [...byName.values()].slice(0, maxFlags)
}

/** With more flags, not every way to set them is tried. */
const maxFlags = 5

function nameOf({ flag, loop }: Condition): string {
  return `${flag} ${loopsAround(loop).map(({ source }) => source)}`
}

function waysToSet(flags: Guard): readonly Guard[] {
  return flags.reduce<readonly Guard[]>(
    (ways, flag) =>
      ways.flatMap((way) => [
        [...way, flag],
        [...way, { ...flag, value: !flag.value }],
      ]),
    [[]],
  )
}

function loopsAround(loop: Loop | undefined): readonly Loop[] {
  return loop === undefined ? [] : [...loopsAround(loop.parent), loop]
}
