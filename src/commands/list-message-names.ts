import { ConfigError } from '../host/config-error.ts'
import { findMessageFiles } from '../host/files.ts'
import type { LoadedConfig } from '../host/load-config.ts'
import { parseMessagePath } from '../language/message-name.ts'
import type { CommandIo } from './command.ts'
import { openConfig } from './open-project.ts'

/** The names of all messages, which nobody has to read for that. */
export async function listMessageNames(io: CommandIo): Promise<readonly string[]> {
  const { config, root } = await openDataConfig(io)
  const { files } = await findMessageFiles({ cwd: io.cwd, root, patterns: config.messages })
  const locales = config.locales?.all ?? []
  const paths = files.map(({ messagePath }) => parseMessagePath(messagePath, locales))
  return [...new Set(paths.flatMap((path) => ('problem' in path ? [] : [path.name])))]
}

/** A key pressed in somebody's folder shall not run the code that lies there. */
async function openDataConfig(io: CommandIo): Promise<LoadedConfig> {
  try {
    return await openConfig({ noConfigCode: true }, io)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return openConfig({ noConfig: true }, io)
  }
}
