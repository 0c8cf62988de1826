import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { rolldown } from 'rolldown'

// What the client adds to an application, minified and gzipped: what a function in the cloud loads
// at every cold start, and a page at every visit.

const root = fileURLToPath(new URL('../..', import.meta.url))
const goal = 25_000
const senderGoal = 1000

const client = "export { createClient, defineMessage } from './src/client.ts'\n"
const sender = "export { sendOrdersDelivered } from './test/generated/index.ts'\n"
const all = "export * from './src/client.ts'\n"

const own = await sizeOf(client)
const withSender = await sizeOf(client + sender)
console.log('\nclient, all packages in it, minified and gzipped\n')
show('createClient and defineMessage', own, goal)
show('one sender more', withSender - own, senderGoal)
show('everything that the client exports', await sizeOf(all))

async function sizeOf(program: string): Promise<number> {
  const entry = join(root, 'program.ts')
  const build = await rolldown({
    input: entry,
    platform: 'neutral',
    logLevel: 'silent',
    // As in the build of the package.
    treeshake: { propertyReadSideEffects: false },
    resolve: {
      alias: { 'connectly-messages/client': join(root, 'src/client.ts') },
      mainFields: ['module', 'main'],
    },
    plugins: [
      {
        name: 'program',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? program : null),
      },
    ],
  })
  const { output } = await build.generate({ format: 'esm', minify: true, codeSplitting: false })
  const code = output.map((chunk) => (chunk.type === 'chunk' ? chunk.code : '')).join('')
  return gzipSync(code, { level: 9 }).length
}

function show(name: string, bytes: number, most?: number): void {
  const verdict =
    most === undefined
      ? ''
      : `  goal ≤ ${(most / 1000).toFixed(1)}${bytes <= most ? '' : '  MISSED'}`
  console.log(`${name.padEnd(44)} ${(bytes / 1000).toFixed(2).padStart(7)} kB${verdict}`)
}
