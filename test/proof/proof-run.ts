import type { JsonObject } from '../../src/model/json.ts'
import { builtSpec, type Fault, faults } from './built-spec.ts'
import { caseSeed, diceOf, pick } from './dice.ts'
import {
  type Disagreement,
  openSubject,
  proveCompiler,
  proveCounterexamples,
  proveExactly,
  proveSound,
} from './prove.ts'
import { randomSpec } from './random-spec.ts'

/** How much is tried. */
export interface ProofOptions {
  readonly seed: number
  /** Files of each of the four kinds. */
  readonly cases: number
  /** Files with more assignments than this are not tried one by one. */
  readonly cap: number
  /** Whether the first failure ends the run. */
  readonly stopsAtFirst?: boolean
}

/** A disagreement and the smallest file found that shows it. */
export interface Failure extends Disagreement {
  readonly root: JsonObject
  /** Which case of the run it was. */
  readonly index: number
  readonly times: number
}

/** What a run counted, and what it found. */
export interface ProofReport {
  readonly counts: { readonly [name: string]: number }
  /** One for each thing that something is wrong with; imprecision is counted, and fails a run only past its share. */
  readonly failures: readonly Failure[]
}

/** At most this share of safe files may be reported. */
export const maxFalseAlarms = 0.01

/** At most this share of what is said of files with few values may be said for nothing. */
export const maxImprecise = 0.1

/** Tries to show that the checker is wrong. */
export function runProof(options: ProofOptions): ProofReport {
  const run = new ProofRun(options)
  for (let index = 0; index < options.cases; index++) {
    run.tryTiny(index)
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
    'assignments tried': 0,
    'findings compared': 0,
    'findings for nothing': 0,
    'files of many values': 0,
    'counterexamples shown and true': 0,
    'breakable without counterexample': 0,
    'safe files': 0,
    'safe files reported': 0,
    'broken files': 0,
    'broken files silent': 0,
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
    this.#count('findings compared', subject.findings.length)
    for (const failure of proveCompiler(subject)) this.#note(failure, root, index)
    const steps = proveExactly(subject, this.#options.cap)
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done === true) {
        this.#count('assignments tried', step.value)
        if (step.value > 0) this.#count('of them tried with every assignment')
        break
      }
      if (step.value.kind === 'imprecise') this.#count('findings for nothing')
      this.#note(step.value, root, index)
    }
    this.#tryCounterexamples(root, index)
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
    for (const failure of proveCompiler(subject)) this.#note(failure, root, index)
    for (const failure of proveSound(subject, roll, 5)) this.#note(failure, root, index)
    this.#tryCounterexamples(root, index)
  }

  trySafe(index: number): void {
    const root = builtSpec(diceOf(caseSeed(this.#options.seed + 1, index)))
    const subject = openSubject(root)
    if (typeof subject === 'string') {
      this.#refused(subject, root, index, false)
      return
    }
    this.#count('safe files')
    const [error] = subject.findings.filter(({ severity }) => severity === 'error')
    if (error === undefined) return
    this.#count('safe files reported')
    this.#note({ kind: 'imprecise', about: error.rule, detail: error.message }, root, index)
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
    this.#count('broken files')
    if (subject.findings.some(({ rule }) => rule === fault)) return
    this.#count('broken files silent')
    this.#note({ kind: 'unsound', about: fault, detail: 'broken by construction' }, root, index)
  }

  hasFailed(): boolean {
    return [...this.#failures.values()].some(({ kind }) => kind !== 'imprecise')
  }

  report(): ProofReport {
    const counts = this.#counts
    const share = (some: string, all: string): number =>
      (counts[some] ?? 0) / Math.max(1, counts[all] ?? 0)
    const isImprecise =
      share('safe files reported', 'safe files') > maxFalseAlarms ||
      share('findings for nothing', 'findings compared') > maxImprecise
    const failures = [...this.#failures.values()]
    return { counts, failures: failures.filter(({ kind }) => kind !== 'imprecise' || isImprecise) }
  }

  #tryCounterexamples(root: JsonObject, index: number): void {
    const subject = openSubject(root)
    if (typeof subject === 'string') return
    for (const result of proveCounterexamples(subject)) {
      if (result === 'shown') this.#count('counterexamples shown and true')
      else if (result === 'none') this.#count('breakable without counterexample')
      else this.#note(result, root, index)
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

  #note(failure: Disagreement, root: JsonObject, index: number): void {
    const key = `${failure.kind} ${failure.about.split(' ')[0]}`
    const known = this.#failures.get(key)
    const times = (known?.times ?? 0) + 1
    const isSmaller = known === undefined || sizeOf(root) < sizeOf(known.root)
    this.#failures.set(key, isSmaller ? { ...failure, root, index, times } : { ...known, times })
  }
}

function sizeOf(root: JsonObject): number {
  return JSON.stringify(root).length
}
