import { randomBytes } from 'node:crypto'
import { mkdir, open, rename, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * Writes a file in one step: a reader sees the old text or the new one, never a part, since the new
 * file takes the old one's name.
 *
 * @param file Absolute
 * @param mode The permissions of the file; the system's usual ones where it says none
 */
export async function writeTextFile(file: string, text: string, mode?: number): Promise<void> {
  const folder = dirname(file)
  const temporary = join(folder, `.connectly-${randomBytes(6).toString('hex')}.tmp`)
  try {
    await mkdir(folder, { recursive: true })
    const handle = await open(temporary, 'wx')
    try {
      await handle.writeFile(text)
      if (mode !== undefined) await handle.chmod(mode)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(temporary, file)
  } catch (error) {
    await unlink(temporary).catch(() => undefined)
    throw error
  }
}
