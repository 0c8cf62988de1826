import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { finishPayload, prepareMessage } from '../../src/emit/define-message.ts'
import { generateFiles } from '../../src/emit/generate.ts'
import { moduleNames } from '../../src/emit/module-types.ts'
import { renderMessage } from '../../src/emit/render.ts'
import { setOwn } from '../../src/model/json.ts'
import type { CompiledMessage } from '../../src/model/message.ts'
import { clientTypes, writeClientTypes } from '../helpers/client-types.ts'
import { compileFiles } from '../helpers/compile-yaml.ts'
import { caseSeed, type Dice, diceOf } from '../proof/dice.ts'
import { hostileMessage, hostileText } from './hostile-messages.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The packages of the compilers, the oldest first. */
export const compilers = ['typescript-5.9', 'typescript-6', 'typescript'] as const

type Compiler = (typeof compilers)[number]

/** How much is tried. */
export interface GenerateFuzzOptions {
  readonly seed: number
  readonly messages: number
  readonly compilers: readonly Compiler[]
  /** An empty folder. */
  readonly folder: string
}

/** What a run did and found. */
export interface GenerateFuzzReport {
  /** The messages that the compiler accepted, and the hostile strings in them. */
  readonly messages: number
  readonly strings: number
  /** The messages in which the compiler found an error: nothing is generated of them. */
  readonly refused: number
  readonly renderings: number
  readonly failures: readonly string[]
}

/** Generates senders of hostile messages, compiles, imports and calls them. */
export async function runGenerateFuzz(options: GenerateFuzzOptions): Promise<GenerateFuzzReport> {
  const { seed, folder } = options
  const made = Array.from({ length: options.messages }, (_, index) =>
    hostileMessage(diceOf(caseSeed(seed, index)), index),
  )
  const files: Record<string, string> = {}
  for (const message of made) {
    for (const [path, text] of Object.entries(message.files)) files[`messages/${path}`] = text
  }
  const locales = { default: 'en', all: ['en', 'es'] }
  const compiled = compileFiles(files, { locales }).messages
  const accepted = new Set(compiled.map(({ name }) => name))
  const messages = compiled.map((message, index) =>
    index % 2 === 0 ? message : withRawStrings(message, diceOf(caseSeed(seed, -index))),
  )
  await writeClientTypes(folder)
  await writeProject(folder, files, messages)
  const typed = await Promise.all(
    options.compilers.map((compiler) => compileProgram(folder, compiler)),
  )
  const rendered = await compareRenderings(folder, messages)
  return {
    messages: messages.length,
    strings: made
      .filter(({ name }) => accepted.has(name))
      .reduce((sum, { strings }) => sum + strings, 0),
    refused: made.length - messages.length,
    renderings: rendered.count,
    failures: [...typed.flat(), ...rendered.failures],
  }
}

/**
 * Puts strings where no linter would let them pass: a library may generate what was never linted.
 */
function withRawStrings(message: CompiledMessage, roll: Dice): CompiledMessage {
  const variables = {}
  for (const [name, declaration] of Object.entries(message.variables)) {
    const title = hostileText(roll)
    setOwn(variables, name, { ...declaration, title, description: hostileText(roll) })
  }
  setOwn(variables, '__proto__', { type: 'integer', default: 1, title: hostileText(roll) })
  const text = (): string => hostileText(roll).replace(/\{+/g, '{')
  const callbackData = { text: text() }
  setOwn(callbackData, '__proto__', { [hostileText(roll)]: [text()] })
  const bodies = { ...message.bodies, [`x-${hostileText(roll)}`]: first(message.bodies) }
  return { ...message, description: hostileText(roll), variables, bodies, callbackData }
}

function first<T>(record: { readonly [name: string]: T }): T {
  const [value] = Object.values(record)
  if (value === undefined) throw new RangeError('an empty record')
  return value
}

async function writeProject(
  folder: string,
  sources: { readonly [path: string]: string },
  messages: readonly CompiledMessage[],
): Promise<void> {
  const typeScript = await generateFiles(messages, { importExtension: 'ts' })
  const javaScript = await generateFiles(messages, { importExtension: 'js', emit: 'js' })
  const client = pathToFileURL(join(root, 'src/client.ts')).href
  const files = {
    ...sources,
    ...below('ts', typeScript),
    ...below('js', javaScript),
    'usage-of-ts.ts': usage('./ts/index.ts', messages),
    'usage-of-js.ts': usage('./js/index.js', messages),
    'package.json': '{ "type": "module" }',
    'connectly.config.yaml': 'locales: { default: en, all: [en, es] }\n',
    'tsconfig.json': JSON.stringify({
      compilerOptions,
      files: ['usage-of-ts.ts', 'usage-of-js.ts'],
    }),
    'node_modules/connectly-messages/package.json':
      '{ "type": "module", "exports": { "./client": "./client.js" } }',
    'node_modules/connectly-messages/client.js': `export * from '${client}'\n`,
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

function below(name: string, files: { readonly [path: string]: string }): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`${name}/${path}`, text]))
}

