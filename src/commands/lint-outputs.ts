import { resolve } from 'node:path'
import { loadReporter } from '../emit/reporters/load-reporter.ts'
import type { Format, Report, ReportContext } from '../emit/reporters/reporter.ts'
import { type CommandIo, UsageError } from './command.ts'
import { type Output, writeOutput } from './outputs.ts'

/** Writes a report in every format that was asked for. */
export async function writeReports(
  report: Report,
  outputs: readonly Output<Format>[],
  isQuiet: boolean,
  io: CommandIo,
): Promise<void> {
  const diagnostics = report.diagnostics.filter(({ severity }) => !isQuiet || severity === 'error')
  const shown = { ...report, diagnostics, hidden: report.diagnostics.length - diagnostics.length }
  const services = outputs.some(({ format }) => isForService(format)) ? await openServices(io) : {}
  for (const { format, file } of outputs) {
    const isScreen = file === undefined
    const context = { color: isScreen && io.color, width: io.width, ...services }
    const text = `${(await loadReporter(format))(shown, context)}\n`
    await writeOutput(text, isScreen ? { format } : { format, file }, io)
  }
  if (outputs.some(({ format }) => format === 'github')) await appendSummary(shown, io)
}

/** Whether a service reads a format that looks the files up by itself. */
function isForService(format: Format): boolean {
  return format === 'github' || format === 'gitlab' || format === 'sarif'
}

async function openServices({ cwd, env }: CommandIo): Promise<Pick<ReportContext, 'fromRoot'>> {
  const { openReportRoot } = await import('../host/report-root.ts')
  return { fromRoot: await openReportRoot(cwd, env) }
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
