import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type RunResult, runCli } from '../helpers/run-cli.ts'
import { runMain } from '../helpers/run-main.ts'
import { makeTempFolder } from '../helpers/temp-folder.ts'

const ready = `variables:
  name: string(40)
  left: { type: integer, minimum: 1, maximum: 9 }
  tags: { type: array, maxItems: 3, items: string(9) }
  big: { type: boolean, default: false }
examples:
  - name: Ana
    variables: { name: Ana, left: 2, tags: [a] }
message:
  text: "Hello {{ name }}, {{ left }} left"
callbackData: { tags: "{{ tags }}", big: "{{ big }}" }
sender: "+14151111234"
`
const config = `locales: { default: en, all: [en, es] }
businessId: 0b0e4f2c-6a51-4c0e-9d0a-3f1d2b7c9e11
`
const files = {
  'connectly.config.yaml': config,
  'messages/shop/ready.yaml': ready,
  'messages/shop/ready.es.yaml': 'message:\n  text: "Hola {{ name }}, quedan {{ left }}"\n',
}

function render(
  args: readonly string[],
  more: { readonly [path: string]: string } = {},
): Promise<RunResult> {
  const { path } = makeTempFolder({ ...files, ...more })
  return runCli(['render', 'shop/ready', ...args], { cwd: path })
}

const request = {
  method: 'POST',
  url: 'https://api.connectly.ai/v1/businesses/0b0e4f2c-6a51-4c0e-9d0a-3f1d2b7c9e11/send/messages',
  body: {
    sender: { id: '+14151111234', channelType: 'whatsapp' },
    message: { text: 'Hello Ana, 2 left' },
    callbackData: { tags: ['a'], big: false },
  },
}

