import type { MessageBounds, TextBounds } from '../../model/bounds.ts'
import type { Finding } from '../../model/diagnostic.ts'
import { type Limit, type LimitKind, limitsFor } from '../../model/limits.ts'
import type { Proof } from '../../model/rule.ts'
import type { Possibility, TextShape } from '../../model/shape.ts'
import { blame, proven } from './verdict.ts'

/** Every text for which there are limits of a kind, with each of them. */
export function* textLimitsOf(
  bounds: MessageBounds,
  kind: LimitKind,
): Iterable<{ readonly text: TextBounds; readonly limit: Limit }> {
  for (const text of bounds.texts) {
    for (const limit of limitsFor(text.field, kind)) yield { text, limit }
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
  const isBreakable = possibility === 'sometimes'
  const guilty =
    culprit && text.parts.find(({ reference, shape }) => reference && culprit(shape) !== 'never')
  const part = guilty ?? (isBreakable ? blame(text, (shape) => shape.length.max) : undefined)
  return {
    path: text.path,
    message: say(isBreakable),
    limit,
    isBreakable,
    ...(part === undefined ? {} : { span: part.span }),
  }
}

/** The fixed pieces of a text; a variable is shown as a character that none of our marks is. */
export function fixedText(text: TextBounds): string {
  const pieces = text.parts.map((part) =>
    part.reference === undefined ? (part.shape.values?.[0] ?? '') : '\uFFFC',
  )
  return pieces.join('')
}
