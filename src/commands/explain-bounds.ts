import { explainBounds } from '../emit/explain-bounds.ts'
import { printable } from '../emit/printable.ts'
import { createPaint } from '../emit/style.ts'
import { type Compilation, compile } from '../language/compile.ts'
import type { ProjectFile } from '../language/group-files.ts'
import { defaultBounds } from '../model/declaration.ts'
import { type CommandIo, type ExitCode, exitCodes } from './command.ts'
import { nameOfMessage, unknownMessage } from './find-message.ts'
import type { ReadProject } from './open-project.ts'

/**
 * Prints how far everything in a message can reach, for each of its locales: also for one with
 * errors, which is when people ask.
 */
export function showBounds(read: ReadProject, wanted: string, io: CommandIo): ExitCode {
  const name = nameOfMessage(wanted, read, io)
  const files = read.files.filter(({ path }) => 'name' in path && path.name === name)
  if (files.length === 0) throw unknownMessage(name, read)
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