describe('connectly render', () => {
  it('prints the exact request of an example', async () => {
    const { code, stdout, stderr } = await render(['--example', 'Ana'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toBe(`${JSON.stringify(request, null, 2)}\n`)
  })

  it('shows the key of tracking, where the config turns it on', async () => {
    const { stdout } = await render(['--example', 'Ana'], {
      'connectly.config.yaml': `${config}tracking: true\n`,
    })
    expect(JSON.parse(stdout).body.callbackData).toEqual({
      tags: ['a'],
      big: false,
      $c: 'shop/ready',
    })
  })

  it('adds the recipient, the locale and what else is asked for', async () => {
    const more = ['--to', '+16044441111', '--locale', 'es', '--sender', '+14152222345']
    const { stdout } = await render(['--example=Ana', ...more, '--message-id', 'm1'])
    expect(JSON.parse(stdout).body).toEqual({
      sender: { id: '+14152222345', channelType: 'whatsapp' },
      recipient: { id: '+16044441111', channelType: 'whatsapp' },
      message: { id: 'm1', text: 'Hola Ana, quedan 2' },
      callbackData: { tags: ['a'], big: false },
    })
  })

  it('says on standard error which locale stands in for one that the message lacks', async () => {
    const locales = '{ default: en, all: [en, es, pt-BR], fallback: { pt-BR: [es, en] } }'
    const more = { 'connectly.config.yaml': `locales: ${locales}\n` }
    const result = await render(['--example', 'Ana', '--locale', 'pt-BR'], more)
    expect(JSON.parse(result.stdout).body.message).toEqual({ text: 'Hola Ana, quedan 2' })
    expect(result).toMatchObject({
      code: 0,
      stderr: '`shop/ready` has no `pt-BR`: `es` stands in, by `locales.fallback` of the config\n',
    })
  })

  it('takes variables from a file and one by one, the latter before the former', async () => {
    const variables = '{ "name": "Eva", "left": 1, "tags": [], "big": true }'
    const { stdout } = await render(
      ['--variables', 'v.json', '--var', 'left=3', '--var', 'name=a=b', '--var', 'tags=["x","y"]'],
      { 'v.json': `\uFEFF${variables}` },
    )
    const { body } = JSON.parse(stdout)
    expect(body.message).toEqual({ text: 'Hello a=b, 3 left' })
    expect(body.callbackData).toEqual({ tags: ['x', 'y'], big: true })
  })

  it('keeps the place of the business in the address where none is set', async () => {
    const { path } = makeTempFolder({ 'messages/hi.yaml': 'message:\n  text: Hi\n' })
    const [plain, set] = await Promise.all([
      runCli(['render', 'hi'], { cwd: path }),
      runCli(['render', 'hi'], {
        cwd: path,
        env: { CONNECTLY_BUSINESS_ID: 'shop', CONNECTLY_BASE_URL: 'http://127.0.0.1:1/api/' },
      }),
    ])
    expect(JSON.parse(plain?.stdout ?? '').url).toBe(
      'https://api.connectly.ai/v1/businesses/{businessId}/send/messages',
    )
    expect(JSON.parse(set?.stdout ?? '')).toEqual({
      method: 'POST',
      url: 'http://127.0.0.1:1/api/v1/businesses/shop/send/messages',
      body: { message: { text: 'Hi' } },
    })
  })

  it.each([
    [
      'a text where an integer is due',
      ['--example', 'Ana', '--var', 'left=two'],
      2,
      'an integer, so write digits',
    ],
    [
      'a number with leading zeros',
      ['--example', 'Ana', '--var', 'left=007'],
      2,
      'an integer, and a number has no leading zeros: write 7, or declare `left` as a string',
    ],
    [
      'a number with a plus sign',
      ['--example', 'Ana', '--var', 'left=+7'],
      2,
      'an integer, and a number has no `+` before it: leave it out',
    ],
    ['a number out of range', ['--example', 'Ana', '--var', 'left=99'], 1, 'left'],
    ['an unknown variable', ['--example', 'Ana', '--var', 'nmae=Eva'], 1, '`name`'],
    ['a missing variable', ['--var', 'name=Ana'], 1, 'left'],
    ['a variable without a value', ['--var', 'name'], 2, '--var name=value'],
    ['an unknown example', ['--example', 'ana'], 2, '"Ana"'],
    ['an unknown locale', ['--example', 'Ana', '--locale', 'fr'], 2, '`es`'],
    ['an unknown option', ['--example', 'Ana', '--recipient', 'x'], 2, '--recipient'],
    ['a recipient that is no number', ['--example', 'Ana', '--to', '6044441111'], 1, 'recipient'],
    ['a file that is not there', ['--variables', 'lost.json'], 2, 'lost.json'],
  ])('prints no request for %s', async (_, args, expected, named) => {
    const { code, stdout, stderr } = await render(args)
    expect({ code, stdout }).toEqual({ code: expected, stdout: '' })
    expect(stderr).toContain(named)
    expect(stderr).not.toContain('mistake of connectly')
  })

  it.each([
    ['[1]', 'object'],
    ['{', 'v.json'],
    ['', 'v.json'],
  ])('ends with 2 for a file of variables that holds %j', async (text, named) => {
    const { code, stderr } = await render(['--variables', 'v.json'], { 'v.json': text })
    expect(code).toBe(2)
    expect(stderr).toContain(named)
  })

  it('ends with 2 for a message that is not there or has errors, and names the way on', async () => {
    const { path } = makeTempFolder({
      ...files,
      'messages/shop/broken.yaml': 'message:\n  text: "{{ nobody }}"\n',
    })
    const [near, far, broken, none] = await Promise.all([
      runCli(['render', 'shop/raedy'], { cwd: path }),
      runCli(['render', 'constructor'], { cwd: path }),
      runCli(['render', 'shop/broken'], { cwd: path }),
      runCli(['render'], { cwd: path }),
    ])
    const codes = [near, far, broken, none].map((result) => result?.code)
    expect(codes).toEqual([2, 2, 2, 2])
    expect(near?.stderr).toContain('did you mean `shop/ready`?')
    expect(far?.stderr).toContain('shop/ready')
    expect(broken?.stderr).toContain('messages/shop/broken.yaml')
    expect(none?.stderr).toContain('<name>')
  })

  it.each([
    ['its name', 'shop/broken', 'broken.yaml'],
    ['the path of its file', 'broken.yaml', 'broken.yaml'],
    ['the path of a file in another locale', 'broken.es.yaml', 'broken.yaml'],
    ['the name of a message that cannot be read', 'shop/bytes', 'bytes.yaml'],
  ])('says in the folder of a message, too, that it has errors: by %s', async (_, name, file) => {
    const folder = makeTempFolder({
      ...files,
      'messages/shop/broken.yaml': 'message:\n  text: "{{ nobody }}"\n',
      'messages/shop/broken.es.yaml': 'message:\n  text: Hola\n',
    })
    writeFileSync(join(folder.path, 'messages/shop/bytes.yaml'), Buffer.from([0xff, 0xfe, 0x00]))
    const result = await runMain(['render', name], { cwd: join(folder.path, 'messages/shop') })
    const wanted = name === 'shop/bytes' ? name : 'shop/broken'
    expect(result).toMatchObject({
      code: 2,
      stderr: `\`${wanted}\` has errors: run \`connectly lint ${file}\` to see them\n`,
    })
  })

  it('does not take the errors of a message whose name ends alike for those of another', async () => {
    const { path } = makeTempFolder({ 'messages/too-late.yaml': 'message:\n  text: ""\n' })
    const { stderr } = await runMain(['render', 'late'], { cwd: path })
    expect(stderr).toContain('there is no message `late`')
  })

  it('neither reads the key nor opens a socket', async () => {
    const { path } = makeTempFolder(files)
    const env = { CONNECTLY_API_KEY: 'top-secret', NODE_DEBUG: 'net' }
    const result = await runCli(['render', 'shop/ready', '--example', 'Ana'], { cwd: path, env })
    expect(result.code).toBe(0)
    expect(result.stdout + result.stderr).not.toMatch(/top-secret|NET \d+: .*connect/)
  })
})
