import { stringify } from 'yaml'
import type { Diagnostic, TextEdit } from '../../src/model/diagnostic.ts'
import { isObject, type JsonValue } from '../../src/model/json.ts'
import { compareReaders } from '../helpers/compare-readers.ts'
import { compileYaml } from '../helpers/compile-yaml.ts'
import { caseSeed, type Dice, diceOf, pick } from '../proof/dice.ts'
import { randomSpec } from '../proof/random-spec.ts'
import { hazards } from './hazards.ts'
import { mutateText } from './mutate-text.ts'

/** How much is tried. */
export interface FuzzOptions {
  readonly seed: number
  /** The number of the first case. @defaultValue 0 */
  readonly first?: number
  readonly cases: number
  readonly corpus: readonly string[]
  /** An input that takes longer is a failure. */
  readonly maxMilliseconds?: number
}

/** An input that the compiler did not survive as it should, as small as could be made. */
export interface FuzzFailure {
  readonly input: string
  readonly problem: string
}

/** What a run counted and found. */
export interface FuzzReport {
  readonly cases: number
  readonly diagnostics: number
  readonly slowest: number
  readonly slowestInput: string
  readonly failures: readonly FuzzFailure[]
}

/** Feeds the compiler with what nobody would write. */
export function runFuzz(options: FuzzOptions): FuzzReport {
  const { seed, first = 0, cases, corpus, maxMilliseconds = Number.POSITIVE_INFINITY } = options
  const inputs = Array.from({ length: cases }, (_, index) => first + index)
  return judgeAll(
    inputs.map((index) => [
      `case ${index}`,
      () => makeInput(diceOf(caseSeed(seed, index)), corpus),
    ]),
    maxMilliseconds,
  )
}

/** Feeds the compiler with the known shapes; none of them has to be quick here. */
export function runHazards(): FuzzReport {
  const inputs = Object.entries(hazards).map(([name, input]) => [name, () => input] as const)
  return judgeAll(inputs, Number.POSITIVE_INFINITY)
}

type NamedInput = readonly [name: string, make: () => string]

function judgeAll(inputs: readonly NamedInput[], maxMilliseconds: number): FuzzReport {
  const failures = new Map<string, FuzzFailure>()
  let [slowest, slowestInput, diagnostics] = [0, '', 0]
  for (const [name, make] of inputs) {
    const input = make()
    const outcome = judgeInput(input)
    const { milliseconds } = outcome
    if (milliseconds > slowest) [slowest, slowestInput] = [milliseconds, name]
    diagnostics += outcome.diagnostics
    const isSlow = milliseconds > maxMilliseconds
    const problem = isSlow ? `takes ${Math.round(milliseconds)} ms (${name})` : outcome.problem
    if (problem === undefined) continue
    const key = isSlow ? name : problem.replace(/\d+/g, '#')
    const known = failures.get(key)
    if (known === undefined || known.input.length > input.length) {
      failures.set(key, { input, problem })
    }
  }
  const all = [...failures.values()]
  return {
    cases: inputs.length,
    diagnostics,
    slowest,
    slowestInput,
    failures: all.map((failure) => ({ ...failure, input: cut(failure) })),
  }
}

/** The time that this thread has worked: what else runs on the machine does not count. */
function cpuMilliseconds(): number {
  return process.threadCpuUsage().user / 1000
}

/** One input: a file of this repository or one of the grammar, changed. */
export function makeInput(roll: Dice, corpus: readonly string[]): string {
  const kind = roll(10)
  if (kind < 5) return mutateText(pick(roll, corpus), roll)
  const root = randomSpec(roll, 'wide')
  if (kind < 7) return mutateText(stringify(root), roll)
  const mangled = mangle(root, roll, 0)
  return kind === 7 ? stringify(mangled) : JSON.stringify(mangled)
}

