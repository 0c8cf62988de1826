import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

const root = join(import.meta.dirname, '../..')

/** Where {@link writeClientTypes} puts the types of the client, below its folder. */
export const clientTypes = './types/src/client.d.ts'

/** Writes the package's types as they are published, made of the sources as they are now. */
export async function writeClientTypes(folder: string): Promise<void> {
  const compiler = join(root, 'node_modules/typescript/bin/tsc')
  const args = [compiler, '-p', join(root, 'src'), '--outDir', join(folder, 'types')]
  await promisify(execFile)(process.execPath, args)
}
