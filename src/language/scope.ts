import type { Condition, Guard, Loop, Reference } from '../model/bounds.ts'
import type { Declaration, Declarations } from '../model/declaration.ts'
import { nearMiss } from '../model/near-miss.ts'
import { referenceTo } from '../model/reference-to.ts'
import type { Path } from '../model/source.ts'
import type { WalkScope } from '../model/walk.ts'

/** The names that a template can use at one place of a message. */
export interface Scope extends WalkScope {
  readonly declarations: Declarations
  /** Names whose declaration is broken: reported there, so nothing is said of their uses. */
  readonly broken: ReadonlySet<string>
}

/** Why a name could not be resolved. */
export interface ResolveProblem {
  /** Absent where the reason was reported already. */
  readonly message?: string
  /** The declared name that was probably meant. */
  readonly meant?: string
}

/** The scope at the root of a message. */
export function rootScope(declarations: Declarations, broken: ReadonlySet<string>): Scope {
  return { declarations, broken, loops: [], guard: [] }
}

/** The scope inside a `$each` and a `$if`. */
export function innerScope(scope: Scope, loop: Loop | undefined, own: Guard): Scope {
  return {
    ...scope,
    loops: loop === undefined ? scope.loops : [...scope.loops, loop],
    guard: [...scope.guard, ...own],
  }
}

/** Finds what a name, or names joined by full stops, stand for. */
export function resolveNames(names: readonly string[], scope: Scope): Reference | ResolveProblem {
  const [first = '', ...rest] = names
  const loop = scope.loops.findLast((candidate) => candidate.name === first)
  if (loop !== undefined) {
    const start = { declaration: loop.list.items, declaredAt: [...loop.declaredAt, 'items'] }
    return descend(names, rest, start, loop)
  }
  if (!Object.hasOwn(scope.declarations, first)) return undeclared(first, scope)
  const declaration = scope.declarations[first]
  if (declaration === undefined) return undeclared(first, scope)
  return descend(names, rest, { declaration, declaredAt: ['variables', first] }, undefined)
}

/** Whether a name was resolved. */
export function isReference(result: Reference | ResolveProblem): result is Reference {
  return 'declaration' in result
}

/** Whether a word is a name that cannot be one: that was reported where it is declared. */
export function namesBroken(word: string, { broken }: Scope): boolean {
  const name = word.trim()
  return broken.has(name) || broken.has(name.replace(/\..*/s, ''))
}

/** The condition that asks for a flag. */
export function conditionOf(reference: Reference, value: boolean): Condition {
  const { names, loop, declaredAt } = reference
  const condition = { flag: names.join('.'), value, declaredAt }
  return loop === undefined ? condition : { ...condition, loop }
}

interface Start {
  readonly declaration: Declaration
  readonly declaredAt: Path
}

function descend(
  names: readonly string[],
  rest: readonly string[],
  start: Start,
  loop: Loop | undefined,
): Reference | ResolveProblem {
  let { declaration, declaredAt } = start
  const walked = names.slice(0, names.length - rest.length)
  for (const name of rest) {
    if (declaration.type !== 'object') {
      return {
        message: `\`${walked.join('.')}\` is ${withArticle(declaration.type)} and has no property \`${name}\``,
      }
    }
    const next: Declaration | undefined = Object.hasOwn(declaration.properties, name)
      ? declaration.properties[name]
      : undefined
    if (next === undefined) {
      const meant = nearMiss(name, Object.keys(declaration.properties))
      return {
        message: `\`${walked.join('.')}\` has no property \`${name}\`${hint(meant, Object.keys(declaration.properties))}`,
      }
    }
    declaration = next
    declaredAt = [...declaredAt, 'properties', name]
    walked.push(name)
  }
  return referenceTo(declaration, names, {
    declaredAt,
    ...(loop === undefined ? {} : { loop }),
  })
}

function undeclared(name: string, scope: Scope): ResolveProblem {
  if (scope.broken.has(name)) return {}
  const known = [...scope.loops.map((loop) => loop.name), ...Object.keys(scope.declarations)]
  const meant = nearMiss(name, known)
  return {
    message: `\`${name}\` is not declared under \`variables\`${hint(meant, known)}`,
    ...(meant === undefined ? {} : { meant }),
  }
}

function hint(meant: string | undefined, known: readonly string[]): string {
  if (meant !== undefined) return `: did you mean \`${meant}\`?`
  if (known.length === 0) return ''
  const names = known.slice(0, 8).map((name) => `\`${name}\``)
  return `: known here ${names.length === 1 ? 'is' : 'are'} ${names.join(', ')}${known.length > 8 ? ' …' : ''}`
}

/** `an array`, `a string`. */
export function withArticle(type: string): string {
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`
}
