import { readFile, realpath, stat } from 'node:fs/promises'
import { reasonOf } from './paths.ts'
import { writeTextFile } from './write-text.ts'

/**
 * Gives a file another text, if it still has the one that was read. A link stays a link, and the
 * permissions stay as they are.
 *
 * @param file Absolute
 * @returns Why it was not written, if it was not
 */
export async function replaceText(
  file: string,
  before: string,
  text: string,
): Promise<string | undefined> {
  try {
    const target = await realpath(file)
    const { mode } = await stat(target)
    if ((await readFile(target, 'utf8')) !== before) {
      return 'the file was changed meanwhile and is left as it is: run the command again'
    }
    await writeTextFile(target, text, mode & 0o7777)
    return undefined
  } catch (error) {
    return `the file cannot be written: ${reasonOf(error)}`
  }
}
