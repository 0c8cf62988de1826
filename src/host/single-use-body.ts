/**
 * A body that can be read only once, so that nothing below can send it twice: Node's `fetch`
 * repeats a request by itself when it is answered with 421, unless its body is a stream. Elsewhere
 * nothing repeats, but streams are sent in chunks there, or only over HTTP/2, so a text stays one.
 */
export function singleUseBody(text: string): SingleUseBody {
  if (!isNode()) return { headers: {}, init: { body: text } }
  const bytes = new TextEncoder().encode(text)
  const body = new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        controller.enqueue(bytes)
        controller.close()
      },
    },
    { highWaterMark: 0 },
  )
  return { headers: { 'content-length': String(bytes.length) }, init: { body, duplex: 'half' } }
}

/** A body and what `fetch` must know of it. */
export interface SingleUseBody {
  readonly headers: { readonly [name: string]: string }
  readonly init: { readonly body: NonNullable<RequestInit['body']>; readonly duplex?: 'half' }
}

function isNode(): boolean {
  return globalThis.navigator?.userAgent?.startsWith('Node.js/') ?? false
}
