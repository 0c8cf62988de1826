/** A body that can be sent only once. */
export interface SingleUseBody {
  readonly headers: { readonly [name: string]: string }
  readonly init: { readonly body: NonNullable<RequestInit['body']>; readonly duplex?: 'half' }
  /** Notes that somebody has it now. */
  take(): void
  /** Takes it back, for good: false where somebody has it already, who may have sent it. */
  withdraw(): boolean
}

/**
 * Makes a body that nothing below can send twice: Node's `fetch` repeats a request by itself when it
 * is answered with 421, unless its body is a stream. Node also reads it only when it writes to a
 * connection, so it tells the moment, and what was never read was surely never sent. Elsewhere
 * nothing is repeated, but streams are sent in chunks there, or only over HTTP/2: a text stays one.
 */
export function singleUseBody(text: string, onTaken: () => void): SingleUseBody {
  let state: 'ours' | 'taken' | 'withdrawn' = 'ours'
  const take = (): void => {
    if (state !== 'ours') return
    state = 'taken'
    onTaken()
  }
  const withdraw = (): boolean => {
    if (state === 'ours') state = 'withdrawn'
    return state === 'withdrawn'
  }
  if (!isNode()) {
    take()
    return { headers: {}, init: { body: text }, take, withdraw }
  }
  const bytes = encoder.encode(text)
  const headers = { 'content-length': String(bytes.length) }
  const body = new ReadableStream({
    type: 'bytes', // other streams are read ahead
    pull: (controller) => {
      if (state === 'withdrawn') throw new Error('the body was withdrawn')
      take()
      controller.enqueue(bytes)
      controller.close()
    },
  })
  return { headers, init: { body, duplex: 'half' }, take, withdraw }
}

const encoder = new TextEncoder()

function isNode(): boolean {
  return globalThis.navigator?.userAgent?.startsWith('Node.js/') ?? false
}
