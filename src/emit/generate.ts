import { identifierOf, isMessageName } from '../language/message-name.ts'
import type { EmitForm, ImportExtension } from '../model/config.ts'
import { compareText } from '../model/diagnostic.ts'
import { setOwn } from '../model/json.ts'
import type { CompiledMessage } from '../model/message.ts'
import { generateIndex } from './generate-index.ts'
import { generateJavaScript, generateTypes, type TypedMessage } from './generate-javascript.ts'
import { generateModule } from './generate-module.ts'
import { generateReplies, repliesModule } from './generate-replies.ts'
import { createTypeCompiler } from './variable-types.ts'

/** How code is generated. */
export interface GenerateOptions {
  /** TypeScript, or JavaScript beside one file of types. @defaultValue `'ts'` */
  readonly emit?: EmitForm
  /** The ending with which an index in TypeScript names its modules. */
  readonly importExtension: ImportExtension
  /** The version of this tool; stands in the manifest alone, so that an upgrade makes no file stale. */
  readonly version?: string
}

/** Path below the output folder, with `/` → text. */
export interface GeneratedFiles {
  readonly [path: string]: string
}

/** The list of everything that was generated: only what stands in it is ever deleted. */
export const manifestName = '.connectly-manifest.json'

/**
 * Writes one module a message, an index and a manifest. The same messages give the same bytes,
 * whatever their order.
 *
 * @throws TypeError when a name is no message name or two names give one identifier: such
 * messages are reported, and not generated
 */
export async function generateFiles(
  messages: readonly CompiledMessage[],
  options: GenerateOptions,
): Promise<GeneratedFiles> {
  const sorted = messages.toSorted((left, right) => compareText(left.name, right.name))
  checkNames(sorted)
  const compileTypes = createTypeCompiler()
  const typed: TypedMessage[] = []
  for (const message of sorted) {
    typed.push({ message, members: await compileTypes(message.variables) })
  }
  const code = options.emit === 'js' ? javaScriptOf(typed) : typeScriptOf(typed, options)
  const files = {}
  for (const [path, text] of code) setOwn(files, path, text)
  setOwn(files, manifestName, manifestText(Object.keys(files), options.version))
  return files
}

type FileEntry = readonly [path: string, text: string]

function typeScriptOf(
  typed: readonly TypedMessage[],
  { importExtension }: GenerateOptions,
): readonly FileEntry[] {
  const messages = typed.map(({ message }) => message)
  const replies = generateReplies(typed)
  const index = { extension: importExtension, hasTypes: true, hasReplies: replies !== undefined }
  return [
    ...typed.map(
      ({ message, members }): FileEntry => [`${message.name}.ts`, generateModule(message, members)],
    ),
    ...fileOf(`${repliesModule}.ts`, replies?.typeScript),
    ['index.ts', generateIndex(messages, index)],
  ]
}

function javaScriptOf(typed: readonly TypedMessage[]): readonly FileEntry[] {
  const messages = typed.map(({ message }) => message)
  const replies = generateReplies(typed)
  const index = { extension: 'js', hasTypes: false, hasReplies: replies !== undefined } as const
  return [
    ...typed.map((one): FileEntry => [`${one.message.name}.js`, generateJavaScript(one)]),
    ...fileOf(`${repliesModule}.js`, replies?.javaScript),
    ['index.js', generateIndex(messages, index)],
    ['index.d.ts', generateTypes(typed, replies?.declarations)],
  ]
}

function fileOf(path: string, text: string | undefined): readonly FileEntry[] {
  return text === undefined ? [] : [[path, text]]
}

function checkNames(messages: readonly CompiledMessage[]): void {
  const known = new Map<string, string>()
  for (const { name } of messages) {
    if (!isMessageName(name)) throw new TypeError(`not a message name: ${name}`)
    const other = known.get(identifierOf(name))
    if (other !== undefined) throw new TypeError(`${other} and ${name} give one identifier`)
    known.set(identifierOf(name), name)
  }
}

/** The text of a manifest that lists these paths. */
export function manifestText(paths: readonly string[], version?: string): string {
  const generator = version === undefined ? 'connectly-messages' : `connectly-messages ${version}`
  const files = paths.toSorted(compareText)
  return `${JSON.stringify({ version: 1, generator, files }, null, 2)}\n`
}
