import type { Guard, Loop } from '../model/bounds.ts'
import type { JsonValue } from '../model/json.ts'
import type { Pins } from '../model/witness.ts'

/** Keys and indexes from the variables to a value; `*` is every item of a list. */
export type VariablePath = readonly (string | number)[]

/** Which element of its list each loop stands at. */
export type Elements = ReadonlyMap<Loop, VariablePath>

/** Where the elements are that loops stand at, given an index for each loop, outermost first. */
export function elementsAt(loops: readonly Loop[], indexes: readonly (number | '*')[]): Elements {
  const elements = new Map<Loop, VariablePath>()
  for (const [depth, loop] of loops.entries()) {
    elements.set(loop, [
      ...pathOf(loop.source.split('.'), loop.parent, elements),
      indexes[depth] ?? 0,
    ])
  }
  return elements
}

/** Where a name of a loop's element, or of the message, stands among the variables. */
export function pathOf(
  names: readonly string[],
  loop: Loop | undefined,
  elements: Elements,
): VariablePath {
  const element = loop === undefined ? undefined : elements.get(loop)
  return element === undefined ? names : [...element, ...names.slice(1)]
}

/** Values that variables must have, as they are collected. */
export class PinBoard {
  readonly #root: Node = { children: new Map() }

  /** Pins a value; false where another one is pinned there. */
  pin(path: VariablePath, value: JsonValue): boolean {
    const node = this.#reach(path)
    if (node.value !== undefined && node.value !== value) return false
    node.value = value
    return true
  }

  /** Pins what conditions ask for; false where another value is pinned. */
  pinGuard(guard: Guard, elements: Elements): boolean {
    return guard.every(({ flag, value, loop }) =>
      this.pin(pathOf(flag.split('.'), loop, elements), value),
    )
  }

  /** Sees to it that there are the elements that loops stand at. */
  pinElements(elements: Elements): void {
    for (const path of elements.values()) this.#reach(path)
  }

  pins(): Pins {
    return toPins(this.#root)
  }

  #reach(path: VariablePath): Node {
    let node = this.#root
    for (const step of path) {
      const next: Node = node.children.get(step) ?? { children: new Map() }
      node.children.set(step, next)
      node = next
    }
    return node
  }
}

interface Node {
  value?: JsonValue
  readonly children: Map<string | number, Node>
}

function toPins({ value, children }: Node): Pins {
  const each = children.get('*')
  const own = [...children].filter(([step]) => step !== '*')
  return {
    ...(value === undefined ? {} : { value }),
    ...(each === undefined ? {} : { each: toPins(each) }),
    ...(own.length === 0 ? {} : { at: new Map(own.map(([step, node]) => [step, toPins(node)])) }),
  }
}
