import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { bundleProgram } from '../helpers/bundle-client.ts'
import { judgeGoal } from './goal.ts'

// What the client adds to an application, minified and gzipped: what a function in the cloud loads
// at every cold start, and a page at every visit. Senders name what their messages need besides, and
// an application carries each of these once.

const goal = 25_000
const senderGoal = 1000

const client = "export { createClient, defineMessage } from 'connectly-messages/client'\n"
const ky = "export { default } from 'ky'\n"
const all = "export * from 'connectly-messages/client'\n"

/** What generated modules import where a message needs it. */
const parts: readonly (readonly [name: string, exported: string])[] = [
  ['texts', 'textRules'],
  ['attachments', 'mediaRules'],
  ['a location', 'locationRules'],
  ['reply buttons', 'replyButtonRules'],
  ['a list', 'listRules'],
  ['products', 'productRules'],
  [
    'every content',
    'listRules, locationRules, mediaRules, productRules, replyButtonRules, textRules',
  ],
  ['a template as fallback', 'templateFallback'],
  ['lists of values', 'listValues'],
  ['numbers', 'numberValues'],
  ['listed values', 'choiceValues'],
  ['a format', 'dateFormat'],
  ['all formats', 'dateFormat, dateTimeFormat, emailFormat, timeFormat, uuidFormat'],
  ['tracking', 'withTracking'],
  ['a pattern that is no RegExp', 'linearPattern'],
]

const own = await sizeOf(client)
console.log('\nclient, all packages in it, minified and gzipped\n')
show('createClient and defineMessage', own, goal)
show('  of that ky', await sizeOf(ky))
for (const [name, exported] of parts) {
  show(`with what needs ${name}`, (await sizeOf(client + importOf(exported))) - own)
}

const senders = await Promise.all(
  readIndex().map(async (sender) => {
    const [alone, before] = await Promise.all([
      sizeOf(client + sender.program),
      sizeOf(client + sender.needs),
    ])
    return { name: sender.name, more: alone - before, alone }
  }),
)
const largest = senders.reduce((left, right) => (right.more > left.more ? right : left))
const longest = senders.reduce((left, right) => (right.alone > left.alone ? right : left))
const mean = senders.reduce((sum, { more }) => sum + more, 0) / senders.length
console.log(`\none sender more, of the ${senders.length} messages here\n`)
show('on average', mean, senderGoal)
show(`the largest: ${largest.name}`, largest.more, senderGoal)
show(`client, ${longest.name} and all that it needs`, longest.alone)
show('client, every sender and all that they need', await sizeOf(client + everySender()))
show('everything that the client exports', await sizeOf(all))

interface Sender {
  readonly name: string
  readonly program: string
  /** What its module imports besides. */
  readonly needs: string
}

function readIndex(): readonly Sender[] {
  const modules = [...readGenerated('index.ts').matchAll(/ from '\.\/([a-z][\w/-]*)\.ts'/g)]
  return modules.map(([, name = '']) => {
    const code = readGenerated(`${name}.ts`)
    const [send = ''] = /(?<=export function )send\w+/.exec(code) ?? []
    const [imported = ''] = /(?<=^import \{)[^}]*/m.exec(code) ?? []
    const needed = imported.split(',').filter((one) => /^\s*(?!type |defineMessage)\w/.test(one))
    return {
      name,
      program: `export { ${send} } from './test/generated/index.ts'\n`,
      needs: needed.length === 0 ? '' : importOf(needed.join(',')),
    }
  })
}

function everySender(): string {
  return readIndex()
    .map(({ program }) => program)
    .join('')
}

function readGenerated(name: string): string {
  return readFileSync(fileURLToPath(new URL(`../generated/${name}`, import.meta.url)), 'utf8')
}

function importOf(names: string): string {
  return `export { ${names} } from 'connectly-messages/client'\n`
}

async function sizeOf(program: string): Promise<number> {
  return gzipSync(await bundleProgram(program), { level: 9 }).length
}

function show(name: string, bytes: number, most?: number): void {
  const verdict = most === undefined ? '' : judgeGoal(bytes / 1000, { most: most / 1000 })
  console.log(`${name.padEnd(52)} ${(bytes / 1000).toFixed(2).padStart(7)} kB${verdict}`)
}
