import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Declaration } from '../model/declaration.ts'
import { isObject, type JsonObject, type JsonValue, setOwn } from '../model/json.ts'
import type { CompiledMessage } from '../model/message.ts'
import { nearMiss } from '../model/near-miss.ts'
import {
  type CommandIo,
  type CommandOption,
  listOption,
  type OptionValues,
  textOption,
  UsageError,
} from './command.ts'
import { splitOnce } from './parse-arguments.ts'

/** The options that say with which variables and in which locale a message is made. */
export const messageOptions: readonly CommandOption[] = [
  { flags: '--var <name=value>', description: 'the value of one variable', isRepeatable: true },
  { flags: '--variables <file>', description: 'a JSON file with the values' },
  { flags: '--example <name>', description: 'the values of an example of the message' },
  { flags: '--locale <tag>', description: 'default: the default locale' },
]

/** The variables that the options give; they are not checked yet. */
export function readVariables(
  message: CompiledMessage,
  options: OptionValues,
  io: CommandIo,
): JsonObject {
  const variables: JsonObject = {}
  const example = textOption(options, 'example')
  const file = textOption(options, 'variables')
  if (example !== undefined) assign(variables, exampleOf(message, example))
  if (file !== undefined) assign(variables, readJson(file, io))
  for (const text of listOption(options, 'var')) {
    const [name = '', value] = splitOnce(text)
    if (value === undefined) throw new UsageError(`--var ${text}: write \`--var name=value\``)
    setOwn(variables, name, readValue(name, value, message.variables[name]))
  }
  return variables
}

/** The locale that the options name, or the default one; says so where another stands in for it. */
export function readLocale(
  message: CompiledMessage,
  options: OptionValues,
  { log }: CommandIo,
): string {
  const locales = Object.keys(message.bodies)
  const { standIns = {} } = message
  const wanted = textOption(options, 'locale')
  if (wanted === undefined) return locales[0] ?? ''
  if (locales.includes(wanted)) return wanted
  if (Object.hasOwn(standIns, wanted)) {
    const why = 'by `locales.fallback` of the config'
    log(`\`${message.name}\` has no \`${wanted}\`: \`${standIns[wanted]}\` stands in, ${why}\n`)
    return wanted
  }
  throw new UsageError(
    `\`${message.name}\` does not exist in \`${wanted}\`: it has ${locales.map((tag) => `\`${tag}\``).join(', ')}`,
  )
}

function assign(target: JsonObject, source: JsonObject): void {
  for (const [key, value] of Object.entries(source)) setOwn(target, key, value)
}

function exampleOf({ name, examples }: CompiledMessage, wanted: string): JsonObject {
  const found = examples.find((example) => example.name === wanted)
  if (found !== undefined) return { ...found.variables }
  const names = examples.map((example) => example.name)
  const meant = nearMiss(wanted, names)
  const known =
    names.length === 0
      ? 'it has none'
      : `it has ${names.map((text) => JSON.stringify(text)).join(', ')}`
  throw new UsageError(
    `\`${name}\` has no example ${JSON.stringify(wanted)}: ${meant === undefined ? known : `did you mean ${JSON.stringify(meant)}?`}`,
  )
}

function readJson(file: string, io: CommandIo): JsonObject {
  const value = parseJson(readText(resolve(io.cwd, file), file), file)
  if (!isObject(value)) throw new UsageError(`${file}: a JSON object is due, variable name → value`)
  return value
}

function readText(path: string, file: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new UsageError(`${file}: ${error instanceof Error ? error.message : 'cannot be read'}`)
  }
}

function parseJson(text: string, file: string): JsonValue {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new UsageError(`${file}: ${error instanceof Error ? error.message : 'no JSON'}`)
  }
}

/** A text stays a text; every other type is written as JSON. */
function readValue(name: string, text: string, declaration: Declaration | undefined): JsonValue {
  if (declaration === undefined || declaration.type === 'string') return text
  try {
    return JSON.parse(text)
  } catch {
    const { type } = declaration
    const isNumber = type === 'integer' || type === 'number'
    const wayOut =
      (isNumber ? explainNumber(text, name) : undefined) ?? `so write ${dueOf(type, name)}`
    throw new UsageError(
      `--var ${name}=${text}: \`${name}\` is ${/^[aio]/.test(type) ? 'an' : 'a'} ${type}, ${wayOut}`,
    )
  }
}

/** What looks like a number and is none that JSON writes. */
function explainNumber(text: string, name: string): string | undefined {
  const [, sign = '', digits = ''] = /^([+-]?)0+(\d+(?:\.\d+)?)$/.exec(text.trim()) ?? []
  if (digits !== '') {
    return `and a number has no leading zeros: write ${sign === '-' ? '-' : ''}${digits}, or declare \`${name}\` as a string to keep them`
  }
  return /^\+\d/.test(text.trim()) ? 'and a number has no `+` before it: leave it out' : undefined
}

/** What to write for a variable that is no text. */
function dueOf(type: Exclude<Declaration['type'], 'string'>, name: string): string {
  switch (type) {
    case 'integer':
      return `digits, such as \`--var ${name}=12\``
    case 'number':
      return `digits, such as \`--var ${name}=12.5\``
    case 'boolean':
      return '`true` or `false`'
    case 'array':
      return `JSON, such as \`--var '${name}=["a", "b"]'\``
    case 'object':
      return `JSON, such as \`--var '${name}={"id": "a"}'\``
    default:
      return type satisfies never
  }
}
