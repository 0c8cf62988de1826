import type { TextPart } from './bounds.ts'
import type { JsonValue } from './json.ts'
import { witnessOf } from './witness.ts'

/** Some texts that a text can become, its variables at the edges of what they may be. */
export function sampleTexts(parts: readonly TextPart[]): readonly string[] {
  const texts = (['shortest', 'longest'] as const).flatMap((aim) => {
    const values = parts.map(({ reference, shape }): JsonValue | undefined =>
      reference === undefined ? shape.values?.[0] : witnessOf(reference.declaration, aim),
    )
    return values.includes(undefined) ? [] : [values.map(String).join('')]
  })
  return [...new Set(texts)]
}
