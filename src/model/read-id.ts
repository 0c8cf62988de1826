import type { TextPart } from './bounds.ts'
import type { Declaration } from './declaration.ts'
import { referenceTo } from './reference-to.ts'
import type { VariableDeclarations } from './reply-table.ts'
import { parseTemplate } from './template.ts'
import { literalShape } from './text-shape.ts'

/**
 * An id taken apart, once for each way in which its variables are declared; not at all where one of
 * them is not.
 */
export function readId(
  id: string,
  variables: VariableDeclarations,
): readonly (readonly TextPart[])[] {
  let readings: readonly (readonly TextPart[])[] = [[]]
  for (const part of parseTemplate(id).parts) {
    const { span } = part
    const choices: readonly TextPart[] =
      part.type === 'literal'
        ? [{ span, shape: literalShape(part.text) }]
        : declarationsOf(variables, part.names.join('.')).map((declaration) => {
            const reference = referenceTo(declaration, part.names)
            return { span, shape: reference.shape(), reference }
          })
    readings = readings.flatMap((reading) => choices.map((one) => [...reading, one]))
  }
  return readings
}

/** What a variable may be: it can be declared in several ways. */
export function declarationsOf(
  variables: VariableDeclarations,
  name: string,
): readonly Declaration[] {
  const declared = Object.hasOwn(variables, name) ? variables[name] : undefined
  return declared === undefined ? [] : [declared].flat()
}
