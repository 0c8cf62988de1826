import type { AnyPattern, PatternTest, StringDeclaration } from './declaration.ts'
import { ConnectlyError } from './errors.ts'
import { linearPattern } from './linear-pattern.ts'
import { mayVary } from './may-vary.ts'

/**
 * What tests the pattern of a declaration. Tools have patterns as they are written, generated code
 * brings what tests them: so an application carries no parser of patterns that it does not use.
 * @throws {@link ConnectlyError} in an application whose code an older version generated.
 */
export function patternTestOf(
  declaration: StringDeclaration<AnyPattern>,
  pattern: AnyPattern,
): PatternTest {
  if (typeof pattern !== 'string') return pattern
  if (!mayVary)
    throw new ConnectlyError('an older version generated this: run `connectly generate`')
  // Declarations live as long as the program, so each pattern is read once.
  const known = tests.get(declaration) ?? linearPattern(pattern)
  tests.set(declaration, known)
  return known
}

const tests = new WeakMap<StringDeclaration<AnyPattern>, PatternTest>()