const compilerOptions = {
  strict: true,
  module: 'nodenext',
  target: 'es2024',
  lib: ['es2024', 'dom', 'dom.iterable'],
  types: [],
  verbatimModuleSyntax: true,
  isolatedModules: true,
  erasableSyntaxOnly: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  allowImportingTsExtensions: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  skipLibCheck: true,
  noEmit: true,
  paths: { 'connectly-messages/client': [clientTypes] },
}

/** A program that passes the variables of every example, as an application would write them. */
function usage(index: string, messages: readonly CompiledMessage[]): string {
  const lines = messages.flatMap((message) => {
    const { render, locale } = moduleNames(message)
    const options = locale === undefined ? '' : ", { locale: 'en' }"
    return message.examples.map(({ variables }) => {
      const literal = JSON.stringify(variables).replaceAll('"__proto__":', '["__proto__"]:')
      return `senders.${render}(${literal}${options})`
    })
  })
  return `import * as senders from '${index}'\n${lines.join('\n')}\n`
}

async function compileProgram(folder: string, compiler: Compiler): Promise<readonly string[]> {
  const path = join(root, 'node_modules', compiler, 'bin/tsc')
  const { promise, resolve } = Promise.withResolvers<string>()
  execFile(
    process.execPath,
    [path, '-p', folder, '--pretty', 'false'],
    { cwd: folder, maxBuffer: 2 ** 28 },
    (error, stdout, stderr) => resolve(error === null ? '' : `${stdout}${stderr}${error.message}`),
  )
  const lines = (await promise).split('\n').filter((line) => line !== '')
  return lines.slice(0, 5).map((line) => `${compiler}: ${line}`)
}

/** So many messages are rendered by the command line as well: each of them is a process. */
const byCommand = 2

type Senders = Record<string, (...values: readonly unknown[]) => unknown>

async function compareRenderings(
  folder: string,
  messages: readonly CompiledMessage[],
): Promise<{ readonly count: number; readonly failures: readonly string[] }> {
  const before = surroundings()
  const failures: string[] = []
  let count = 0
  for (const index of ['ts/index.ts', 'js/index.js']) {
    const senders: Senders = await import(pathToFileURL(join(folder, index)).href)
    for (const message of messages) {
      const { render } = moduleNames(message)
      for (const { variables } of message.examples) {
        for (const locale of Object.keys(message.bodies)) {
          const expected = JSON.stringify(renderDirectly(message, variables, locale))
          const actual = JSON.stringify(senders[render]?.(variables, { locale }))
          count++
          if (actual !== expected) failures.push(`${index} ${message.name}: ${actual}`)
        }
      }
    }
  }
  for (const message of messages.filter((_, index) => index % 2 === 0).slice(0, byCommand)) {
    const [example] = message.examples
    const actual = await renderWithCommand(folder, message)
    count++
    const expected = JSON.stringify(renderDirectly(message, example?.variables, 'en'))
    if (actual !== expected) failures.push(`connectly render ${message.name}: ${actual}`)
  }
  const after = surroundings()
  if (after !== before) failures.push(`importing changed ${after}`)
  return { count, failures }
}

function renderDirectly(message: CompiledMessage, variables: unknown, locale: string): unknown {
  const filled = prepareMessage(message, variables, locale)
  return finishPayload(renderMessage(filled, {}), message).body
}

/** What code that ran where only text was due would change. */
function surroundings(): string {
  const prototypes = [Object.prototype, Array.prototype, String.prototype, Function.prototype]
  return JSON.stringify([
    Object.getOwnPropertyNames(globalThis).filter((name) => name === 'hacked'),
    ...prototypes.map((prototype) => Reflect.ownKeys(prototype).length),
    process.exitCode,
    process.cwd(),
  ])
}

/** What `connectly render` prints of the first example of a message, as one line of JSON. */
async function renderWithCommand(folder: string, message: CompiledMessage): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  execFile(
    process.execPath,
    [join(root, 'src/cli.ts'), 'render', message.name, `--example=${message.examples[0]?.name}`],
    { cwd: folder },
    (error, stdout) => (error === null ? resolve(stdout) : reject(error)),
  )
  return JSON.stringify(JSON.parse(await promise).body)
}
