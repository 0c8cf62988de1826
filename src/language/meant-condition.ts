/** No condition is longer; other texts are not looked through. */
const maxText = 200

/** Reads a condition in the words of other languages: `!late` and `late == false` are `not late`. */
export function meantCondition(text: string): string | undefined {
  if (text.length > maxText) return undefined
  let rest = text.trim()
  let isAsked = true
  for (;;) {
    if (flagForm.test(rest)) return isAsked ? rest : `not ${rest}`
    const step = peel(rest)
    if (step === undefined) return undefined
    if (step.isOpposite) isAsked = !isAsked
    rest = step.rest.trim()
  }
}

/** Says why a text is no condition, where that is known: the way out is another one for each. */
export function explainCondition(text: unknown): string | undefined {
  if (typeof text === 'boolean') {
    const effect = text ? 'changes nothing' : 'always leaves it out'
    return `\`$if\` asks a boolean variable, and \`${text}\` ${effect}: ${text ? 'remove the condition' : 'remove what it stands on'}, or write the name of a variable`
  }
  if (typeof text !== 'string' || text.length > maxText) return undefined
  const flags = text.split(joint).map(meantCondition)
  if (flags.length > 1 && flags.every((flag) => flag !== undefined)) {
    return `\`$if\` asks one boolean variable, and \`${text}\` asks ${flags.length}: declare one that says it all, such as \`${nameFor(flags, text)}\`, and write its name`
  }
  if (!/[<>=]/.test(text)) return undefined
  return `\`$if\` reads \`flag\` or \`not flag\` and compares nothing: declare a boolean variable for \`${text}\`, and write its name`
}

const flagName = '[A-Za-z_]\\w*(?:\\.[A-Za-z_]\\w*)*'
const flagForm = new RegExp(`^(?!(?:not|true|false)$)${flagName}$`)
const joint = /\s*(?:&&?|\|\|?)\s*|\s+(?:and|or)\s+/i

interface Step {
  readonly rest: string
  readonly isOpposite: boolean
}

/** Takes one layer off a condition. */
function peel(text: string): Step | undefined {
  const around = /^(?:\{\{(.*)\}\}|\$\{(.*)\}|\((.*)\))$/s.exec(text)
  if (around !== null) {
    return { rest: around[1] ?? around[2] ?? around[3] ?? '', isOpposite: false }
  }
  const negation = /^(?:!|not(?![\w.]))(.+)$/is.exec(text)
  if (negation !== null) return { rest: negation[1] ?? '', isOpposite: true }
  return peelComparison(text)
}

const equality = '(===?|=|is|eq|!==?|is\\s+not|ne|<>)'
const after = new RegExp(`^(.*?\\S)\\s*(?<!\\w)${equality}\\s*(true|false)$`, 'is')
const before = new RegExp(`^(true|false)\\s*${equality}(?!\\w)\\s*(\\S.*)$`, 'is')

function peelComparison(text: string): Step | undefined {
  const [, rest, sign, value] = after.exec(text) ?? mirror(before.exec(text)) ?? []
  if (rest === undefined || sign === undefined || value === undefined) return undefined
  const isUnequal = /^(?:!|is\s|ne|<)/i.test(sign)
  return { rest, isOpposite: isUnequal === (value.toLowerCase() === 'true') }
}

function mirror(match: RegExpExecArray | null): readonly (string | undefined)[] | undefined {
  return match === null ? undefined : [match[0], match[3], match[2], match[1]]
}

/** `late && !paid` could be called `lateAndNotPaid`. */
function nameFor(flags: readonly string[], text: string): string {
  const between = /\||\bor\b/i.test(text) ? ' or ' : ' and '
  const [first = '', ...rest] = flags.join(between).split(/[\s.]+/)
  return first + rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
}
