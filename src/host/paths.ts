import { isAbsolute, relative, sep } from 'node:path'

/** Writes a path with `/` on every system. */
export function toPosix(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/')
}

/** Whether a path is a folder or lies below it, by spelling. Both are absolute. */
export function isBelow(path: string, folder: string): boolean {
  const between = relative(folder, path)
  return !(between === '..' || between.startsWith(`..${sep}`) || isAbsolute(between))
}

/** Says in plain words why the file system refused. */
export function reasonOf(error: unknown): string {
  const code = codeOf(error)
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'no such file or folder'
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied'
  if (code === 'EISDIR') return 'a folder, and a file is meant'
  if (code === 'EROFS') return 'the file system is read-only'
  if (code === 'ENOSPC') return 'no space is left'
  if (code === 'ELOOP') return 'a symbolic link that leads to itself'
  return error instanceof Error ? error.message : String(error)
}

/** The code of a file system error: `ENOENT`. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}
