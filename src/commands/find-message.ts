import { relative, resolve } from 'node:path'
import type { LoadedConfig } from '../host/load-config.ts'
import { toPosix } from '../host/paths.ts'
import { compileProject, type ProjectCompilation } from '../language/project.ts'
import type { CompiledMessage } from '../model/message.ts'
import { nearMiss } from '../model/near-miss.ts'
import { type CommandIo, UsageError } from './command.ts'
import { type ReadProject, readProject, withUnread } from './open-project.ts'

/**
 * Compiles a project and finds one of its messages, by its name or by the path of a file.
 * @throws {@link UsageError} that says which messages there are, or that this one has errors
 */
export async function openMessage(
  wanted: string,
  loaded: LoadedConfig,
  io: CommandIo,
): Promise<CompiledMessage> {
  const read = await readProject(loaded, io)
  const compiled = withUnread(compileProject(read.files, read.options), read)
  const name = nameOfMessage(wanted, read, io)
  const found = compiled.messages.find((message) => message.name === name)
  if (found !== undefined) return found
  throw brokenMessage(name, compiled, read) ?? unknownMessage(name, read)
}

/** The name of a message that is called by its name or by the path of one of its files. */
export function nameOfMessage(
  wanted: string,
  { names }: ReadProject,
  { cwd }: Pick<CommandIo, 'cwd'>,
): string {
  const path = toPosix(relative(cwd, resolve(cwd, wanted)))
  return names.get(path) ?? wanted.replace(/\.ya?ml$/, '').replace(/^messages\//, '')
}

/** The way on for the name of a message that is not there. */
export function unknownMessage(name: string, read: ReadProject): UsageError {
  const names = [...new Set(read.names.values())]
  const meant = nearMiss(name, names)
  const list = names.slice(0, 12).map((known) => `  ${known}`)
  const more = names.length > 12 ? [`  … and ${names.length - 12} more`] : []
  return new UsageError(
    [
      `there is no message \`${name}\`${meant === undefined ? '' : `: did you mean \`${meant}\`?`}`,
      ...(names.length === 0 ? ['no message was found at all'] : ['known are:', ...list, ...more]),
    ].join('\n'),
  )
}

function brokenMessage(
  name: string,
  { diagnostics }: ProjectCompilation,
  { names }: ReadProject,
): UsageError | undefined {
  const broken = diagnostics.find(
    ({ file, severity }) => severity === 'error' && names.get(file) === name,
  )
  if (broken === undefined) return undefined
  return new UsageError(`\`${name}\` has errors: run \`connectly lint ${broken.file}\` to see them`)
}
