/** First in, first out; both ends in constant time, however long it is. */
export interface Queue<T> {
  readonly size: number
  first(): T | undefined
  push(item: T): void
  shift(): T | undefined
}

/** Makes an empty queue. */
export function createQueue<T>(): Queue<T> {
  let items: T[] = []
  let head = 0
  return {
    get size() {
      return items.length - head
    },
    first: () => items[head],
    push: (item) => {
      items.push(item)
    },
    shift: () => {
      const item = items[head]
      if (head < items.length) head += 1
      // Moved down once half of it is behind us, so every item is moved about once.
      if (head > 32 && head * 2 > items.length) {
        items = items.slice(head)
        head = 0
      }
      return item
    },
  }
}
