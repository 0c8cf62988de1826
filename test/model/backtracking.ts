import { isInClass, type PatternNode } from '../../src/model/pattern-syntax.ts'

/**
 * How many steps it takes to look for a pattern at the front of a text the way the engines of
 * JavaScript do: one way after the other, going back where a way ends. Counting ends at a million.
 */
export function countBacktracking(root: PatternNode, text: string): number {
  let steps = 0
  const visit = (node: PatternNode, at: number, goOn: (at: number) => boolean): boolean => {
    if (++steps > maxSteps) return true
    switch (node.type) {
      case 'class': {
        const codePoint = text.codePointAt(at)
        const isTaken = codePoint !== undefined && isInClass(node.class, codePoint)
        return isTaken && goOn(at + (codePoint > 0xffff ? 2 : 1))
      }
      case 'start':
        return at === 0 && goOn(at)
      case 'end':
        return at === text.length && goOn(at)
      case 'sequence':
        return visitAll(node.items, 0, at, goOn)
      case 'choice':
        return node.options.some((option) => visit(option, at, goOn))
      case 'repeat':
        return repeat(node, 0, at, goOn)
      default:
        return node satisfies never
    }
  }
  const visitAll = (
    items: readonly PatternNode[],
    index: number,
    at: number,
    goOn: (at: number) => boolean,
  ): boolean => {
    const item = items[index]
    return item === undefined
      ? goOn(at)
      : visit(item, at, (next) => visitAll(items, index + 1, next, goOn))
  }
  const repeat = (
    node: PatternNode & { readonly type: 'repeat' },
    count: number,
    at: number,
    goOn: (at: number) => boolean,
  ): boolean => {
    const isMore =
      count < node.max &&
      visit(node.item, at, (next) => {
        // A round that took nothing and was not asked for is no way.
        if (count >= node.min && next === at) return false
        return repeat(node, count + 1, next, goOn)
      })
    return isMore || (count >= node.min && goOn(at))
  }
  visit(root, 0, () => true)
  return steps
}

const maxSteps = 1_000_000
