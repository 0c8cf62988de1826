import { isSurelyLinear } from '../model/surely-linear.ts'
import { type Code, codeOf, escapeHarmful, stringLiteral } from './literal.ts'

/**
 * What tests texts against a pattern, as code. A `RegExp` costs an application nothing and is read by
 * everybody; where it might take long, or where not every compiler reads it, the client's own matcher
 * is called. All of them say the same of every text.
 */
export function patternCode(source: string): Code {
  const expression = expressionOf(source)
  if (expression === undefined) return callOf('linearPattern', source)
  // A refusal names the pattern as its author wrote it.
  const isSame = expression === `/${source}/u`
  return isSame ? codeOf(expression) : callOf('nativePattern', source, expression)
}

function callOf(name: string, source: string, ...rest: readonly string[]): Code {
  const passed = [stringLiteral(source), ...rest].join(', ')
  return codeOf(`/* @__PURE__ */ ${name}(${passed})`, [name])
}

/** A pattern as a `RegExp`, if every compiler reads it and every engine is quick with it. */
function expressionOf(source: string): string | undefined {
  if (!isReadEverywhere(source) || !isSurelyLinear(source)) return undefined
  const escaped = source.replace(/\\.|\//gs, (found) => (found === '/' ? '\\/' : found))
  return `/${escapeHarmful(escaped)}/u`
}

/**
 * Whether compilers agree on the syntax: they check expressions, and know neither every property nor
 * always what a pair of surrogates is. Groups with a name ask for a newer target.
 */
function isReadEverywhere(source: string): boolean {
  const isPlain = !/[\ud800-\udfff]|\\u(?:\{|d[89a-f])|\(\?</i.test(source)
  const properties = [...source.matchAll(/\\p\{([^}]*)\}/gi)]
  return isPlain && properties.every(([, name = '']) => knownProperty.test(name))
}

/** General categories, and what every engine of the last years has besides. */
const knownProperty =
  /^(?:C|Cc|Cf|L|L[ulmot]|M|M[nce]|N|N[dlo]|P|P[cdseifo]|S|S[mcko]|Z|Z[slp]|Alphabetic|Lowercase|Uppercase|White_Space|Script=(?:Latin|Cyrillic|Greek|Arabic|Hebrew|Devanagari|Han|Hiragana|Katakana|Hangul|Thai))$/
