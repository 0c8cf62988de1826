import type { JsonObject } from '../../src/model/json.ts'
import { builtSpec, type Fault, faults } from './built-spec.ts'
import { caseSeed, diceOf, pick } from './dice.ts'
import { isCertain } from './proof-verdict.ts'
import {
  type Disagreement,
  openSubject,
  proveCompiler,
  proveCounterexamples,
  proveExactly,
  proveSound,
  type Subject,
  type Trial,
} from './prove.ts'
import { proveFixes } from './prove-fixes.ts'
import { randomSpec } from './random-spec.ts'

/** How much is tried. */
export interface ProofOptions {
  readonly seed: number
  /** So many cases, each of {@link filesPerCase} files made by chance and two made on purpose. */
  readonly cases: number
  /** The number of the first case: a long run is made in parts. @defaultValue 0 */
  readonly first?: number
  /** Files with more assignments than this are not tried one by one. */
  readonly cap: number
  /** Every so many cases files are compiled from their text as well, and mended. @defaultValue 1 */
  readonly thoroughEvery?: number
  /** Whether the first failure ends the run. */
  readonly stopsAtFirst?: boolean
}

/** Files of random shape in one case: two of few values, one of many. */
export const filesPerCase = 3

/** A disagreement and the smallest file found that shows it. */
export interface Failure extends Disagreement {
  readonly root: JsonObject
  /** Which file of its kind in the run it was. */
  readonly index: number
  /** Whether every assignment of the file can be tried. */
  readonly hasFewValues: boolean
  readonly times: number
}

/** What a run counted, and what it found. */
export interface ProofReport {
  readonly counts: { readonly [name: string]: number }
  /** One for each thing that something is wrong with. */
  readonly failures: readonly Failure[]
}

/** Tries to show that the checker is wrong. */
export function runProof(options: ProofOptions): ProofReport {
  const run = new ProofRun(options)
  const { first = 0, cases } = options
  for (let index = first; index < first + cases; index++) {
    run.tryTiny(2 * index)
    run.tryTiny(2 * index + 1)
    run.tryWide(index)
    run.trySafe(index)
    run.tryBroken(index)
    if (options.stopsAtFirst === true && run.hasFailed()) break
  }
  return run.report()
}

