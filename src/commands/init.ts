import type { Surroundings } from '../host/surroundings.ts'
import {
  type Command,
  type CommandIo,
  type ExitCode,
  exitCodes,
  type OptionValues,
  UsageError,
} from './command.ts'

/** `connectly init`. */
export const init: Command = {
  name: 'init',
  summary: 'write a config, a first message and a CI workflow; overwrite nothing',
  arguments: [{ name: '[dir]', description: 'default: the working directory' }],
  options: [],
  examples: ['connectly init', 'connectly init services/notifications'],
  run: runInit,
}

async function runInit(
  [dir = '.']: readonly string[],
  _options: OptionValues,
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
  io.log(`\n${nextSteps(dir, around)}\n`)
  return exitCodes.done
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
    ...(around.isRepositoryRoot ? { '.github/workflows/messages.yml': workflow } : {}),
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

const workflow = `# Checks the messages of every pull request. It needs no secrets.
name: messages
on: pull_request
permissions:
  contents: read
jobs:
  lint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with: { node-version: 24 }
      - run: npm ci
      - run: npx connectly lint
      - run: npx connectly generate --check
`
