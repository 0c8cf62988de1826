import type { PatternTest } from './form.ts'
import { matchesPattern } from './pattern-matcher.ts'
import { type CompiledPattern, compilePattern } from './pattern-program.ts'

/**
 * Tests texts against a pattern in linear time, whatever the pattern is. Generated modules call it
 * for a pattern that a `RegExp` might take long for.
 */
export function linearPattern(source: string): PatternTest {
  // Read at the first text: a program that loads many messages sends few of them.
  let compiled: CompiledPattern | undefined | false
  return {
    source,
    test: (text) => {
      compiled ??= compile(source)
      return compiled !== false && matchesPattern(compiled, text)
    },
  }
}

/** Of a pattern that cannot be read lint spoke; nothing matches it. */
function compile(source: string): CompiledPattern | false {
  const result = compilePattern(source)
  return 'compiled' in result && result.compiled
}
