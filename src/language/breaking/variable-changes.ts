import type { Declaration, Declarations } from '../../model/declaration.ts'
import { declarationData } from '../../model/declaration-data.ts'
import { hasOwn } from '../../model/json.ts'
import { canonicalJson } from '../../model/same-value.ts'
import type { MessagePair } from './project-pair.ts'

/** What became of the variables of a message. */
export interface VariableChanges {
  readonly added: readonly NamedDeclaration[]
  readonly removed: readonly NamedDeclaration[]
  /** Gone under one name and there under another, otherwise the same. */
  readonly renamed: readonly { readonly from: string; readonly to: NamedDeclaration }[]
  readonly kept: readonly {
    readonly name: string
    readonly before: Declaration
    readonly after: Declaration
  }[]
}

/** A variable. */
export interface NamedDeclaration {
  readonly name: string
  readonly declaration: Declaration
}

const known = new WeakMap<MessagePair['before'], WeakMap<MessagePair['after'], VariableChanges>>()

/** Compares the variables of a message; several rules ask. */
export function variableChanges({ before, after }: MessagePair): VariableChanges {
  const others = known.get(before) ?? new WeakMap<MessagePair['after'], VariableChanges>()
  known.set(before, others)
  const changes = others.get(after) ?? compareVariables(before.variables, after.variables)
  others.set(after, changes)
  return changes
}

function compareVariables(before: Declarations, after: Declarations): VariableChanges {
  const gone = missingIn(before, after)
  const fresh = missingIn(after, before)
  const renamed: { from: string; to: NamedDeclaration }[] = []
  for (const { name, declaration } of gone) {
    const key = keyOf(declaration)
    const to = fresh.find(
      (one) => keyOf(one.declaration) === key && !renamed.some((pair) => pair.to === one),
    )
    if (to !== undefined) renamed.push({ from: name, to })
  }
  return {
    renamed,
    removed: gone.filter(({ name }) => !renamed.some(({ from }) => from === name)),
    added: fresh.filter((one) => !renamed.some(({ to }) => to === one)),
    kept: Object.entries(before).flatMap(([name, declaration]) => {
      const now = hasOwn(after, name) ? after[name] : undefined
      return now === undefined ? [] : [{ name, before: declaration, after: now }]
    }),
  }
}

function missingIn(these: Declarations, those: Declarations): readonly NamedDeclaration[] {
  return Object.entries(these).flatMap(([name, declaration]) =>
    hasOwn(those, name) ? [] : [{ name, declaration }],
  )
}

function keyOf(declaration: Declaration): string {
  return canonicalJson(declarationData(declaration))
}
