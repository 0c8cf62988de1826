import { isUtf8 } from 'node:buffer'
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Source } from '../model/source.ts'
import { reasonOf } from './paths.ts'

/** A file's text, or what is wrong with the file. */
export type ReadResult = { readonly source: Source } | { readonly diagnostic: Diagnostic }

/** A file, by the path that people see and the one that the system wants. */
export interface FilePath {
  readonly path: string
  readonly absolute: string
}

/** Bytes beyond which a file is not even read. */
export const maxFileBytes: number = 8 * 1024 * 1024

/** Reads a text file: a regular file of a sensible size that is UTF-8 to its last byte. */
export function readSource(file: FilePath): ReadResult {
  const bytes = readBytes(file.absolute)
  if (typeof bytes === 'string') return { diagnostic: unreadable(file.path, bytes) }
  return decodeSource(file.path, bytes)
}

/** Decodes bytes that came from elsewhere (standard input) as a source. */
export function decodeSource(path: string, bytes: Uint8Array): ReadResult {
  if (bytes.length > maxFileBytes) return { diagnostic: unreadable(path, tooLarge(bytes.length)) }
  if (!isUtf8(bytes)) return { diagnostic: unreadable(path, describeNotUtf8(bytes)) }
  // A byte-order mark stays in the text, so that offsets and edits fit the file.
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
  return { source: { path, text } }
}

/** Reads no more than was promised, even where the file grows meanwhile; else says why not. */
function readBytes(absolute: string): Uint8Array | string {
  let handle: number | undefined
  try {
    // Opening a pipe would wait for a writer, so its kind is asked for first.
    const status = statSync(absolute)
    if (!status.isFile()) return 'this is no regular file'
    if (status.size > maxFileBytes) return tooLarge(status.size)
    handle = openSync(absolute, 'r')
    return readUpTo(handle, status.size)
  } catch (error) {
    return `the file cannot be read: ${reasonOf(error)}`
  } finally {
    if (handle !== undefined) closeSync(handle)
  }
}

/** Read into once and again: what is read is decoded before the next file is. */
const room = Buffer.allocUnsafeSlow(64 * 1024)

/** Reads a file to its end, or up to one byte more than is allowed. */
function readUpTo(handle: number, expectedBytes: number): Uint8Array {
  const chunks: Uint8Array[] = []
  let length = 0
  // One byte more than promised shows whether there is more.
  let chunk = expectedBytes < room.length ? room : new Uint8Array(expectedBytes + 1)
  while (length <= maxFileBytes) {
    const wanted = Math.min(chunk.length, maxFileBytes + 1 - length)
    const bytesRead = readSync(handle, chunk, 0, wanted, null)
    const read = chunk.subarray(0, bytesRead)
    length += bytesRead
    if (bytesRead < chunk.length && chunks.length === 0 && length >= expectedBytes) return read
    if (bytesRead === 0) break
    chunks.push(read)
    chunk = new Uint8Array(room.length)
  }
  return Buffer.concat(chunks)
}

function unreadable(file: string, message: string): Diagnostic {
  const range = { start: 0, end: 0 }
  return { file, rule: 'unreadable-file', severity: 'error', message, range, path: [] }
}

function tooLarge(bytes: number): string {
  return `the file has ${bytes} bytes, files of more than ${maxFileBytes} are not read: split it`
}

/** Says what is wrong with bytes that are not UTF-8; `base` is the offset of the first of them. */
export function describeNotUtf8(bytes: Uint8Array, base = 0): string {
  const [first, second] = base === 0 ? bytes : []
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return 'the file is UTF-16, files are read as UTF-8: save it as UTF-8'
  }
  const offset = findInvalidByte(bytes)
  const byte = (bytes[offset] ?? 0).toString(16).padStart(2, '0')
  return `the file is not UTF-8: the byte 0x${byte} at byte offset ${base + offset} belongs to no character, save the file as UTF-8`
}

/** The offset of the first byte that is not part of a UTF-8 character. */
export function findInvalidByte(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let low = 0
  let high = bytes.length
  // The longest beginning that decodes, an unfinished character at its end allowed.
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (isDecodable(decoder, bytes.subarray(0, middle))) low = middle
    else high = middle - 1
  }
  return startOfCharacter(bytes, low)
}

function isDecodable(decoder: TextDecoder, bytes: Uint8Array): boolean {
  try {
    decoder.decode(bytes, { stream: true })
    return true
  } catch {
    return false
  } finally {
    flush(decoder)
  }
}

function flush(decoder: TextDecoder): void {
  try {
    decoder.decode()
  } catch {
    // An unfinished character was left over: it is judged with the bytes that follow it.
  }
}

/** A character that breaks off begins before the byte that shows it. */
function startOfCharacter(bytes: Uint8Array, end: number): number {
  for (let back = 1; back <= 3 && end - back >= 0; back++) {
    const byte = bytes[end - back] ?? 0
    if (byte >= 0xc0) return lengthOf(byte) > back ? end - back : end
    if (byte < 0x80) return end
  }
  return end
}

function lengthOf(lead: number): number {
  if (lead >= 0xf0) return 4
  return lead >= 0xe0 ? 3 : 2
}
