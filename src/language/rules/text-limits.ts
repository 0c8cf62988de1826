import type { MessageBounds, TextBounds, TextPart } from '../../model/bounds.ts'
import type { Finding } from '../../model/diagnostic.ts'
import type { Limit, LimitKind } from '../../model/limits.ts'
import { mayVary } from '../../model/may-vary.ts'
import type { Proof } from '../../model/rule.ts'
import type { Possibility, TextShape } from '../../model/shape.ts'
import { blame, broken, proven } from './verdict.ts'

/** Every text for which there are limits of a kind, with each of them. */
export function* textLimitsOf(
  bounds: MessageBounds,
  kind: LimitKind,
): Iterable<{ readonly text: TextBounds; readonly limit: Limit }> {
  for (const text of bounds.texts) {
    for (const limit of bounds.limits.find(text.field, kind)) yield { text, limit }
  }
}

/**
 * The outcome for a text that breaks a limit never, sometimes or always. A finding points at the
 * variable that makes it happen, where there is one.
 */
export function judgePossibility(
  text: TextBounds,
  limit: Limit,
  possibility: Possibility,
  say: (isSometimes: boolean) => string,
  culprit?: (shape: TextShape) => Possibility,
): Finding | Proof {
  if (possibility === 'never') return proven(text.path)
  const isBreakable = mayVary && possibility === 'sometimes'
  const found = broken(text.path, limit, say(isBreakable))
  if (!mayVary) return found
  const finding = { ...found, isBreakable }
  const part = guiltyPart(text, culprit) ?? (isBreakable ? longestVariable(text) : undefined)
  return part === undefined ? finding : { ...finding, span: part.span }
}

function guiltyPart(
  { parts }: TextBounds,
  culprit: ((shape: TextShape) => Possibility) | undefined,
): TextPart | undefined {
  return culprit && parts.find(({ reference, shape }) => reference && culprit(shape) !== 'never')
}

function longestVariable(text: TextBounds): TextPart | undefined {
  return blame(text, (shape) => shape.length.max)
}

/** The fixed pieces of a text; a variable is shown as a character that none of our marks is. */
export function fixedText(text: TextBounds): string {
  if (!mayVary) return text.source
  const pieces = text.parts.map((part) =>
    part.reference === undefined ? (part.shape.values?.[0] ?? '') : '\uFFFC',
  )
  return pieces.join('')
}
