import { faultOfChoice } from './check-choice.ts'
import { judgeList } from './check-list.ts'
import { faultOfNumber } from './check-number.ts'
import type { Declaration } from './declaration.ts'
import type { Form } from './form.ts'
import type { JsonValue } from './json.ts'
import type { ValuePlace } from './variable-problem.ts'

/** Judges one value: as it is used, or undefined after a problem was noted. */
export type JudgeValue = (
  declaration: Declaration<Form>,
  value: unknown,
  place: ValuePlace,
) => JsonValue | undefined

/** What judges values that not every message declares. */
export interface ValueChecks {
  readonly list?: typeof judgeList
  readonly number?: typeof faultOfNumber
  readonly choice?: typeof faultOfChoice
}

/** Judges lists. */
export const listValues: ValueChecks = { list: judgeList }

/** Judges numbers, whole ones among them. */
export const numberValues: ValueChecks = { number: faultOfNumber }

/** Judges values that `enum` or `const` list. */
export const choiceValues: ValueChecks = { choice: faultOfChoice }

/** Judges whatever can be declared. */
export const everyValue: ValueChecks = {
  list: judgeList,
  number: faultOfNumber,
  choice: faultOfChoice,
}
