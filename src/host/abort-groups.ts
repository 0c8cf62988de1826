/** Items that wait until the signal that came with them is aborted. */
export interface AbortGroups<T> {
  add(signal: AbortSignal | undefined, item: T): void
  remove(signal: AbortSignal | undefined, item: T): void
}

/**
 * Listens once to a signal, however many items came with it: a listener for each of them would be
 * looked for among all the others whenever one is added or removed.
 */
export function createAbortGroups<T>(onAbort: (item: T) => void): AbortGroups<T> {
  const groups = new Map<AbortSignal, { readonly items: Set<T>; readonly listener: () => void }>()
  const drop = (signal: AbortSignal): Iterable<T> => {
    const group = groups.get(signal)
    if (group === undefined) return []
    signal.removeEventListener('abort', group.listener)
    groups.delete(signal)
    return group.items
  }
  return {
    add: (signal, item) => {
      if (signal === undefined) return
      const known = groups.get(signal)
      if (known !== undefined) {
        known.items.add(item)
        return
      }
      const listener = (): void => {
        for (const left of drop(signal)) onAbort(left)
      }
      signal.addEventListener('abort', listener)
      groups.set(signal, { items: new Set([item]), listener })
    },
    remove: (signal, item) => {
      if (signal === undefined) return
      const group = groups.get(signal)
      group?.items.delete(item)
      if (group?.items.size === 0) drop(signal)
    },
  }
}
