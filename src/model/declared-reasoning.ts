import type { TextBounds } from './bounds.ts'
import { mayBeEqual, repeatingLoop, tellsApart } from './may-be-equal.ts'
import type { Reasoning } from './reasoning.ts'
import { arePartition, canCoexist, countIn, countTogether } from './worlds.ts'

/** About a message file: whatever its variables can be. */
export const declaredReasoning: Reasoning = {
  mayBeEqual,
  mayMeet: (left, right) => canCoexist(left.guard, right.guard) && !shareNoElement(left, right),
  repeatingLoop,
  countIn,
  countTogether,
  arePartition,
}

/**
 * Two texts that are made the same way of the same list, under conditions that exclude each other
 * for every element, meet only if two elements would give the same text.
 */
function shareNoElement(left: TextBounds, right: TextBounds): boolean {
  const [one, other] = [left.loops.at(-1), right.loops.at(-1)]
  if (one === undefined || other === undefined || left.loops.length !== 1) return false
  if (right.loops.length !== 1 || one.source !== other.source) return false
  const excludes = left.guard.some(
    (condition) =>
      condition.loop === one &&
      right.guard.some(
        (opposite) =>
          opposite.loop === other &&
          tail(opposite.flag) === tail(condition.flag) &&
          opposite.value !== condition.value,
      ),
  )
  const renamed = right.source.replaceAll(`{{ ${other.name}.`, `{{ ${one.name}.`)
  return excludes && renamed === left.source && tellsApart(left.parts, one, new Set([one]))
}

function tail(flag: string): string {
  return flag.slice(flag.indexOf('.') + 1)
}
