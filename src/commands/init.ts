import type { Place } from '../emit/place-files.ts'
import type { Surroundings } from '../host/surroundings.ts'
import {
  type Command,
  type CommandIo,
  type ExitCode,
  exitCodes,
  listOption,
  type OptionValues,
  textOption,
  UsageError,
} from './command.ts'

const places: readonly Place[] = ['github', 'gitlab', 'pre-commit', 'lint-staged']

/** `connectly init`. */
export const init: Command = {
  name: 'init',
  summary: 'write a config, a first message and a CI workflow; overwrite nothing',
  arguments: [{ name: '[dir]', description: 'default: the working directory' }],
  options: [
    {
      flags: '--ci <service>',
      description: 'which CI checks the messages; default: github, at the root of a repository',
      choices: ['github', 'gitlab', 'none'],
    },
    {
      flags: '--hook <program>',
      description: 'also check what is committed, with this program; may be repeated',
      choices: ['pre-commit', 'lint-staged'],
      isRepeatable: true,
    },
  ],
  examples: [
    'connectly init',
    'connectly init services/notifications',
    'connectly init --ci gitlab --hook lint-staged',
  ],
  run: runInit,
}

async function runInit(
  [dir = '.']: readonly string[],
  options: OptionValues,
  io: CommandIo,
): Promise<ExitCode> {
  const { join, resolve } = await import('node:path')
  const { configNames } = await import('../host/find-config.ts')
  const { surroundingsOf } = await import('../host/surroundings.ts')
  const { existsSync } = await import('node:fs')
  const root = resolve(io.cwd, dir)
  const around = surroundingsOf(root)
  for (const [path, text] of Object.entries(starterFiles(around))) {
    // A config in another form is a config: two of them in one folder would be an error.
    const others = configNames.includes(path) ? configNames : [path]
    const there = others.find((name) => existsSync(join(root, name)))
    if (there === undefined) await writeNew(join(root, path), text)
    io.out(`${there === undefined ? 'wrote ' : 'kept  '} ${join(dir, there ?? path)}\n`)
  }
  for (const place of wantedPlaces(options, around)) await addPlace(place, root, dir, around, io)
  io.log(`\n${nextSteps(dir, around)}\n`)
  return exitCodes.done
}

/** Where the messages shall be checked; what was not asked for is left out below the root. */
function wantedPlaces(options: OptionValues, { nesting }: Surroundings): readonly Place[] {
  const ci = textOption(options, 'ci') ?? (nesting === undefined ? 'github' : 'none')
  const wanted = [ci, ...new Set(listOption(options, 'hook'))]
  return places.filter((place) => wanted.includes(place))
}

/** Writes the file of a place, or shows what to add to the one that is there. */
async function addPlace(
  place: Place,
  root: string,
  dir: string,
  { nesting }: Surroundings,
  io: CommandIo,
): Promise<void> {
  const { join } = await import('node:path')
  const { existsSync, readFileSync } = await import('node:fs')
  const { configNames } = await import('../host/find-config.ts')
  const { placeFileFor, placeFiles } = await import('../emit/place-files.ts')
  if (nesting !== undefined) {
    const { folder, packages } = nesting
    const name = configNames.find((known) => existsSync(join(root, known)))
    const { path, text } = placeFileFor(place, { config: `${folder}/${name}`, packages })
    io.log(`\nadd this to ${path} at the root of the repository:\n\n${text}`)
    return
  }
  const { path, text } = placeFiles[place]
  const file = join(root, path)
  const isThere = existsSync(file)
  if (!isThere) await writeNew(file, text)
  io.out(`${isThere ? 'kept  ' : 'wrote '} ${join(dir, path)}\n`)
  if (isThere && !readFileSync(file, 'utf8').includes('connectly')) {
    io.log(`\nadd this to ${join(dir, path)}:\n\n${text}`)
  }
}

function nextSteps(dir: string, { schema }: Surroundings): string {
  const steps = [
    ...(dir === '.' ? [] : [`cd ${dir}`]),
    ...(schema === undefined ? ['npm install connectly-messages'] : []),
    'npx connectly lint',
    'npx connectly generate',
  ]
  return `next: ${steps.join(', then ')}`
}

/** Never overwrites, not even what came into being a moment ago. */
async function writeNew(file: string, text: string): Promise<void> {
  const { dirname } = await import('node:path')
  const { mkdir, writeFile } = await import('node:fs/promises')
  try {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text, { flag: 'wx' })
  } catch (error) {
    const { reasonOf } = await import('../host/paths.ts')
    throw new UsageError(`${file} cannot be written: ${reasonOf(error)}`)
  }
}

/** What a first project consists of; where it lies decides what works there. */
function starterFiles(around: Surroundings): { readonly [path: string]: string } {
  return {
    ...(around.isModule
      ? { 'connectly.config.ts': moduleConfig }
      : { 'connectly.config.yaml': dataConfig }),
    'messages/order-ready.yaml': firstMessage(around.schema ?? installedSchema),
  }
}

const installedSchema = '../node_modules/connectly-messages/schema/message.schema.json'

const moduleConfig = `import { defineConfig } from 'connectly-messages'

export default defineConfig({
  messages: ['messages/**/*.{yaml,yml}'],
  output: 'generated',
})
`

const dataConfig = `messages: ['messages/**/*.{yaml,yml}']
output: generated
`

function firstMessage(schema: string): string {
  return `# yaml-language-server: $schema=${schema}
description: Sent when an order is ready to be picked up.

variables:
  customer: string(40)
  order: { type: string, pattern: "^[A-Z]{2}[0-9]{6}$" }

examples:
  - name: Ana
    variables: { customer: Ana, order: BR104233 }

message:
  text: "Hello {{ customer }}, your order {{ order }} is ready. When will you come?"
  replyButtonMessage:
    buttons:
      - { id: today, text: Today }
      - { id: tomorrow, text: Tomorrow }

callbackData: { flow: pick-up, order: "{{ order }}" }
`
}
