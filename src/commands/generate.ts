import { relative, resolve } from 'node:path'
import type { LoadedConfig } from '../host/load-config.ts'
import { isBelow } from '../host/paths.ts'
import {
  type Command,
  type CommandIo,
  type ExitCode,
  exitCodes,
  type OptionValues,
  UsageError,
} from './command.ts'
import { openConfig, openProject } from './open-project.ts'

/** `connectly generate`. */
export const generate: Command = {
  name: 'generate',
  summary: 'write a typed send function for every message',
  options: [
    {
      flags: '--check',
      description: 'write nothing; fail when a file is stale, missing or left over',
    },
    { flags: '--watch', description: 'write again whenever a message or the config changes' },
  ],
  examples: ['connectly generate', 'connectly generate --check', 'connectly generate --watch'],
  run: runGenerate,
}

async function runGenerate(
  _args: readonly string[],
  options: OptionValues,
  io: CommandIo,
): Promise<ExitCode> {
  const isCheck = options['check'] === true
  if (options['watch'] !== true) {
    return generateOnce(await openConfig(options, io), io, { isCheck })
  }
  if (isCheck) throw new UsageError('--check writes nothing and --watch writes: use one of them')
  const { watchProject } = await import('./watch-project.ts')
  return watchProject((loaded) => generateOnce(loaded, io), options, { io })
}

async function generateOnce(
  loaded: LoadedConfig,
  io: CommandIo,
  { isCheck = false }: { readonly isCheck?: boolean } = {},
): Promise<ExitCode> {
  const { generateFiles } = await import('../emit/generate.ts')
  const { checkFiles, readManifest, writeFiles } = await import('../host/write-files.ts')
  const compiled = await openProject(loaded, io)
  if (compiled.files === 0) {
    throw new UsageError(`no message file was found in ${loaded.config.messages.join(' ')}`)
  }
  const errors = compiled.diagnostics.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) {
    const { pretty } = await import('../emit/reporters/pretty.ts')
    io.log(`${pretty({ ...compiled, diagnostics: errors }, io)}\n`)
    io.log('nothing was written: generate needs files without errors\n')
    return exitCodes.findings
  }
  const { emit, importExtension } = loaded.config
  const files = await generateFiles(compiled.messages, { emit, importExtension })
  const output = outputFolder(loaded)
  const manifest = await readManifest(output)
  const folder = relative(io.cwd, output).replaceAll('\\', '/') || '.'
  if (isCheck) {
    return reportCheck(await checkFiles(output, files, manifest), folder, io)
  }
  const { written, deleted, unchanged } = await writeFiles(output, files, manifest, loaded.root)
  const parts = [
    `${written.length} written`,
    ...(deleted.length > 0 ? [`${deleted.length} deleted`] : []),
    `${unchanged.length} unchanged`,
  ]
  io.out(
    `${compiled.messages.length} ${compiled.messages.length === 1 ? 'message' : 'messages'} in ${folder}: ${parts.join(', ')}\n`,
  )
  return exitCodes.done
}

/** Below the config's folder: what is generated is deleted again when its message is. */
function outputFolder({ root, config }: LoadedConfig): string {
  const output = resolve(root, config.output)
  if (output !== root && isBelow(output, root)) return output
  throw new UsageError(
    `output ${config.output}: the folder must lie below that of the config (${root})`,
  )
}

interface Differences {
  readonly stale: readonly string[]
  readonly missing: readonly string[]
  readonly leftOver: readonly string[]
}

function reportCheck(
  { stale, missing, leftOver }: Differences,
  folder: string,
  io: CommandIo,
): ExitCode {
  const lines = [
    ...stale.map((path) => `stale      ${folder}/${path}`),
    ...missing.map((path) => `missing    ${folder}/${path}`),
    ...leftOver.map((path) => `left over  ${folder}/${path}`),
  ]
  if (lines.length === 0) {
    io.out(`${folder} is up to date\n`)
    return exitCodes.done
  }
  io.out(`${lines.join('\n')}\n`)
  io.log('run `connectly generate` and commit what it writes\n')
  return exitCodes.findings
}
