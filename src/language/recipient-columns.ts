import type { Declaration, Declarations } from '../model/declaration.ts'
import { nearMiss } from '../model/near-miss.ts'

/** What the cells of one column are. */
export type Column =
  | { readonly type: 'to' | 'name' | 'locale' }
  | { readonly type: 'variable'; readonly name: string; readonly declaration: Declaration }

/** Something wrong with the header; without an index it is about the header as a whole. */
export interface ColumnProblem {
  /** 0-based. */
  readonly index?: number
  readonly message: string
}

/** What the header of a CSV file says. */
export interface RecipientColumns {
  /** In the order of the file; nothing for a column that is ignored. */
  readonly columns: readonly (Column | undefined)[]
  /** The names of ignored columns, as people read them. */
  readonly ignored: readonly string[]
  readonly problems: readonly ColumnProblem[]
}

/** The columns that every list can have. */
export const ownColumns = ['to', 'name', 'locale'] as const

const prefix = 'variables.'

/** Reads the header of a CSV file by the variables that a message declares. */
export function readColumns(
  header: readonly string[],
  message: { readonly name: string; readonly variables: Declarations },
): RecipientColumns {
  const names = header.map((cell) => cell.trim())
  const columns = names.map((name) => columnOf(name, message.variables))
  const problems: ColumnProblem[] = []
  for (const index of names.keys()) {
    const problem = problemOf(names, columns, index, message)
    if (problem !== undefined) problems.push({ index, message: problem })
  }
  const missing = missingNames(columns, message.variables)
  for (const [index, name] of names.entries()) {
    if (columns[index] !== undefined || name.startsWith(prefix)) continue
    const meant = nearMiss(name, missing) ?? sameLetters(name, columns, message.variables)
    if (meant === undefined) continue
    // A misspelt column is one mistake: the one that it stands for is not missing besides.
    missing.splice(missing.indexOf(meant), missing.includes(meant) ? 1 : 0)
    problems.push({ index, message: `there is no column \`${name}\`: did you mean \`${meant}\`?` })
  }
  problems.push(...missing.map((name) => ({ message: missingMessage(name, names, message.name) })))
  return { columns, ignored: ignoredOf(names, columns), problems }
}

function columnOf(name: string, variables: Declarations): Column | undefined {
  const own = ownColumns.find((column) => column === name)
  if (own !== undefined) return { type: own }
  const variable = name.startsWith(prefix) ? name.slice(prefix.length) : name
  const declaration = Object.hasOwn(variables, variable) ? variables[variable] : undefined
  return declaration === undefined ? undefined : { type: 'variable', name: variable, declaration }
}

function problemOf(
  names: readonly string[],
  columns: readonly (Column | undefined)[],
  index: number,
  message: { readonly name: string; readonly variables: Declarations },
): string | undefined {
  const name = names[index] ?? ''
  const column = columns[index]
  if (name === '__proto__') return '`__proto__` is no name of a column: rename or remove it'
  if (name !== '' && names.indexOf(name) < index) {
    return `the column \`${name}\` stands twice: rename or remove one`
  }
  const twin = columns.findIndex((other) => isSameColumn(other, column))
  if (column !== undefined && twin < index) {
    return `\`${names[twin]}\` and \`${name}\` are one variable: remove one`
  }
  if (column !== undefined || !name.startsWith(prefix)) return undefined
  const declared = Object.keys(message.variables)
  const meant = nearMiss(name.slice(prefix.length), declared)
  const list = declared.slice(0, 10).map((variable) => `\`${variable}\``)
  const known = declared.length === 0 ? 'it has none' : `it has ${list.join(', ')}`
  const wayOut = meant === undefined ? known : `did you mean \`${prefix}${meant}\`?`
  return `\`${name}\` is no variable of \`${message.name}\`: ${wayOut}`
}

function isSameColumn(left: Column | undefined, right: Column | undefined): boolean {
  if (left === undefined || right === undefined || left.type !== right.type) return false
  return left.type !== 'variable' || right.type !== 'variable' || left.name === right.name
}

/** The columns without which no row can be sent, as they have to be written. */
function missingNames(columns: readonly (Column | undefined)[], variables: Declarations): string[] {
  const given = new Set(columns.map((column) => (column === undefined ? '' : labelOf(column))))
  const needed = Object.entries(variables).flatMap(([name, declaration]) =>
    declaration.default === undefined ? labelOf({ type: 'variable', name, declaration }) : [],
  )
  return ['to', ...needed].filter((label) => !given.has(label))
}

/** How a column is written: a variable that is called like a column of ours has a prefix. */
function labelOf(column: Column): string {
  if (column.type !== 'variable') return column.type
  return ownColumns.some((own) => own === column.name) ? prefix + column.name : column.name
}

/** A column that differs only in capitals from one that could stand there: `Locale`. */
function sameLetters(
  name: string,
  columns: readonly (Column | undefined)[],
  variables: Declarations,
): string | undefined {
  const given = new Set(columns.map((column) => (column === undefined ? '' : labelOf(column))))
  const lower = name.toLowerCase()
  const known = [...ownColumns, ...Object.keys(variables)]
  return known.find((candidate) => !given.has(candidate) && candidate.toLowerCase() === lower)
}

/** What the columns of ours hold, where a variable is called like one of them. */
const ownMeanings: { readonly [name in (typeof ownColumns)[number]]: string } = {
  to: 'the recipient',
  name: 'the name of the recipient',
  locale: 'the locale of the row',
}

function missingMessage(label: string, names: readonly string[], messageName: string): string {
  const own = ownColumns.find((column) => label === prefix + column)
  if (own !== undefined) {
    return `the column \`${label}\` is missing: \`${messageName}\` needs its variable \`${own}\`, and a column \`${own}\` is ${ownMeanings[own]}, so call the one of the variable \`${label}\``
  }
  if (label !== 'to') return `the column \`${label}\` is missing: \`${messageName}\` needs it`
  const isData = names.some((name) => /^\+?\d[\d ().-]{5,}$/.test(name))
  return isData
    ? 'the first line must name the columns, such as `to,name`: it holds a recipient'
    : 'the column `to` is missing: it holds the recipients, such as +16044441111'
}

function ignoredOf(
  names: readonly string[],
  columns: readonly (Column | undefined)[],
): readonly string[] {
  return names.flatMap((name, index) => {
    if (columns[index] !== undefined) return []
    return name === '' ? `column ${index + 1} (without a name)` : `\`${name}\``
  })
}
