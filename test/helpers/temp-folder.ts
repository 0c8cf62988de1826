import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

/** Path below a folder, with `/` → text. */
export interface FileTexts {
  readonly [path: string]: string
}

/** A folder that is gone when its test has ended. */
export interface TempFolder {
  readonly path: string
  write(files: FileTexts): void
  read(path: string): string
  has(path: string): boolean
  /** Every file below it, sorted. */
  list(): readonly string[]
}

/** Makes a folder with files, and with a `.git`, so that no config is looked for above it. */
export function makeTempFolder(files: FileTexts = {}): TempFolder {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'connectly-test-')))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  const folder: TempFolder = {
    path,
    write: (texts) => {
      for (const [name, text] of Object.entries(texts)) {
        mkdirSync(dirname(join(path, name)), { recursive: true })
        writeFileSync(join(path, name), text)
      }
    },
    read: (name) => readFileSync(join(path, name), 'utf8'),
    has: (name) => existsSync(join(path, name)),
    list: () =>
      readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1))
        .filter((name) => name !== '.git')
        .toSorted(),
  }
  folder.write({ '.git': '', ...files })
  return folder
}
