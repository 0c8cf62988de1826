import type { Mutation } from './mutation.ts'
import { byteMutations } from './mutations/bytes.ts'
import { countMutations } from './mutations/counts.ts'
import { equalityMutations } from './mutations/equality.ts'
import { fitMutations } from './mutations/fits.ts'
import { numberMutations } from './mutations/numbers.ts'
import { stringMutations } from './mutations/strings.ts'
import { textMutations } from './mutations/texts.ts'

/** Each makes the checker overlook, or invent, something; a test must notice every one. */
export const mutations: readonly Mutation[] = [
  ...stringMutations,
  ...byteMutations,
  ...textMutations,
  ...numberMutations,
  ...countMutations,
  ...equalityMutations,
  ...fitMutations,
]
