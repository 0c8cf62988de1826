import { settleFindings } from '../../src/language/counterexample.ts'
import { readDeclarations } from '../../src/language/declarations.ts'
import { lintBounds } from '../../src/language/lint.ts'
import { measureMessage } from '../../src/language/measure.ts'
import { bodyOf, envelopeOf } from '../../src/language/message-parts.ts'
import type { MessageBounds } from '../../src/model/bounds.ts'
import { checkVariables } from '../../src/model/check-variables.ts'
import { type Declarations, defaultBounds } from '../../src/model/declaration.ts'
import type { NamedFinding } from '../../src/model/diagnostic.ts'
import { type Filled, traceMessage } from '../../src/model/fill.ts'
import { isObject, type JsonObject, setOwn } from '../../src/model/json.ts'
import { everyLimit, isUnique } from '../../src/model/limits.ts'
import { measureFilled } from '../../src/model/measure-filled.ts'
import type { MessageBody, MessageDefinition } from '../../src/model/message.ts'
import { isInside } from '../../src/model/source.ts'
import { witnessOf } from '../../src/model/witness.ts'
import { compileYaml } from '../helpers/compile-yaml.ts'
import { legalVariables } from '../helpers/legal-values.ts'
import type { Dice } from './dice.ts'
import { objectsOf } from './enumerate.ts'
import { fillSmall } from './small-filler.ts'
import { judgedLimits, judgeSmall, typeOf } from './small-judge.ts'

/** A file as the checker sees it. */
export interface Subject {
  readonly root: JsonObject
  readonly declarations: Declarations
  readonly bounds: MessageBounds
  readonly findings: readonly NamedFinding[]
  readonly definition: MessageDefinition
  readonly body: MessageBody
}

/** Something that the checker said, or did not say, and that is not so. */
export interface Disagreement {
  readonly kind: 'unsound' | 'false-alarm' | 'idle' | 'counterexample' | 'fix' | 'invalid'
  /** Rule and limit that it is about. */
  readonly about: string
  readonly detail: string
  readonly variables?: JsonObject
}

/** Measures and lints a file; a string says why its shape was refused. */
export function openSubject(root: JsonObject): Subject | string {
  const raw = root['variables']
  const read = readDeclarations(isObject(raw) ? raw : {}, defaultBounds)
  const measured = measureMessage(root, read.declarations, read.broken)
  const problem = [...read.findings, ...measured.findings][0]
  const body = bodyOf(root)
  if (problem !== undefined) return `${problem.rule}: ${problem.message}`
  if (body === undefined) return 'no message'
  const { declarations } = read
  const definition = {
    name: 'x',
    variables: declarations,
    bodies: { default: body },
    ...envelopeOf(root),
  }
  const findings = settleFindings(lintBounds(measured.bounds).findings, definition, measured.bounds)
  return { root, declarations, bounds: measured.bounds, findings, definition, body }
}

/** Fills the variables in; undefined where they are not legal. */
export function fillSubject(
  { definition, body }: Subject,
  variables: JsonObject,
): Filled | undefined {
  const { values, problems } = checkVariables(definition.variables, variables)
  return problems.length > 0 ? undefined : traceMessage(definition, body, values)
}

/** Compiles the file from its text: its errors must be those that the rules gave. */
export function* proveCompiler({ root, findings }: Subject): Generator<Disagreement> {
  const name = (path: readonly unknown[], rule: string): string => `${rule} ${path.join('.')}`
  const diagnostics = compileYaml(JSON.stringify(root, null, 1)).diagnostics
  const said = diagnostics.filter(({ severity }) => severity === 'error')
  const wanted = findings.filter(({ severity }) => severity === 'error')
  const [one, other] = [said, wanted].map(
    (list) => new Set(list.map(({ path, rule }) => name(path, rule))),
  )
  if (said.length >= 100 || one === undefined || other === undefined) return
  for (const key of one)
    if (!other.has(key)) yield { kind: 'invalid', about: key, detail: 'only the compiler says it' }
  for (const key of other)
    if (!one.has(key)) yield { kind: 'unsound', about: key, detail: 'the compiler does not say it' }
}

/** Whatever a legal assignment breaks, the checker must have said of the file. */
export function* proveSound(subject: Subject, roll: Dice, rounds: number): Generator<Disagreement> {
  for (const variables of assignments(subject.declarations, roll, rounds)) {
    const filled = fillSubject(subject, variables)
    if (filled === undefined) continue
    for (const broken of lintBounds(measureFilled(filled.message, everyLimit)).findings) {
      if (broken.severity !== 'error' || isSaid(subject.findings, broken, filled)) continue
      const about = `${broken.rule} ${broken.limit?.id ?? ''}`
      yield { kind: 'unsound', about, detail: broken.message, variables }
    }
  }
}

