import { changeFormats, loadChangeReporter } from '../emit/change-reporters/change-report.ts'
import {
  type Command,
  type CommandIo,
  type ExitCode,
  exitCodes,
  listOption,
  type OptionValues,
} from './command.ts'
import { readFailOn } from './fail-on.ts'
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
    {
      flags: '--fail-on <names>',
      description:
        'what must break for the command to end with 1, with commas: callers, conversations, limits (default: all three), a rule about changes, or none; whatever else breaks is told of, and ends with 0',
      isRepeatable: true,
    },
  ],
  examples: [
    'connectly diff main',
    'connectly diff v1.4.0..v1.5.0 messages/orders',
    'connectly diff origin/main --format markdown:comment.md --format json',
    'connectly diff origin/main --fail-on conversations,limits',
  ],
  run: runDiff,
}

async function runDiff(
  [ref = '', ...paths]: readonly string[],
  options: OptionValues,
  io: CommandIo,
): Promise<ExitCode> {
  const outputs = readOutputs(listOption(options, 'format'), changeFormats, 'pretty')
  const failOn = readFailOn(listOption(options, 'failOn'))
  const { compareWithGit } = await import('./diff-project.ts')
  const { failingBreaks } = await import('../emit/failing.ts')
  const compared = await compareWithGit(ref, paths, options, io)
  const report = failOn === undefined ? compared : { ...compared, failOn }
  for (const output of outputs) {
    const reporter = await loadChangeReporter(output.format)
    const context = { color: output.file === undefined && io.color, width: Math.min(io.width, 100) }
    await writeOutput(`${reporter(report, context)}\n`, output, io)
  }
  const isFailing = failingBreaks(report.changes, failOn).length > 0
  return isFailing ? exitCodes.findings : exitCodes.done
}
