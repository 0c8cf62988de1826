import { hasOwn, isObject } from '../model/json.ts'
import { isInside, isSamePath, type Path } from '../model/source.ts'
import { explainForgottenObject, isForgottenObject } from './forgotten-object.ts'
import type { ShapeFinding } from './shape-finding.ts'
import { judgeContent } from './validate-content.ts'
import { explainFallen, type Fallen, findFallen } from './validate-fallen.ts'
import { explainKeys, meansKey } from './validate-keys.ts'
import { type Grammar, type GrammarKind, type Place, placeAt } from './validate-schema.ts'
import { explainStray, findStrays, type Stray } from './validate-strays.ts'
import { explainValue } from './validate-values.ts'
import type { Judge, Violation } from './violation.ts'

/** The breaches at one value. */
interface Faults {
  readonly path: Path
  readonly value: unknown
  readonly unknown: string[]
  readonly missing: string[]
  /** Keys that are known, but not beside the others. */
  readonly excluded: string[]
  strays: readonly Stray[]
  fallen: readonly Fallen[]
  /** The breach of the value itself; of several the one of its type. */
  own?: Violation
}

/** Finds what is wrong with the shape of a value: one finding for one mistake. */
export function judgeShape(value: unknown, grammar: Grammar): readonly ShapeFinding[] {
  const violations = violationsOf(value, grammar.judge)
  if (violations === undefined) return [tooDeep]
  const faults = groupViolations(value, violations)
  for (const fault of faults.values()) {
    settleStrays(fault, faults, grammar)
    settleFallen(fault, faults, grammar)
  }
  const content =
    grammar.kind === 'template' || grammar.kind === 'config' ? none : contentOf(value, faults)
  const forgotten = [...faults.values()].filter((fault) => doesForgetObject(fault, grammar))
  const findings = [...content.findings]
  for (const { path, value } of forgotten) {
    if (isForgottenObject(value)) findings.push(explainForgottenObject(path, value))
  }
  const silenced = [...content.silenced, ...forgotten.map(({ path }) => path)]
  for (const fault of faults.values()) {
    if (silenced.some((path) => isInside(fault.path, path))) continue
    findings.push(...explainFaults(fault, grammar, content.hasConflict))
  }
  return findings
}

const none: ReturnType<typeof judgeContent> = { findings: [], silenced: [], hasConflict: false }

const tooDeep: ShapeFinding = {
  rule: 'invalid-value',
  path: [],
  message: 'this is nested too deeply to be read: at most 32 levels are meant',
}

/** Whether a mapping of properties stands where a declaration is due. */
function doesForgetObject({ path, value, missing, unknown }: Faults, grammar: Grammar): boolean {
  if (unknown.length === 0 || !missing.includes('type')) return false
  const place = placeAt(grammar, path)
  const isType = (key: string): boolean => meansKey(key, 'type', place, grammar.kind)
  return place.kind === 'declaration' && !unknown.some(isType) && isForgottenObject(value)
}