class ProofRun {
  readonly #options: ProofOptions
  readonly #counts: Record<string, number> = {
    'files of few values': 0,
    'of them tried with every assignment': 0,
    'of these safe, as trying shows': 0,
    'of these reported all the same': 0,
    'assignments tried': 0,
    'findings compared with what trying shows': 0,
    'of them idle: no assignment bears them out': 0,
    'files of many values': 0,
    'breakable findings': 0,
    'of them with a counterexample that is legal and breaks the rule': 0,
    'findings that a bound mends': 0,
    'of them by the largest bound that does': 0,
    'files safe by construction': 0,
    'of them reported': 0,
    'files broken by construction': 0,
    'of them silent': 0,
  }
  readonly #failures = new Map<string, Failure>()

  constructor(options: ProofOptions) {
    this.#options = options
  }

  tryTiny(index: number): void {
    const root = randomSpec(diceOf(caseSeed(this.#options.seed, index)), 'tiny')
    const subject = openSubject(root)
    if (typeof subject === 'string') {
      this.#refused(subject, root, index)
      return
    }
    this.#count('files of few values')
    this.#tryThoroughly(subject, index)
    const steps = proveExactly(subject, this.#options.cap)
    let idle = 0
    let step = steps.next()
    for (; step.done !== true; step = steps.next()) {
      if (step.value.kind === 'idle') idle++
      this.#note(step.value, root, index, true)
    }
    this.#countTrial(step.value, subject.findings.length, idle)
    this.#tryCounterexamples(subject, index)
  }

  #countTrial({ tried, isSafe }: Trial, findings: number, idle: number): void {
    if (tried === 0) return
    this.#count('assignments tried', tried)
    this.#count('of them tried with every assignment')
    this.#count('findings compared with what trying shows', findings)
    this.#count('of them idle: no assignment bears them out', idle)
    if (!isSafe) return
    this.#count('of these safe, as trying shows')
    if (idle > 0) this.#count('of these reported all the same')
  }

  tryWide(index: number): void {
    const roll = diceOf(caseSeed(this.#options.seed, ~index))
    const root = randomSpec(roll, 'wide')
    const subject = openSubject(root)
    if (typeof subject === 'string') {
      this.#refused(subject, root, index)
      return
    }
    this.#count('files of many values')
    this.#tryThoroughly(subject, index)
    for (const failure of proveSound(subject, roll, 5)) this.#note(failure, root, index)
    this.#tryCounterexamples(subject, index)
  }

  trySafe(index: number): void {
    const root = builtSpec(diceOf(caseSeed(this.#options.seed + 1, index)))
    const subject = openSubject(root)
    if (typeof subject === 'string') {
      this.#refused(subject, root, index, false)
      return
    }
    this.#count('files safe by construction')
    const [error] = subject.findings.filter(({ severity }) => severity === 'error')
    if (error === undefined) return
    this.#count('of them reported')
    this.#note({ kind: 'false-alarm', about: error.rule, detail: error.message }, root, index)
  }

  tryBroken(index: number): void {
    const roll = diceOf(caseSeed(this.#options.seed + 2, index))
    const fault: Fault = pick(roll, faults)
    const root = builtSpec(roll, fault)
    const subject = openSubject(root)
    if (typeof subject === 'string') {
      this.#refused(subject, root, index, false)
      return
    }
    this.#count('files broken by construction')
    if (subject.findings.some(({ rule }) => rule === fault)) return
    this.#count('of them silent')
    this.#note({ kind: 'unsound', about: fault, detail: 'broken by construction' }, root, index)
  }

  hasFailed(): boolean {
    return [...this.#failures.values()].some(isCertain)
  }

  report(): ProofReport {
    return { counts: this.#counts, failures: [...this.#failures.values()] }
  }

  #tryThoroughly(subject: Subject, index: number): void {
    if (index % (this.#options.thoroughEvery ?? 1) !== 0) return
    for (const failure of proveCompiler(subject)) this.#note(failure, subject.root, index)
    for (const result of proveFixes(subject)) {
      if (result === 'mended') this.#count('findings that a bound mends')
      else if (result === 'largest') this.#count('of them by the largest bound that does')
      else this.#note(result, subject.root, index)
    }
  }

  #tryCounterexamples(subject: Subject, index: number): void {
    for (const result of proveCounterexamples(subject)) {
      this.#count('breakable findings')
      if (result === 'shown') {
        this.#count('of them with a counterexample that is legal and breaks the rule')
      } else if (result !== 'none') this.#note(result, subject.root, index)
    }
  }

  /** Chance makes lists that cannot be filled, and nothing else that may be refused. */
  #refused(reason: string, root: JsonObject, index: number, isByChance = true): void {
    if (isByChance && reason.includes('items can differ')) return
    this.#note({ kind: 'invalid', about: 'shape', detail: reason }, root, index)
  }

  #count(name: string, by = 1): void {
    this.#counts[name] = (this.#counts[name] ?? 0) + by
  }

  #note(failure: Disagreement, root: JsonObject, index: number, hasFewValues = false): void {
    const key = `${failure.kind} ${failure.about.split(' ')[0]}`
    const known = this.#failures.get(key)
    const times = (known?.times ?? 0) + 1
    const isSmaller = known === undefined || sizeOf(root) < sizeOf(known.root)
    this.#failures.set(
      key,
      isSmaller ? { ...failure, root, index, times, hasFewValues } : { ...known, times },
    )
  }
}

function sizeOf(root: JsonObject): number {
  return JSON.stringify(root).length
}
