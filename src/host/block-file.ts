import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { ConnectlyError } from '../model/errors.ts'
import { reasonOf } from './paths.ts'

const blockBytes = 128 * 1024
const markBytes = 16

/** A file that is read more than once and has to stay the same. */
export interface BlockFile {
  /** SHA-256 of all bytes in hexadecimal; there is none before the first reading has ended. */
  readonly digest: string | undefined
  /**
   * Reads the file from its beginning. From the second reading on, each block is compared with the
   * first one before it is handed out, so that nothing of a changed file is ever used. A block is
   * only valid until the next one is asked for.
   * @throws {@link ConnectlyError} for a file that changed or cannot be read any more.
   */
  read(): AsyncGenerator<Buffer>
  close(): Promise<void>
}

/**
 * Opens a file. What is opened stays the same file, also where another takes its name.
 * @throws {@link ConnectlyError} for what is no regular file or cannot be read.
 */
export async function openBlockFile(absolute: string, label: string): Promise<BlockFile> {
  const handle = await openRegular(absolute, label)
  const marks: Buffer[] = []
  let digest: string | undefined
  return {
    get digest() {
      return digest
    },
    read: async function* read() {
      const isFirst = digest === undefined
      const hash = createHash('sha256')
      let index = 0
      for await (const block of readBlocks(handle, label)) {
        const mark = createHash('sha256').update(block).digest().subarray(0, markBytes)
        if (isFirst) {
          marks[index] = Buffer.from(mark)
          hash.update(block)
        } else if (marks[index]?.equals(mark) !== true) throw changed(label)
        index++
        yield block
      }
      if (isFirst) digest = hash.digest('hex')
      else if (index !== marks.length) throw changed(label)
    },
    close: () => handle.close(),
  }
}

function changed(label: string): ConnectlyError {
  return new ConnectlyError(
    `${label} changed while it was read: nothing of the new text was sent, let whatever writes it finish`,
  )
}

async function openRegular(absolute: string, label: string): Promise<FileHandle> {
  let handle: FileHandle
  try {
    // A pipe that nobody writes to would wait for ever, so its kind is asked for without waiting.
    const { constants } = await import('node:fs')
    handle = await open(absolute, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  } catch (error) {
    throw new ConnectlyError(`${label} cannot be read: ${reasonOf(error)}`)
  }
  if ((await handle.stat()).isFile()) return handle
  await handle.close()
  throw new ConnectlyError(`${label} is no regular file, and it is read twice: save it as a file`)
}

async function* readBlocks(handle: FileHandle, label: string): AsyncGenerator<Buffer> {
  const block = Buffer.allocUnsafeSlow(blockBytes)
  for (let position = 0; ; ) {
    let length = 0
    while (length < blockBytes) {
      const bytesRead = await readAt(handle, block, length, position + length, label)
      if (bytesRead === 0) break
      length += bytesRead
    }
    if (length === 0) return
    yield block.subarray(0, length)
    position += length
  }
}

async function readAt(
  handle: FileHandle,
  block: Buffer,
  offset: number,
  position: number,
  label: string,
): Promise<number> {
  try {
    const { bytesRead } = await handle.read(block, offset, block.length - offset, position)
    return bytesRead
  } catch (error) {
    throw new ConnectlyError(`${label} cannot be read: ${reasonOf(error)}`)
  }
}
