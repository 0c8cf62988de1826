import type { Reference } from './bounds.ts'
import type { Declaration } from './declaration.ts'
import { shapeOf } from './shape-of.ts'
import { longestSpaceRun } from './space-run.ts'

/** A use of a variable, with what its string form can become worked out when it is asked for. */
export function referenceTo(
  declaration: Declaration,
  names: readonly string[],
  place: Pick<Reference, 'declaredAt' | 'loop'> = { declaredAt: [] },
): Reference {
  return {
    names,
    declaration,
    ...place,
    shape: () => shapeOf(declaration),
    shapeUpTo: (maxLength) =>
      shapeOf(declaration.type === 'string' ? { ...declaration, maxLength } : declaration),
    longestSpaceRun: (cap) => longestSpaceRun(declaration, cap),
  }
}
