/** What can be written in one place of a command line. */
export interface ValueWords {
  readonly words: readonly string[]
  /** What may follow a word after a colon. */
  readonly suffixes?: readonly string[]
  readonly paths?: 'files' | 'folders'
  /** Whether the first is the name of a message, which the project at hand knows. */
  readonly isMessage?: boolean
}

/** An option, as a shell offers it. */
export interface OptionWords {
  readonly name: string
  readonly description: string
  /** Absent where the option takes no value. */
  readonly values?: ValueWords
}

/** A command, as a shell offers it. */
export interface CommandWords {
  readonly name: string
  readonly summary: string
  readonly arguments: ValueWords
  readonly options: readonly OptionWords[]
}

/** Prints the names of all messages, one a line. */
const listMessages = 'completions messages 2>/dev/null'

/** A script by the shell that reads it. Names are plain words; descriptions are quoted. */
export const scripts: {
  readonly [shell in 'bash' | 'zsh' | 'fish']: (commands: readonly CommandWords[]) => string
} = { bash: writeBash, zsh: writeZsh, fish: writeFish }

function writeBash(commands: readonly CommandWords[]): string {
  const names = [...commands.map(({ name }) => name), '--help', '--version'].join(' ')
  return `# bash completions of connectly
_connectly() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} words= paths= suffix=
  local command=\${COMP_WORDS[1]} option=
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then
    COMPREPLY=($(compgen -W '${names}' -- "$cur"))
    return
  fi
  # Bash takes words apart at = and : as well.
  if [[ $cur == [=:] ]]; then
    suffix=$cur cur=
  elif [[ $prev == [=:] ]]; then
    suffix=$prev prev=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  if [[ $suffix == : ]]; then
    local rule='--rule[= ][^ ]*$'
    [[ $COMP_LINE =~ $rule ]] && words='error warning info off'
    COMPREPLY=($(compgen -W "$words" -- "$cur"))
    return
  fi
  [[ $prev == --* ]] && option=$prev
  case "$command $option" in
${commands.flatMap(bashOptionCases).join('\n')}
    *) option= ;;
  esac
  if [[ -z $option ]]; then
    case "$command" in
${commands.map(bashCommandCase).join('\n')}
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
  if [[ -n $paths ]]; then
    local IFS=$'\\n' kind=-f
    [[ $paths == folders ]] && kind=-d
    COMPREPLY+=($(compgen $kind -- "$cur"))
    compopt -o filenames 2>/dev/null
  fi
}
complete -F _connectly connectly
`
}

function bashOptionCases({ name, options }: CommandWords): readonly string[] {
  return options.flatMap((option) =>
    option.values === undefined
      ? []
      : [`    '${name} ${option.name}') ${bashValues(option.values)} ;;`],
  )
}

function bashCommandCase({ name, arguments: values, options }: CommandWords): string {
  const names = options.map((option) => option.name).join(' ')
  return `      ${name})
        if [[ $cur == -* ]]; then words='${names}'; else ${bashValues(values)}; fi ;;`
}

function bashValues({ words, paths, isMessage }: ValueWords): string {
  const values = `words='${words.join(' ')}' paths=${paths ?? ''}`
  if (isMessage !== true) return values
  const names = `words=$("\${COMP_WORDS[0]}" ${listMessages})`
  // What follows the name is a file, where anything does.
  return paths === undefined ? names : `((COMP_CWORD == 2)) && ${names} || paths=${paths}`
}

function writeZsh(commands: readonly CommandWords[]): string {
  const rows = commands.map(({ name, summary }) => `    ${quoteZsh(`${name}:${summary}`)}`)
  return `#compdef connectly
_connectly() {
  local -a commands=(
${rows.join('\n')}
  )
  if ((CURRENT == 2)); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  ((CURRENT--))
  case $command in
${commands.map(zshCase).join('\n')}
  esac
}
if [[ $funcstack[1] == _connectly ]]; then _connectly "$@"; else compdef _connectly connectly; fi
`
}

function zshCase({ name, arguments: values, options }: CommandWords): string {
  const specs = options.map((option) => {
    const text = option.description.replace(/[[\]\\:]/g, '\\$&')
    const action = option.values === undefined ? '' : `:value:${zshValues(option.values)}`
    return quoteZsh(`*${option.name}${action === '' ? '' : '='}[${text}]${action}`)
  })
  const { isMessage = false, ...rest } = values
  const named = `1:message:{compadd -- \${(f)"$(connectly ${listMessages})"}}`
  const all = [
    ...specs,
    ...(isMessage ? [quoteZsh(named)] : []),
    quoteZsh(`*:argument:${zshValues(rest)}`),
  ]
  return `    ${name})\n      _arguments ${all.join(' \\\n        ')} ;;`
}

function zshValues({ words, suffixes = [], paths }: ValueWords): string {
  if (paths !== undefined) return paths === 'files' ? '_files' : '_files -/'
  const pairs = suffixes.flatMap((suffix) => words.map((word) => `${word}\\:${suffix}`))
  return words.length === 0 ? ' ' : `(${(pairs.length > 0 ? pairs : words).join(' ')})`
}

function quoteZsh(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

function writeFish(commands: readonly CommandWords[]): string {
  const lines = commands.flatMap((command) => [
    `complete -c connectly -n __fish_use_subcommand -f -a ${command.name} -d ${quoteFish(command.summary)}`,
    ...fishArguments(command),
    ...command.options.map((option) => fishOption(command.name, option)),
  ])
  return `# fish completions of connectly\n${lines.join('\n')}\n`
}

function fishArguments({ name, arguments: values }: CommandWords): readonly string[] {
  const { words, paths, isMessage } = values
  const names = isMessage === true ? [`(connectly ${listMessages})`] : []
  const offered = [...names, ...words]
  if (paths !== undefined && offered.length === 0) return []
  const files = paths === undefined ? ' -f' : ''
  const list = offered.length === 0 ? '' : ` -a '${offered.join(' ')}'`
  return [`complete -c connectly -n '__fish_seen_subcommand_from ${name}'${files}${list}`]
}

function fishOption(command: string, { name, description, values }: OptionWords): string {
  const head = `complete -c connectly -n '__fish_seen_subcommand_from ${command}' -l ${name.slice(2)} -d ${quoteFish(description)}`
  if (values === undefined) return head
  if (values.paths === 'files') return `${head} -r -F`
  if (values.paths === 'folders') return `${head} -x -a '(__fish_complete_directories)'`
  const { words, suffixes = [] } = values
  const pairs = suffixes.flatMap((suffix) => words.map((word) => `${word}:${suffix}`))
  const offered = pairs.length > 0 ? pairs : words
  return `${head} -x${offered.length === 0 ? '' : ` -a '${offered.join(' ')}'`}`
}

function quoteFish(text: string): string {
  return `'${text.replace(/['\\]/g, '\\$&')}'`
}
