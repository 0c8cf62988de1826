import type { PatternTest } from './form.ts'

/**
 * A `RegExp` under the name that its author gave it. Generated modules call it where the expression
 * had to be written differently: with `\/` for a slash, say.
 */
export function nativePattern(source: string, expression: RegExp): PatternTest {
  return { source, test: (text) => expression.test(text) }
}
