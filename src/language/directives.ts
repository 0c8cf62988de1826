import type { Condition, Loop } from '../model/bounds.ts'
import type { NamedFinding } from '../model/diagnostic.ts'
import type { JsonObject } from '../model/json.ts'
import type { Path, Span } from '../model/source.ts'
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

/** Reads `$each: item in list`. */
export function readEach(
  value: JsonObject,
  path: Path,
  scope: Scope,
): { readonly loop: Loop } | Refusal {
  const text = value['$each']
  const at = [...path, '$each']
  const match = typeof text === 'string' ? eachForm.exec(text.trim()) : null
  if (match === null) {
    if (namesBroken(lastWordOf(text), scope)) return { finding: undefined }
    return invalid(
      'invalid-each',
      at,
      `\`$each\` reads \`item in list\`, with \`list\` an array variable: found ${quote(text)}`,
    )
  }
  const [, item = '', list = ''] = match
  if (Object.keys(value)[0] !== '$each') {
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

/** Reads `$if: flag` and `$if: not flag`. */
export function readCondition(
  value: JsonObject,
  path: Path,
  scope: Scope,
): { readonly condition: Condition } | Refusal {
  const text = value['$if']
  const at = [...path, '$if']
  const match = typeof text === 'string' ? conditionForm.exec(text.trim()) : null
  if (match === null) {
    if (namesBroken(lastWordOf(text), scope)) return { finding: undefined }
    return invalid(
      'invalid-condition',
      at,
      `\`$if\` reads \`flag\` or \`not flag\`, with \`flag\` a boolean variable: found ${quote(text)}`,
    )
  }
  const [, negation, flag = ''] = match
  const names = flag.split('.')
  const result = resolveNames(names, scope)
  if (!isReference(result)) return unresolved(result, at, spanOfLast(String(text)))
  if (result.declaration.type !== 'boolean') {
    return invalid(
      'invalid-condition',
      at,
      `\`$if\` asks a boolean variable, and \`${flag}\` is ${withArticle(result.declaration.type)}: declare it as \`boolean\``,
    )
  }
  return { condition: conditionOf(result, negation === undefined) }
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