const strange: readonly JsonValue[] = [
  ...[
    '',
    ' ',
    '{{ a }}',
    '{{ plain }}',
    '{{ p.id }}',
    '{{',
    '__proto__',
    'constructor',
    'string(3)',
    'x in y',
    'not f',
  ],
  ...[
    0,
    -1,
    1e21,
    2 ** 53,
    0.1,
    -0,
    null,
    true,
    false,
    [],
    {},
    [[]],
    { type: 'array' },
    { $each: 'p in plain' },
  ],
  ...[
    { $if: 'f' },
    ['{{ a }}'],
    '\u0000',
    'x'.repeat(3000),
    '\uD800',
    { type: 'string', pattern: '^(a|b)+$' },
  ],
]

/** The same value with a few of its parts replaced, renamed or left out. */
function mangle(value: JsonValue, roll: Dice, depth: number): JsonValue {
  if (depth > 0 && roll(40) === 0) return pick(roll, strange)
  if (Array.isArray(value)) return value.map((item: JsonValue) => mangle(item, roll, depth + 1))
  if (!isObject(value)) return value
  const entries = Object.entries(value).flatMap(([key, child]): [string, JsonValue][] => {
    if (roll(60) === 0) return []
    const name =
      roll(50) === 0
        ? pick(roll, ['__proto__', 'text', 'id', 'maxLength', 'items', '$each', '$if', ''])
        : key
    return [[name, mangle(child, roll, depth + 1)]]
  })
  return Object.fromEntries(entries)
}

interface Outcome {
  readonly problem?: string
  readonly diagnostics: number
  readonly milliseconds: number
}

/** What is wrong with how the compiler takes an input, and how long it took. */
function judgeInput(input: string): Outcome {
  const start = cpuMilliseconds()
  try {
    const { diagnostics } = compileYaml(input)
    const milliseconds = cpuMilliseconds() - start
    const problem = problemOf(diagnostics, input) ?? compareReaders(input)
    const count = diagnostics.length
    return { diagnostics: count, milliseconds, ...(problem === undefined ? {} : { problem }) }
  } catch (error) {
    const shown = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    return { diagnostics: 0, milliseconds: 0, problem: `throws ${shown}` }
  }
}

function problemOf(diagnostics: readonly Diagnostic[], { length }: string): string | undefined {
  if (diagnostics.length > 100) return `${diagnostics.length} diagnostics`
  const lost = diagnostics.find((diagnostic) => !isPlaced(diagnostic, length))
  if (lost === undefined) return undefined
  return `${lost.rule} is reported at ${lost.range.start} to ${lost.range.end} of ${length}`
}

function isPlaced({ range, fixes = [] }: Diagnostic, length: number): boolean {
  const edits = fixes.flatMap((fix): readonly TextEdit[] => fix.edits)
  return [range, ...edits].every(
    ({ start, end }) =>
      start >= 0 && start <= end && end <= length && Number.isInteger(start + end),
  )
}

/** So often a failure is tried again to make it smaller, and no longer than so. */
const maxCuts = 1000
const maxCutMilliseconds = 20_000

/** Takes lines out, then single characters, while the same thing goes wrong. */
function cut({ input, problem }: FuzzFailure): string {
  if (problem.startsWith('takes')) return input
  const sameness = (text: string): string => String(judgeInput(text).problem).replace(/\d+/g, '#')
  const wanted = sameness(input)
  let text = input
  let left = maxCuts
  const end = cpuMilliseconds() + maxCutMilliseconds
  for (
    let size = Math.ceil(text.length / 2);
    size >= 1;
    size = size === 1 ? 0 : Math.ceil(size / 2)
  ) {
    for (let start = 0; start < text.length && left-- > 0 && cpuMilliseconds() < end; ) {
      const shorter = text.slice(0, start) + text.slice(start + size)
      if (shorter.length < text.length && sameness(shorter) === wanted) text = shorter
      else start += size
    }
  }
  return text
}
