import { resolve } from 'node:path'
import { nearMiss } from '../model/near-miss.ts'
import { type CommandIo, UsageError } from './command.ts'

/** Where a report goes, and in which format. */
export interface Output<Format extends string> {
  readonly format: Format
  /** Where it is written; standard output, if nowhere. */
  readonly file?: string
}

/**
 * Reads the values of `--format`, each with a format and perhaps `:FILE`.
 * @throws {@link UsageError} for an unknown format, or two that want standard output.
 */
export function readOutputs<Format extends string>(
  texts: readonly string[],
  formats: readonly Format[],
  usual: Format,
): readonly Output<Format>[] {
  if (texts.length === 0) return [{ format: usual }]
  const outputs = texts.map((text): Output<Format> => {
    const [name = '', ...rest] = text.split(':')
    const format = formats.find((known) => known === name)
    if (format === undefined) {
      const meant = nearMiss(name, formats)
      throw new UsageError(
        `--format ${text}: known are ${formats.join(', ')}${meant ? `: did you mean \`${meant}\`?` : ''}`,
      )
    }
    return rest.length === 0 ? { format } : { format, file: rest.join(':') }
  })
  if (outputs.filter(({ file }) => file === undefined).length > 1) {
    throw new UsageError('only one --format can go to standard output: give the others a `:FILE`')
  }
  return outputs
}

/**
 * Writes a report to where it goes.
 * @throws {@link UsageError} where its file cannot be written
 */
export async function writeOutput(
  text: string,
  { format, file }: Output<string>,
  io: CommandIo,
): Promise<void> {
  if (file === undefined) {
    io.out(text)
    return
  }
  const { writeTextFile } = await import('../host/write-text.ts')
  const { reasonOf } = await import('../host/paths.ts')
  await writeTextFile(resolve(io.cwd, file), text).catch((error: unknown) => {
    throw new UsageError(`--format ${format}:${file} cannot be written: ${reasonOf(error)}`)
  })
}
