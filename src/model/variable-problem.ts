import type { Fault } from './check-string.ts'
import type { Declaration } from './declaration.ts'
import { describeValue } from './describe-value.ts'
import type { VariableProblem } from './errors.ts'
import { formatPath, type Path } from './source.ts'
import type { ValueChecks } from './value-checks.ts'

/** Nobody reads more, and a long list of wrong items must not become a longer list of messages. */
export const maxProblems = 100

/** Where a value stands, what is noted of it and what judges it. */
export interface ValuePlace {
  readonly path: Path
  readonly problems: VariableProblem[]
  readonly checks: ValueChecks
}

/** How the values of a type are called. */
export const typeWords: { readonly [type in Declaration['type']]: string } = {
  string: 'a string',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
}

/** Notes a fault of the value at a place. */
export function note({ path, problems }: ValuePlace, { keyword, message }: Fault): void {
  if (problems.length >= maxProblems) return
  const subject = path.length === 0 ? 'the value' : `\`${formatPath(path)}\``
  problems.push({ path, message: `${subject} ${message}`, keyword })
}

/** Notes that a value is of another type. */
export function noteType(place: ValuePlace, value: unknown, expected: string): undefined {
  note(place, { keyword: 'type', message: `is ${describeValue(value)}, and ${expected} is needed` })
}

/** The value, unless there is a fault, which is noted. */
export function noteFault<T>(place: ValuePlace, fault: Fault | undefined, value: T): T | undefined {
  if (fault === undefined) return value
  note(place, fault)
  return undefined
}
