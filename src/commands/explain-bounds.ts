import { relative, resolve } from 'node:path'
import { explainBounds } from '../emit/explain-bounds.ts'
import { printable } from '../emit/printable.ts'
import { createPaint } from '../emit/style.ts'
import { toPosix } from '../host/paths.ts'
import { type Compilation, compile } from '../language/compile.ts'
import type { ProjectFile } from '../language/project.ts'
import { defaultBounds } from '../model/declaration.ts'
import { nearMiss } from '../model/near-miss.ts'
import { type CommandIo, type ExitCode, exitCodes, UsageError } from './command.ts'
import type { ReadProject } from './open-project.ts'

/**
 * Prints how far everything in a message can reach, for each of its locales: also for one with
 * errors, which is when people ask.
 */
export function showBounds(read: ReadProject, wanted: string, io: CommandIo): ExitCode {
  const name = nameOf(wanted, read, io)
  const files = read.files.filter(({ path }) => 'name' in path && path.name === name)
  if (files.length === 0) throw unknownMessage(read, name)
  const [base, ...variants] = files.toSorted(
    (left, right) => Number(isVariant(left)) - Number(isVariant(right)),
  )
  const tables: string[] = []
  const compiled = base === undefined ? undefined : compileFile(base, read)
  const others = variants.map((file) => compileFile(file, read, compiled))
  for (const { source, bounds } of [...(compiled === undefined ? [] : [compiled]), ...others]) {
    const paint = createPaint(io.color)
    const declaredIn = compiled?.root ?? {}
    const table =
      bounds === undefined
        ? 'cannot be read'
        : explainBounds(bounds, { paint, width: io.width, declaredIn })
    tables.push(`${paint('strong', printable(source.path))}\n\n${table}\n`)
  }
  io.out(tables.join('\n'))
  return exitCodes.done
}

/** A message is called by its name or by the path of one of its files. */
function nameOf(wanted: string, { files }: ReadProject, { cwd }: CommandIo): string {
  const path = toPosix(relative(cwd, resolve(cwd, wanted)))
  const file = files.find(({ source }) => source.path === path)
  return file !== undefined && 'name' in file.path ? file.path.name : wanted
}

function isVariant({ path }: ProjectFile): boolean {
  return 'name' in path && path.locale !== undefined
}

function compileFile(
  { source }: ProjectFile,
  { options }: ReadProject,
  inherited?: Compilation,
): Compilation {
  return compile(source, {
    settings: options.settingsFor(source.path),
    defaults: options.defaults ?? defaultBounds,
    ...(inherited === undefined ? {} : { inherited }),
  })
}

function unknownMessage({ files }: ReadProject, name: string): UsageError {
  const names = files.flatMap(({ path }) => ('name' in path ? path.name : []))
  const meant = nearMiss(name, names)
  return new UsageError(
    `there is no message \`${name}\`${meant === undefined ? '' : `: did you mean \`${meant}\`?`}`,
  )
}
