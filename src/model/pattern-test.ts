import type { StringDeclaration } from './declaration.ts'
import type { Form, Forms, PatternTest } from './form.ts'
import { linearPattern } from './linear-pattern.ts'
import { mayVary } from './may-vary.ts'
import { staleCode } from './stale-code.ts'

/**
 * What tests the pattern of a declaration. Tools have patterns as they are written, generated code
 * brings what tests them: so an application carries no parser of patterns that it does not use.
 * @throws ConnectlyError in an application whose code an older version generated.
 */
export function patternTestOf(
  declaration: StringDeclaration<Form>,
  pattern: Forms[Form]['pattern'],
): PatternTest {
  if (typeof pattern !== 'string') return pattern
  if (!mayVary) throw staleCode()
  // Declarations live as long as the program, so each pattern is read once.
  const known = tests.get(declaration) ?? linearPattern(pattern)
  tests.set(declaration, known)
  return known
}

const tests = new WeakMap<StringDeclaration<Form>, PatternTest>()
