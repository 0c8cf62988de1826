import { mkdirSync, realpathSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type RunResult, runCli } from '../helpers/run-cli.ts'
import { makeTempFolder, type TempFolder } from '../helpers/temp-folder.ts'

const root = join(import.meta.dirname, '../..')

/** Runs `connectly generate` where Node refuses every other file and every connection. */
function generate({ path }: TempFolder, args: readonly string[] = []): Promise<RunResult> {
  const output = join(path, 'generated')
  mkdirSync(output, { recursive: true })
  const readable = [root, realpathSync(join(root, 'node_modules')), path]
  const nodeOptions = [
    '--permission',
    ...readable.map((folder) => `--allow-fs-read=${folder}`),
    `--allow-fs-write=${output}`,
    `--import=${join(root, 'test/helpers/no-network.mjs')}`,
  ]
  return runCli(['generate', ...args], { cwd: path, nodeOptions })
}

const hello = `# yaml-language-server: $schema=http://127.0.0.1:9/message.schema.json
description: "See http://127.0.0.1:9/ and file:///etc/passwd, {@link import('fs')}"
variables:
  photo: { type: string, format: uri, title: "$ref: http://127.0.0.1:9/" }
message:
  attachments: [{ type: image, url: "{{ photo }}", caption: "../../etc/passwd" }]
callbackData: { id: "http://127.0.0.1:9/", file: "/etc/passwd" }
`

const declarations = {
  'an address': '{ $ref: "http://127.0.0.1:9/x.json" }',
  'a file': '{ type: string, $ref: "file:///etc/passwd" }',
  'a path': '{ type: object, properties: { a: { $ref: "../../../etc/passwd" } } }',
  'an id': '{ type: string, $id: "http://127.0.0.1:9/", $schema: "http://127.0.0.1:9/" }',
  'a type in code': '{ type: string, tsType: "import(\'/etc/passwd\')" }',
}

describe('connectly generate, where it may read the project alone and reach nobody', () => {
  it('needs nothing else, whatever messages name and links lead to', async () => {
    const project = makeTempFolder({
      'messages/hello.yaml': hello,
      'connectly.config.json':
        '{ "$schema": "http://127.0.0.1:9/config.schema.json", "baseUrl": "http://127.0.0.1:9" }',
    })
    const outside = makeTempFolder({ 'b.yaml': 'message: { text: Outside }\n' })
    symlinkSync(join(outside.path, 'b.yaml'), join(project.path, 'messages/b.yaml'))
    symlinkSync(outside.path, join(project.path, 'messages/far'))
    expect(await generate(project)).toEqual({
      code: 0,
      stdout: '1 message in generated: 3 written, 0 unchanged\n',
      stderr: '',
    })
    expect((await generate(project, ['--check'])).code).toBe(0)
  })

  it('follows no reference', async () => {
    const entries = Object.entries(declarations).map(([name, declaration]) => [
      `messages/${name.replaceAll(' ', '-')}.yaml`,
      `variables:\n  x: ${declaration}\nmessage: { text: "{{ x }}" }\n`,
    ])
    const project = makeTempFolder(Object.fromEntries(entries))
    const { code, stdout, stderr } = await generate(project)
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    for (const [path] of entries) expect(stderr).toContain(`${path}:2:`)
    expect(stderr).not.toMatch(/asked for the network|restricted|mistake of connectly/)
  })

  it('writes nowhere else', async () => {
    const project = makeTempFolder({
      'messages/a.yaml': 'message: { text: Hi }\n',
      'connectly.config.yaml': 'output: ../elsewhere\n',
    })
    const { code, stderr } = await generate(project)
    expect(code).toBe(2)
    expect(stderr).toContain('the folder must lie below that of the config')
  })

  it('would be caught: the same walls stop a config that reads and one that connects', async () => {
    const project = makeTempFolder({
      'messages/a.yaml': 'message: { text: Hi }\n',
      'package.json': '{ "type": "module" }',
    })
    project.write({
      'connectly.config.ts':
        "import { readFileSync } from 'node:fs'\nreadFileSync('/etc/hostname')\nexport default {}\n",
    })
    expect((await generate(project)).stderr).toContain('restricted')
    project.write({
      'connectly.config.ts': "await fetch('http://127.0.0.1:9/')\nexport default {}\n",
    })
    expect((await generate(project)).stderr).toContain('asked for the network: fetch')
  })
})
