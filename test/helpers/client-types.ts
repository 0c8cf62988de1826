import { execFile } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

const root = join(import.meta.dirname, '../..')

/** Where {@link writeClientTypes} puts the types of the client, below its folder. */
export const clientTypes = './types/src/client.d.ts'

let made: Promise<string> | undefined

/** Puts the package's types there as they are published, made of the sources as they are now. */
export async function writeClientTypes(folder: string): Promise<void> {
  // The sources stay what they are as long as a process runs.
  made ??= makeTypes()
  symlinkSync(await made, join(folder, 'types'), 'dir')
}

/** A folder for this process. Those that test the code are killed, so the next one clears up. */
async function makeTypes(): Promise<string> {
  const cache = join(root, 'node_modules/.cache/client-types')
  mkdirSync(cache, { recursive: true })
  for (const pid of readdirSync(cache).filter((name) => !isRunning(Number(name)))) {
    rmSync(join(cache, pid), { recursive: true, force: true })
  }
  const folder = join(cache, String(process.pid))
  const compiler = join(root, 'node_modules/typescript/bin/tsc')
  const args = [compiler, '-p', join(root, 'src'), '--outDir', folder]
  await promisify(execFile)(process.execPath, args)
  return folder
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
