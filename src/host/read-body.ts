/** Thrown when a body is longer than it may be. */
export class BodyTooLongError extends Error {}

/**
 * Reads a body as UTF-8 and stops at a limit, so that an endless answer cannot fill the memory.
 * @throws {@link BodyTooLongError} past the limit, and whatever the stream fails with.
 */
export async function readBody(
  body: ReadableStream<Uint8Array> | null,
  maxBytes: number,
): Promise<string> {
  if (body === null) return ''
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let bytes = 0
  let text = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    bytes += value.byteLength
    if (bytes > maxBytes) {
      cancelQuietly(reader)
      throw new BodyTooLongError(`the body is longer than ${maxBytes} bytes`)
    }
    text += decoder.decode(value, { stream: true })
  }
}

/** Gives up what is left of a stream; nobody is interested in whether that works. */
export function cancelQuietly(stream: { cancel(): Promise<void> } | null): void {
  stream?.cancel().catch(() => {})
}
