import type { Condition, Loop } from '../model/bounds.ts'
import type { NamedFinding } from '../model/diagnostic.ts'
import type { Path, Span } from '../model/source.ts'
import { explainCondition, meantCondition } from './meant-condition.ts'
import type { Directive } from './meant-directive.ts'
import { meantLoop } from './meant-loop.ts'
import {
  conditionOf,
  isReference,
  namesBroken,
  type ResolveProblem,
  resolveNames,
  type Scope,
  withArticle,
} from './scope.ts'

/** A mistake in a `$each` or `$if`. No finding where it was reported elsewhere. */
export interface Refusal {
  readonly finding: NamedFinding | undefined
  readonly meant?: string | undefined
}

const name = '[A-Za-z_][A-Za-z0-9_]*'
const eachForm = new RegExp(`^(${name})\\s+in\\s+(${name}(?:\\.${name})*)$`)
const conditionForm = new RegExp(`^(not\\s+)?(${name}(?:\\.${name})*)$`)

/** Where a directive stands in its mapping. */
interface Position {
  readonly path: Path
  readonly isFirst: boolean
}

/** Reads `$each: item in list`. */
export function readEach(
  { key, text }: Directive,
  { path, isFirst }: Position,
  scope: Scope,
): { readonly loop: Loop } | Refusal {
  const at = [...path, key]
  const match = typeof text === 'string' ? eachForm.exec(text.trim()) : null
  if (match === null) {
    if (namesBroken(lastWordOf(text), scope)) return { finding: undefined }
    const meant = typeof text === 'string' ? meantLoop(text) : undefined
    const form = '`$each` reads `item in list`, with `list` an array variable'
    if (meant === undefined) return invalid('invalid-each', at, `${form}: found ${quote(text)}`)
    return { finding: writeInstead('invalid-each', at, meant, `${form}, and not ${quote(text)}`) }
  }
  const [, item = '', list = ''] = match
  if (!isFirst && key === '$each') {
    return invalid(
      'invalid-each',
      at,
      '`$each` comes first in its mapping, so that a reader meets it before what it repeats: move it up',
      { at: 'key' },
    )
  }
  const names = list.split('.')
  const result = resolveNames(names, scope)
  if (!isReference(result)) return unresolved(result, at, spanOfLast(String(text)))
  if (result.declaration.type !== 'array') {
    return invalid(
      'invalid-each',
      at,
      `\`$each\` repeats the items of an array, and \`${list}\` is ${withArticle(result.declaration.type)}`,
      { span: spanOfLast(String(text)) },
    )
  }
  const isTaken =
    Object.hasOwn(scope.declarations, item) ||
    scope.broken.has(item) ||
    scope.loops.some((loop) => loop.name === item)
  if (isTaken) {
    return invalid(
      'invalid-each',
      at,
      `\`${item}\` is already the name of a variable or an outer loop: give this loop another name`,
    )
  }
  const loop: Loop = {
    name: item,
    list: result.declaration,
    source: list,
    declaredAt: result.declaredAt,
    ...(result.loop === undefined ? {} : { parent: result.loop }),
  }
  return { loop }
}

/** Reads `$if: flag` and `$if: not flag`; what is written in other words is read as what it means. */
export function readCondition(
  { key, text }: Directive,
  path: Path,
  scope: Scope,
): { readonly condition: Condition; readonly finding?: NamedFinding } | Refusal {
  const at = [...path, key]
  const source = typeof text === 'string' ? text : ''
  const meant = conditionForm.test(source.trim()) ? source.trim() : meantCondition(source)
  const [, negation, flag = ''] = conditionForm.exec(meant ?? '') ?? []
  if (meant === undefined) {
    if (namesBroken(lastWordOf(text), scope)) return { finding: undefined }
    const message =
      explainCondition(text) ??
      `\`$if\` reads \`flag\` or \`not flag\`, with \`flag\` a boolean variable: found ${quote(text)}`
    return invalid('invalid-condition', at, message)
  }
  const form = `\`$if\` reads \`flag\` or \`not flag\`, and ${quote(text)} is neither`
  const finding =
    meant === source.trim() ? undefined : writeInstead('invalid-condition', at, meant, form)
  const result = resolveNames(flag.split('.'), scope)
  if (!isReference(result)) {
    const start = source.lastIndexOf(flag)
    return unresolved(result, at, { start, end: start + flag.length })
  }
  if (result.declaration.type !== 'boolean') {
    return invalid(
      'invalid-condition',
      at,
      `\`$if\` asks a boolean variable, and \`${flag}\` is ${withArticle(result.declaration.type)}: declare it as \`boolean\``,
    )
  }
  return { condition: conditionOf(result, negation === undefined), ...(finding && { finding }) }
}

/** A fix changes which customers see something: it is for the author to decide. */
function writeInstead(rule: string, path: Path, value: string, what: string): NamedFinding {
  const title = `write \`${value}\``
  const edit = { type: 'set', path: path.slice(0, -1), key: String(path.at(-1)), value } as const
  return { rule, path, message: `${what}: ${title}`, fix: { title, safe: false, edits: [edit] } }
}

function lastWordOf(text: unknown): string {
  return typeof text === 'string' ? text.trim().replace(/^.*\s/s, '') : ''
}

const lastWord = /[\w.]+\s*$/

/** Where the list of a `$each`, or the flag of a `$if`, stands in its text. */
function spanOfLast(text: string): Span {
  const start = lastWord.exec(text)?.index ?? 0
  return { start, end: text.trimEnd().length }
}

function unresolved(problem: ResolveProblem, path: Path, span: Span): Refusal {
  const finding =
    problem.message === undefined
      ? undefined
      : { rule: 'undeclared-variable', path, span, message: problem.message }
  return { finding, meant: problem.meant }
}

function invalid(
  rule: string,
  path: Path,
  message: string,
  place: Pick<NamedFinding, 'at' | 'span'> = {},
): Refusal {
  return { finding: { rule, path, message, ...place } }
}

function quote(value: unknown): string {
  return typeof value === 'string'
    ? `\`${value}\``
    : `${value === null ? 'nothing' : withArticle(typeof value)}`
}
