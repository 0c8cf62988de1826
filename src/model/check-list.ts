import { faultsOfRepeats } from './check-repeats.ts'
import type { ArrayDeclaration } from './declaration.ts'
import type { Form } from './form.ts'
import type { JsonValue } from './json.ts'
import type { JudgeValue } from './value-checks.ts'
import {
  maxProblems,
  note,
  noteFault,
  noteType,
  typeWords,
  type ValuePlace,
} from './variable-problem.ts'

/** Judges a list: how long it is, each of its items, and what no two of them may share. */
export function judgeList(
  declaration: ArrayDeclaration<Form>,
  value: unknown,
  place: ValuePlace,
  judge: JudgeValue,
): JsonValue | undefined {
  if (!Array.isArray(value)) return noteType(place, value, typeWords.array)
  const { minItems = 0, maxItems, items } = declaration
  const size = value.length === 1 ? '1 item' : `${value.length} items`
  if (value.length < minItems) {
    return noteFault(
      place,
      {
        keyword: 'minItems',
        message: `has ${size}, and at least ${minItems} are needed: add ${minItems - value.length}`,
      },
      undefined,
    )
  }
  // The items of a list that is too long are not looked at: there may be millions.
  if (value.length > maxItems) {
    return noteFault(
      place,
      {
        keyword: 'maxItems',
        message: `has ${size}, at most ${maxItems} are allowed: remove ${value.length - maxItems}`,
      },
      undefined,
    )
  }
  const before = place.problems.length
  const checked: JsonValue[] = []
  for (let index = 0; index < value.length && place.problems.length < maxProblems; index++) {
    const item = judge(items, value[index], { ...place, path: [...place.path, index] })
    if (item !== undefined) checked.push(item)
  }
  if (place.problems.length > before || checked.length < value.length) return undefined
  for (const { path, ...fault } of faultsOfRepeats(declaration, checked, place.path)) {
    note({ ...place, path }, fault)
  }
  return checked
}
