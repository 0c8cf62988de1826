import type { Declarations } from '../model/declaration.ts'
import { hasOwn } from '../model/json.ts'
import type { FieldProblem, ListedRow } from '../model/recipient-row.ts'
import type { Path } from '../model/source.ts'

/** Keys of a line with a meaning of their own, which may be called like a variable. */
const ownKeys: ReadonlySet<string> = new Set(['to', 'name', 'locale'])

/** Whether a variable of this path stands in a line beside `variables`. */
export function isBeside({ beside = {} }: ListedRow, [name, ...below]: Path): boolean {
  const isVariable = typeof name === 'string' && name !== 'variables' && below.length === 0
  return isVariable && hasOwn(beside, name)
}

/**
 * Finds values that stand beside `variables` and not in it: they would be left out, and a default
 * would be sent in their place.
 */
export function findMisplaced(row: ListedRow, declarations: Declarations): readonly FieldProblem[] {
  if (row.problems.some(({ path: [first] }) => first === 'variables')) return []
  return Object.entries(declarations).flatMap(([name, declaration]) => {
    if (!isBeside(row, [name]) || hasOwn(row.variables, name)) return []
    const isOwnKey = ownKeys.has(name)
    if (isOwnKey && declaration.default !== undefined) return []
    const example = `{"variables": {${JSON.stringify(name)}: …}}`
    const message = isOwnKey
      ? `\`${name}\` is missing in \`variables\`, the one beside it is another thing: ${example}`
      : `\`${name}\` stands beside \`variables\` and belongs into it: ${example}`
    return [{ path: [name], fault: 'invalid-variable', message }]
  })
}
