import { resolve } from 'node:path'
import { loadReporter } from '../emit/reporters/load-reporter.ts'
import { type Format, formats, type Report } from '../emit/reporters/reporter.ts'
import { nearMiss } from '../model/near-miss.ts'
import { type CommandIo, UsageError } from './command.ts'

/** Where a report goes, and in which format. */
export interface Output {
  readonly format: Format
  /** Where it is written; standard output, if nowhere. */
  readonly file?: string
}

/**
 * Reads the values of `--format`.
 * @throws {@link UsageError} for an unknown format, or two that want standard output.
 */
export function readOutputs(texts: readonly string[]): readonly Output[] {
  if (texts.length === 0) return [{ format: 'pretty' }]
  const outputs = texts.map((text): Output => {
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

/** Writes a report in every format that was asked for. */
export async function writeReports(
  report: Report,
  outputs: readonly Output[],
  isQuiet: boolean,
  io: CommandIo,
): Promise<void> {
  const diagnostics = report.diagnostics.filter(({ severity }) => !isQuiet || severity === 'error')
  const shown = { ...report, diagnostics, hidden: report.diagnostics.length - diagnostics.length }
  for (const { format, file } of outputs) {
    const isScreen = file === undefined
    const context = { color: isScreen && io.color, width: io.width }
    const text = `${(await loadReporter(format))(shown, context)}\n`
    if (isScreen) io.out(text)
    else await writeReport(text, { format, file }, io)
  }
  if (outputs.some(({ format }) => format === 'github')) await appendSummary(shown, io)
}

async function writeReport(
  text: string,
  { format, file }: Required<Output>,
  io: CommandIo,
): Promise<void> {
  const { writeTextFile } = await import('../host/write-text.ts')
  const { reasonOf } = await import('../host/paths.ts')
  await writeTextFile(resolve(io.cwd, file), text).catch((error: unknown) => {
    throw new UsageError(`--format ${format}:${file} cannot be written: ${reasonOf(error)}`)
  })
}

/** The summary of a job on GitHub, where there is one, belongs to several steps: it is added to. */
async function appendSummary(report: Report, io: CommandIo): Promise<void> {
  const file = io.env['GITHUB_STEP_SUMMARY']
  if (!file) return
  const { appendFile } = await import('node:fs/promises')
  const { reasonOf } = await import('../host/paths.ts')
  const markdown = await loadReporter('markdown')
  const text = `${markdown(report, { color: false })}\n`
  await appendFile(resolve(io.cwd, file), text).catch((error: unknown) => {
    throw new UsageError(`the summary of the job cannot be written: ${reasonOf(error)}`)
  })
}
