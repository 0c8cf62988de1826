import { changeFormats, loadChangeReporter } from '../emit/change-reporters/change-report.ts'
import {
  type Command,
  type CommandIo,
  type ExitCode,
  exitCodes,
  listOption,
  type OptionValues,
} from './command.ts'
import { readOutputs, writeOutput } from './outputs.ts'

/** `connectly diff`. */
export const diff: Command = {
  name: 'diff',
  summary: 'tell what changed for customers and for callers since a commit, and what that breaks',
  arguments: [
    {
      name: '<ref>',
      description:
        'a commit, branch or tag: compared is the commit in which the work tree left it; `a..b` compares two commits',
    },
    { name: '[paths...]', description: 'files and folders: only messages in them are told of' },
  ],
  options: [
    {
      flags: '--format <format[:file]>',
      description:
        'pretty (default), json or markdown; with a file, written there; may be repeated',
      isRepeatable: true,
    },
  ],
  examples: [
    'connectly diff main',
    'connectly diff v1.4.0..v1.5.0 messages/orders',
    'connectly diff origin/main --format markdown:comment.md --format json',
  ],
  run: runDiff,
}

async function runDiff(
  [ref = '', ...paths]: readonly string[],
  options: OptionValues,
  io: CommandIo,
): Promise<ExitCode> {
  const outputs = readOutputs(listOption(options, 'format'), changeFormats, 'pretty')
  const { compareWithGit } = await import('./diff-project.ts')
  const { audiencesOf } = await import('../emit/change.ts')
  const report = await compareWithGit(ref, paths, options, io)
  for (const output of outputs) {
    const reporter = await loadChangeReporter(output.format)
    const context = { color: output.file === undefined && io.color, width: Math.min(io.width, 100) }
    await writeOutput(`${reporter(report, context)}\n`, output, io)
  }
  const isBroken = Object.values(audiencesOf(report.changes)).some((is) => is)
  return isBroken ? exitCodes.findings : exitCodes.done
}
