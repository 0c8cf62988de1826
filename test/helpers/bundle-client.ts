import { join } from 'node:path'
import { type Plugin, type RolldownOptions, rolldown } from 'rolldown'
import { client } from '../../.rolldown.config.ts'

const root = join(import.meta.dirname, '../..')
const entry = join(root, 'program.ts')

/** How a program is bundled. */
export interface BundleOptions {
  readonly isClientExternal?: boolean
  readonly format?: 'es' | 'iife'
}

/**
 * Bundles a program of an application, minified: one that stands at the root of this repository and
 * imports the client as it is published.
 */
export async function bundleProgram(
  program: string,
  { isClientExternal = false, format = 'es' }: BundleOptions = {},
): Promise<string> {
  const build = await rolldown({
    input: entry,
    platform: 'neutral',
    logLevel: 'silent',
    external: isClientExternal ? ['connectly-messages/client'] : [],
    resolve: { mainFields: ['module', 'main'] },
    plugins: [
      inMemory(entry, program),
      ...(isClientExternal ? [] : [inMemory('connectly-messages/client', await builtClient())]),
    ],
  })
  const { output } = await build.generate({
    format,
    name: 'program',
    codeSplitting: false,
    minify: true,
  })
  return output.map((chunk) => (chunk.type === 'chunk' ? chunk.code : '')).join('')
}

/** Without side effects, as `package.json` says of the client. */
function inMemory(name: string, code: string): Plugin {
  const id = name === entry ? name : join(root, 'dist/client.js')
  return {
    name: 'in-memory',
    resolveId: (wanted) => (wanted === name ? { id, moduleSideEffects: name === entry } : null),
    load: (wanted) => (wanted === id ? code : null),
  }
}

let built: Promise<string> | undefined

/** The client as the package is built, without writing it anywhere. */
export function builtClient(): Promise<string> {
  built ??= buildClient()
  return built
}

async function buildClient(): Promise<string> {
  return buildLikeClient(client.input)
}

/** Another entry of ours, built with what the client is built with. */
export async function buildLikeClient(input: RolldownOptions['input']): Promise<string> {
  const build = await rolldown({ ...client, ...(input === undefined ? {} : { input }) })
  const { output } = await build.generate(client.output)
  return output[0].code
}
