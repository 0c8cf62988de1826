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
  summary: 'write a config, a first message and a CI snippet; overwrite nothing',
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
  const { existsSync } = await import('node:fs')
  const root = resolve(io.cwd, dir)
  for (const [path, text] of Object.entries(starterFiles)) {
    // A config in another form is a config: two of them in one folder would be an error.
    const others = configNames.includes(path) ? configNames : [path]
    const there = others.find((name) => existsSync(join(root, name)))
    if (there === undefined) await writeNew(join(root, path), text)
    io.out(`${there === undefined ? 'wrote ' : 'kept  '} ${join(dir, there ?? path)}\n`)
  }
  io.log('\nnext: connectly lint, then connectly generate\n')
  return exitCodes.done
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

const config = `import { defineConfig } from 'connectly-messages'

export default defineConfig({
  messages: ['messages/**/*.{yaml,yml}'],
  output: 'generated',
})
`

const firstMessage = `# yaml-language-server: $schema=../node_modules/connectly-messages/schema/message.schema.json
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

const starterFiles: { readonly [path: string]: string } = {
  'connectly.config.ts': config,
  'messages/order-ready.yaml': firstMessage,
  '.github/workflows/messages.yml': workflow,
}