const placed: readonly string[] = [
  'text-too-long',
  'blank-text',
  'edge-blanks',
  'number-out-of-range',
  'template-value',
  'line-feed',
]

function isSaid(said: readonly NamedFinding[], broken: NamedFinding, filled: Filled): boolean {
  return said.some((finding) => {
    if (finding.rule !== broken.rule) return false
    // Such a warning says that nothing is known: the send decides.
    const isOpen = finding.limit === undefined && finding.severity === 'warning'
    if (!isOpen && finding.limit?.id !== broken.limit?.id) return false
    return !placed.includes(broken.rule) || isInside(filled.sourcePath(broken.path), finding.path)
  })
}

/** Legal variables: both ends of everything, mixtures of them, and what chance gives. */
function* assignments(
  declarations: Declarations,
  roll: Dice,
  rounds: number,
): Generator<JsonObject> {
  const names = Object.entries(declarations)
  const ends = [['longest'], ['shortest'], ['longest', 'shortest']] as const
  for (const aims of ends) {
    for (const seed of [0, 1]) {
      const variables: JsonObject = {}
      for (const [name, declaration] of names) {
        const aim = aims[roll(aims.length)] ?? 'longest'
        const value =
          declaration.type === 'boolean' ? roll(2) === 0 : witnessOf(declaration, aim, seed)
        if (value !== undefined) setOwn(variables, name, value)
      }
      yield variables
    }
  }
  for (let round = 0; round < rounds; round++) {
    const variables = legalVariables(declarations, roll)
    if (variables !== undefined) yield { ...variables }
  }
}

/** A counterexample is legal, can be filled in, and breaks the rule that it stands beside. */
export function* proveCounterexamples(
  subject: Subject,
): Generator<Disagreement | 'shown' | 'none'> {
  for (const finding of subject.findings) {
    if (finding.isBreakable !== true) continue
    const { counterexample: variables } = finding
    if (variables === undefined) {
      yield 'none'
      continue
    }
    const about = `${finding.rule} ${finding.limit?.id ?? ''}`
    const filled = fillSubject(subject, variables)
    const found =
      filled === undefined ? [] : lintBounds(measureFilled(filled.message, everyLimit)).findings
    const isShown = found.some(
      ({ rule, limit }) => rule === finding.rule && limit?.id === finding.limit?.id,
    )
    if (isShown) yield 'shown'
    else yield { kind: 'counterexample', about, detail: finding.message, variables }
  }
}

/** What trying every assignment of a file came to. */
export interface Trial {
  /** None where there were too many of them. */
  readonly tried: number
  /** Whether no assignment breaks anything. */
  readonly isSafe: boolean
}

/** What is said of a file of few values must be what trying all of them shows. */
export function* proveExactly(subject: Subject, cap: number): Generator<Disagreement, Trial> {
  const raw = subject.root['variables']
  const all = objectsOf(isObject(raw) ? raw : {}, cap)
  if (all === undefined) return { tried: 0, isSafe: false }
  const type = typeOf(subject.root)
  const found = new Map<string, JsonObject>()
  for (const variables of all) {
    if (fillSubject(subject, variables) === undefined) {
      yield {
        kind: 'invalid',
        about: 'check-variables',
        detail: 'refuses what is allowed',
        variables,
      }
      return { tried: all.length, isSafe: false }
    }
    for (const key of judgeSmall(fillSmall(subject.root, variables), type)) {
      if (!found.has(key)) found.set(key, variables)
    }
  }
  yield* compare(subject.findings, found)
  return { tried: all.length, isSafe: found.size === 0 }
}

function* compare(
  findings: readonly NamedFinding[],
  found: ReadonlyMap<string, JsonObject>,
): Generator<Disagreement> {
  const said = new Map<string, NamedFinding>()
  for (const finding of findings) {
    if (finding.limit === undefined || !judgedLimits.has(finding.limit.id)) continue
    said.set(keyOf(finding), finding)
  }
  for (const [key, variables] of found) {
    if (said.has(key) || isToldElsewhere(key, said)) continue
    yield { kind: 'unsound', about: key, detail: 'breaks it, and nothing was said', variables }
  }
  for (const [key, finding] of said) {
    if (found.has(key)) continue
    yield { kind: 'idle', about: key, detail: finding.message }
  }
}

/** Where two labels can be equal to the letter, that they can differ in case only is not said. */
function isToldElsewhere(key: string, said: ReadonlyMap<string, NamedFinding>): boolean {
  return key === 'reply-button-text-unique-ignoring-case' && said.has('reply-button-text-unique')
}

function keyOf({ limit, path }: NamedFinding): string {
  const isTogether = isUnique(limit) || ['count', 'bytes'].includes(limit?.kind ?? '')
  return isTogether ? String(limit?.id) : `${limit?.id} ${path.join('.')}`
}
