import type { NamedFinding, PathEdit } from '../../src/model/diagnostic.ts'
import { isObject, type JsonObject, type JsonValue } from '../../src/model/json.ts'
import { formatPath, type Path } from '../../src/model/source.ts'
import { type Disagreement, openSubject, type Subject } from './prove.ts'

/**
 * A bound that a finding names makes the finding vanish, and a bound that allows one more does not,
 * unless nothing has exactly that size.
 */
export function* proveFixes(subject: Subject): Generator<Disagreement | 'mended' | 'largest'> {
  for (const finding of subject.findings) {
    const edits = finding.fix?.edits ?? []
    if (edits.length === 0 || !edits.every(isBound)) continue
    const about = `${finding.rule} ${finding.limit?.id ?? ''}`
    const wayOut = finding.fix?.title ?? ''
    const mended = openSubject(edits.reduce(apply, subject.root))
    if (typeof mended === 'string' || isStillSaid(finding, mended)) {
      const reason = typeof mended === 'string' ? mended : 'it is reported all the same'
      yield { kind: 'fix', about, detail: `${wayOut}: ${reason}` }
      continue
    }
    yield 'mended'
    const [edit] = edits
    if (edits.length > 1 || edit === undefined || !isBound(edit)) continue
    const wider = openSubject(apply(subject.root, { ...edit, value: loosen(edit) }))
    if (typeof wider === 'string' || isStillSaid(finding, wider) || !isReached(edit, wider)) {
      yield 'largest'
    } else yield { kind: 'fix', about, detail: `${wayOut}: ${loosen(edit)} is enough` }
  }
}

type SetNumber = Extract<PathEdit, { type: 'set' }> & { readonly value: number }

function isBound(edit: PathEdit): edit is SetNumber {
  return edit.type === 'set' && typeof edit.value === 'number'
}

/** The same bound, for one more or one fewer. */
function loosen({ key, value }: SetNumber): number {
  return key.startsWith('max') ? value + 1 : value - 1
}

function apply(root: JsonObject, edit: PathEdit): JsonObject {
  if (edit.type !== 'set') return root
  const set = (value: JsonValue, path: Path): JsonValue => {
    const [step, ...rest] = path
    if (!isObject(value)) throw new TypeError(`no mapping at ${formatPath(edit.path)}`)
    if (step === undefined) return { ...value, [edit.key]: edit.value }
    return { ...value, [step]: set(value[step] ?? null, rest) }
  }
  const changed = set(root, edit.path)
  return isObject(changed) ? changed : root
}

function isStillSaid({ rule, limit, path }: NamedFinding, { findings }: Subject): boolean {
  // Bytes are reported at the largest variable, which may be another one now.
  const place = limit?.kind === 'bytes' ? undefined : formatPath(path)
  return findings.some(
    (other) =>
      other.rule === rule &&
      other.limit?.id === limit?.id &&
      (place === undefined || formatPath(other.path) === place),
  )
}

/** Whether the looser bound lets something through that the bound itself keeps out. */
function isReached(edit: SetNumber, { root, bounds }: Subject): boolean {
  const { path, key, value } = edit
  if (key === 'maximum' || key === 'minimum') return holdsMultiple(edit, root)
  if (key !== 'maxLength') return true
  const place = formatPath(path)
  const own = bounds.texts
    .flatMap(({ parts }) => parts)
    .filter(({ reference }) => reference && formatPath(reference.declaredAt) === place)
  return own.some(({ shape }) => shape.length.max > value)
}

/** Whether a number that the declaration steps on is among those that the looser bound adds. */
function holdsMultiple(edit: SetNumber, root: JsonObject): boolean {
  const at = (value: JsonValue, step: Path[number]): JsonValue =>
    isObject(value) ? (value[step] ?? null) : null
  const step = at(edit.path.reduce(at, root), 'multipleOf')
  if (typeof step !== 'number') return true
  const [low, high] = [edit.value, loosen(edit)].toSorted((left, right) => left - right)
  return edit.key === 'maximum'
    ? Math.floor((high ?? 0) / step) * step > (low ?? 0)
    : Math.ceil((low ?? 0) / step) * step < (high ?? 0)
}
