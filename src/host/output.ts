import { fstatSync, statSync, writeSync } from 'node:fs'

/** Standard output or standard error. */
export interface Output {
  readonly isTerminal: boolean
  /** Columns of the terminal, where it is one. */
  readonly columns: number | undefined
  /** Writes all of it before it returns; a reader that went away is no mistake of anybody. */
  write(text: string): void
}

/**
 * Opens an output without the streams that Node makes for it, which cost 5 ms of a start: files,
 * pipes and sockets (what Node's own child processes have) are written to directly.
 */
export function openOutput(name: 'stdout' | 'stderr'): Output {
  const descriptor = name === 'stdout' ? 1 : 2
  if (process.platform === 'win32' || mayBeTerminal(descriptor)) return openStream(name)
  let isClosed = false
  return {
    isTerminal: false,
    columns: undefined,
    write: (text) => {
      if (!isClosed) isClosed = !writeAll(descriptor, Buffer.from(text))
    },
  }
}

function mayBeTerminal(descriptor: number): boolean {
  const status = fstatSync(descriptor)
  if (!status.isCharacterDevice()) return false
  return status.rdev !== statSync('/dev/null', { throwIfNoEntry: false })?.rdev
}

function openStream(name: 'stdout' | 'stderr'): Output {
  const stream = process[name]
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
  return {
    isTerminal: stream.isTTY === true,
    columns: stream.columns,
    write: (text) => {
      stream.write(text)
    },
  }
}

/** Whether the reader was still there. A full pipe is waited for. */
function writeAll(descriptor: number, bytes: Uint8Array): boolean {
  let written = 0
  while (written < bytes.length) {
    try {
      written += writeSync(descriptor, bytes, written)
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined
      if (code === 'EPIPE' || code === 'ECONNRESET') return false
      if (code !== 'EAGAIN') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
    }
  }
  return true
}