/** The breaches, or undefined where the value is nested so deeply that the stack overflows. */
function violationsOf(value: unknown, judge: Judge): readonly Violation[] | undefined {
  try {
    return judge(value) ? [] : (judge.errors ?? [])
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function groupViolations(value: unknown, violations: readonly Violation[]): Map<string, Faults> {
  const groups = new Map<string, Faults>()
  const groupAt = (pointer: string): Faults => {
    const known = groups.get(pointer)
    if (known !== undefined) return known
    const none = { unknown: [], missing: [], excluded: [], strays: [], fallen: [] }
    const group = { ...follow(value, pointer), ...none }
    groups.set(pointer, group)
    return group
  }
  for (const violation of violations) {
    const { instancePath, keyword, params } = violation
    if (keyword === 'additionalProperties') {
      groupAt(instancePath).unknown.push(String(params['additionalProperty']))
    } else if (keyword === 'required') {
      groupAt(instancePath).missing.push(String(params['missingProperty']))
    } else if (keyword === 'false schema') {
      const cut = instancePath.lastIndexOf('/')
      const excluded = groupAt(instancePath.slice(0, cut)).excluded
      const key = unescapeStep(instancePath.slice(cut + 1))
      if (!excluded.includes(key)) excluded.push(key)
    } else if (keyword !== 'minProperties') {
      const group = groupAt(instancePath)
      if (group.own === undefined || keyword === 'type') group.own = violation
    }
  }
  return groups
}

/** Follows a JSON pointer; a step is an index where the value is an array. */
function follow(root: unknown, pointer: string): { readonly path: Path; readonly value: unknown } {
  const path: (string | number)[] = []
  let value = root
  for (const step of pointer.split('/').slice(1).map(unescapeStep)) {
    path.push(Array.isArray(value) ? Number(step) : step)
    value = isContainer(value) && hasOwn(value, step) ? value[step] : undefined
  }
  return { path, value }
}

function unescapeStep(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~')
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

/** A key that is not indented far enough is one mistake: it is not missing where it belongs. */
function settleStrays(fault: Faults, faults: ReadonlyMap<string, Faults>, grammar: Grammar): void {
  const { path, value, unknown } = fault
  if (unknown.length === 0 || !isObject(value)) return
  fault.strays = findStrays(value, path, unknown, grammar)
  for (const { key, owner } of fault.strays) {
    remove(unknown, key)
    const lacking = [...faults.values()].find((other) => isSamePath(other.path, owner))
    if (lacking !== undefined) remove(lacking.missing, key)
  }
}

/** A key above others that should be indented is not empty, either. */
function settleFallen(fault: Faults, faults: ReadonlyMap<string, Faults>, grammar: Grammar): void {
  const { path, value, unknown } = fault
  if (unknown.length === 0 || !isObject(value)) return
  fault.fallen = findFallen(value, path, unknown, grammar)
  for (const { owner, keys } of fault.fallen) {
    for (const key of keys) remove(unknown, key)
    const empty = [...faults.values()].find((other) => isSamePath(other.path, [...path, owner]))
    if (empty !== undefined) delete empty.own
  }
}

function remove(names: string[], name: string): void {
  const index = names.indexOf(name)
  if (index >= 0) names.splice(index, 1)
}

function contentOf(
  value: unknown,
  faults: ReadonlyMap<string, Faults>,
): ReturnType<typeof judgeContent> {
  const message = isObject(value) && hasOwn(value, 'message') ? value['message'] : undefined
  if (!isObject(message)) return none
  return judgeContent(message, faults.get('/message')?.unknown ?? [])
}

function* explainFaults(
  fault: Faults,
  grammar: Grammar,
  hasConflict: boolean,
): Iterable<ShapeFinding> {
  const { path, value, own } = fault
  const place = placeAt(grammar, path)
  if (isObject(value)) {
    const isMessage = path.length === 1 && path[0] === 'message'
    const { unknown, excluded } = fault
    // Of two kinds of content nobody knows which one is meant, nor therefore what it lacks.
    const missing = isMessage && hasConflict ? [] : fault.missing
    const isRuled = isMessage || isLeftToRules(place, undefined, grammar.kind)
    const keys = { path, value, unknown, missing, excluded: isRuled ? [] : excluded }
    yield* explainKeys(keys, place, grammar)
    for (const stray of fault.strays) yield explainStray(stray)
    for (const fallen of fault.fallen) yield explainFallen(fallen)
  }
  if (own === undefined) return
  const parent = placeAt(grammar, path.slice(0, -1))
  if (own.keyword !== 'type' && isLeftToRules(parent, path.at(-1), grammar.kind)) return
  const finding = explainValue({ path, value, violation: own }, place, parent)
  if (finding !== undefined) yield finding
}

/**
 * Whether a rule judges a place of a message file: it knows what a template variable there can
 * become, where the limit comes from, and that nothing may silence it. Editors see the schema's
 * word on it; bodies on the wire have no variables and are judged here.
 */
function isLeftToRules(place: Place, key: Path[number] | undefined, grammar: GrammarKind): boolean {
  if (grammar !== 'message' && grammar !== 'variant') return false
  if (key === undefined) return place.kind === 'header'
  if (place.kind === 'headerAttachment') return key === 'type'
  return key === 'sender' ? place.kind === '' : key === 'id' && place.kind === 'sender'
}
