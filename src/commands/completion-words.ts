import type { CommandWords, ValueWords } from '../emit/completion-scripts.ts'
import { formats } from '../emit/reporters/reporter.ts'
import { breakingRuleNames, ruleFacts } from '../language/rules/facts.generated.ts'
import { listApiCodes } from '../model/api-code.ts'
import type { Command, CommandOption } from './command.ts'
import { globalOptions, nameOf } from './parse-arguments.ts'

/** What can be written after `connectly`, from the same tables that the help is made of. */
export function describeWords(commands: readonly Command[]): readonly CommandWords[] {
  return commands.map(({ name, summary, arguments: expected = [], options = [] }) => ({
    name,
    summary,
    arguments: {
      ...valuesOf(expected.map((argument) => argument.name).join(' ')),
      isMessage: expected[0]?.name === '<name>',
    },
    options: [...options, ...globalOptions].map((option) => ({
      name: `--${nameOf(option)}`,
      description: option.description,
      ...(option.flags.includes('<') ? { values: valuesOfOption(option) } : {}),
    })),
  }))
}

function valuesOfOption({ flags, choices }: CommandOption): ValueWords {
  return choices === undefined ? valuesOf(flags) : { words: choices }
}

/** What a placeholder of the help stands for; nothing is offered where nothing is known. */
function valuesOf(placeholder: string): ValueWords {
  const rules = [...ruleFacts.keys()].toSorted()
  if (placeholder.includes('<id:severity>')) return { words: rules, suffixes: severities }
  if (placeholder.includes('<format')) return { words: formats }
  if (placeholder.includes('[rule]'))
    return { words: [...rules, ...breakingRuleNames, ...listApiCodes()] }
  if (placeholder.includes('<shell>')) return { words: ['bash', 'zsh', 'fish'] }
  if (/[[<](?:dir)\b/.test(placeholder)) return { words: [], paths: 'folders' }
  const isFile = /[[<](?:paths?|file|recipients|journal)\b/i.test(placeholder)
  return isFile ? { words: [], paths: 'files' } : { words: [] }
}

const severities = ['error', 'warning', 'info', 'off']
