import { formats } from '../emit/reporters/reporter.ts'
import type { Command, CommandIo, ExitCode, OptionValues } from './command.ts'
import { lintOnce } from './lint-once.ts'
import { presets, readLintOptions } from './lint-options.ts'
import { openConfig } from './open-project.ts'
import type { Round } from './watch-project.ts'

/** `connectly lint`. */
export const lint: Command = {
  name: 'lint',
  summary: 'check message files for every value that their variables can take',
  arguments: [
    {
      name: '[paths...]',
      description: 'files and folders; `-` reads one file from standard input; default: the config',
    },
  ],
  options: [
    {
      flags: '--format <format[:file]>',
      description: `${formats.join(', ')}; with a file, written there; may be repeated`,
      isRepeatable: true,
    },
    {
      flags: '--rule <id:severity>',
      description: 'set a rule to error, warning, info or off',
      isRepeatable: true,
    },
    {
      flags: '--preset <preset>',
      description: 'which severities apply',
      choices: presets,
    },
    { flags: '--fix', description: 'apply the fixes that are safe, then report what is left' },
    {
      flags: '--fix-unsafe',
      description:
        'also apply the fixes that change what a customer reads, an id, or what callers may pass; one that breaks something else is left out',
    },
    { flags: '--fix-dry-run', description: 'show what a fix would change, and write nothing' },
    {
      flags: '--explain-bounds <name>',
      description:
        'print how far everything in one message (a name or a path) can reach, and what bounds it',
    },
    {
      flags: '--changed-since <ref>',
      description:
        'only messages of which a file changed since a commit, branch or tag, also what is not committed',
    },
    { flags: '--watch', description: 'lint again whenever a message or the config changes' },
    {
      flags: '--print-config <file>',
      description:
        'print what holds for a file or a message, and who set each rule, as JSON; lint nothing',
    },
    { flags: '--baseline <file>', description: 'leave out the findings that the file holds' },
    {
      flags: '--update-baseline',
      description: 'make that file, or remove from it what no longer occurs; never add to it',
    },
    {
      flags: '--add-to-baseline <rule>',
      description: 'put what a rule finds into that file, as after turning it on; may be repeated',
      isRepeatable: true,
    },
    {
      flags: '--cache',
      description: 'remember what was found, and look only at messages of which something changed',
    },
    {
      flags: '--cache-location <path>',
      description: 'the file of the cache, or a folder (default: below node_modules/.cache)',
    },
    { flags: '--quiet', description: 'print errors only' },
    { flags: '--max-warnings <n>', description: 'fail when there are more warnings' },
    { flags: '--stdin-filename <path>', description: 'the name of the file that `-` stands for' },
    { flags: '--allow-empty', description: 'finding no message file is no mistake' },
  ],
  examples: [
    'connectly lint',
    'connectly lint messages/orders --format json',
    'connectly lint --changed-since origin/main',
    'connectly lint --baseline known.json --update-baseline',
    'connectly lint --cache',
    'connectly lint --watch',
    'connectly lint --print-config messages/orders/shipped.yaml',
    'connectly lint --fix-unsafe --fix-dry-run',
    'connectly lint --explain-bounds orders/shipped',
    'cat draft.yaml | connectly lint - --stdin-filename messages/draft.yaml',
  ],
  run: runLint,
}

async function runLint(
  args: readonly string[],
  options: OptionValues,
  io: CommandIo,
): Promise<ExitCode> {
  // Mistakes in the options come first.
  const run = readLintOptions(args, options)
  const round: Round = (loaded, roundIo, changed) => lintOnce(loaded, roundIo, { ...run, changed })
  if (options['watch'] === true) {
    const { watchLint } = await import('./lint-watch.ts')
    return watchLint(round, { args, options }, io)
  }
  return round(await openConfig(options, io), io)
}
