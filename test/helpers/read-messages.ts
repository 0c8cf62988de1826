import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ProjectCompilation, ProjectOptions } from '../../src/language/project.ts'
import { compileFiles } from './compile-yaml.ts'

const folder = join(import.meta.dirname, '../../messages')

/** Compiles the messages of this repository with its locales. */
export function readMessages(options: Partial<ProjectOptions> = {}): ProjectCompilation {
  const files = Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => name.replaceAll('\\', '/'))
      .map((name) => [`messages/${name}`, readFileSync(join(folder, name), 'utf8')]),
  )
  const locales = { default: 'en', all: ['en', 'es', 'pt-BR'] }
  return compileFiles(files, { locales, ...options })
}
