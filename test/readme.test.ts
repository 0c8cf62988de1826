import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it, vi } from 'vitest'
import { generateFiles } from '../src/emit/generate.ts'
import { compileFiles } from './helpers/compile-yaml.ts'
import { secret, sign } from './helpers/sign.ts'
import { makeTempFolder, type TempFolder } from './helpers/temp-folder.ts'
import { makeTypeProject, root } from './helpers/type-project.ts'

const readme = readFileSync(join(root, 'README.md'), 'utf8')
const yaml = /```yaml\n(.*?)```/s.exec(readme)?.[1] ?? ''
const [, ...blocks] = readme.split('```ts\n').map((part) => part.split('\n```')[0] ?? '')
const webhook = blocks.find((block) => block.includes('handleReplies(')) ?? ''
const compiled = compileFiles({
  'messages/parcel-late.yaml': yaml.replace('maxLength: 24', 'maxLength: 15'),
})

/** The generated modules and the webhook of the README, on the sources. */
async function writeExample(): Promise<TempFolder> {
  const files = await generateFiles(compiled.messages, { importExtension: 'ts' })
  const client = pathToFileURL(join(root, 'src/client.ts')).href
  const folder = makeTempFolder({ 'package.json': '{ "type": "module" }' })
  for (const [name, text] of Object.entries({ ...files, 'webhook.ts': webhook })) {
    const path = name === 'webhook.ts' ? name : `generated/${name}`
    folder.write({ [path]: text.replace("'connectly-messages/client'", `'${client}'`) })
  }
  return folder
}

describe('the webhook of the README', () => {
  it('compiles, with the message of the README', async () => {
    expect(compiled.diagnostics).toEqual([])
    const files = await generateFiles(compiled.messages, { importExtension: 'ts' })
    const generated = Object.entries(files)
      .filter(([name]) => name.endsWith('.ts'))
      .map(([name, text]) => [`generated/${name}`, text])
    const declared = 'declare const process: { env: { CONNECTLY_WEBHOOK_SECRET?: string } }\n'
    const project = await makeTypeProject({
      ...Object.fromEntries(generated),
      'webhook.ts': declared + webhook,
    })
    const errors = await project.check('typescript')
    project.remove()
    expect(errors).toEqual([])
  }, 60_000)

  it('answers what it is sent', async () => {
    const folder = await writeExample()
    const { POST } = await import(pathToFileURL(join(folder.path, 'webhook.ts')).href)
    vi.stubEnv('CONNECTLY_WEBHOOK_SECRET', secret)
    const log = vi.spyOn(console, 'log').mockReturnValue()
    const post = async (payload: string, signature?: string): Promise<number> => {
      const body = JSON.stringify({
        sender: { id: '+16044441111' },
        buttonResponse: { text: 'Call Ana', payload },
      })
      const headers = { 'x-connectly-hmac-sha256': signature ?? sign(body) }
      const request = new Request('http://localhost', { method: 'POST', body, headers })
      const response: Response = await POST(request)
      return response.status
    }
    expect(await post('call')).toBe(200)
    expect(await post('later')).toBe(200)
    expect(await post('call', sign('x'))).toBe(401)
    expect(log.mock.calls).toEqual([['call +16044441111'], ['later is not offered any more']])
    vi.unstubAllEnvs()
    log.mockRestore()
  })
})
