import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { createClient } from '../../src/client.ts'
import { createSandbox, serveSandbox } from '../../src/index.ts'
import { sendShowroomMenu } from '../generated/index.ts'

/** The lines of the first example in a module. */
function exampleOf(file: string): string {
  const text = readFileSync(new URL(`../../src/host/${file}`, import.meta.url), 'utf8')
  const [, lines = ''] = /@example\n((?: \* .*\n)+) \*\//.exec(text) ?? []
  return lines.replaceAll(/^ \* /gm, '')
}

/** Runs an example with what it takes for granted, and returns one of its constants. */
async function runExample(
  file: string,
  given: Readonly<Record<string, unknown>>,
  result: string,
): Promise<unknown> {
  const code = `return (async () => { ${exampleOf(file)}\nreturn ${result} })()`
  return await new Function(...Object.keys(given), code)(...Object.values(given))
}

it('runs the example of createSandbox', async () => {
  const events: string[] = []
  const yourHandler = async (request: Request): Promise<Response> => {
    events.push(await request.text())
    return new Response()
  }
  const given = { createSandbox, createClient, sendShowroomMenu, yourHandler }
  const sandbox = await runExample('sandbox.ts', given, 'sandbox.accepted()')
  expect(sandbox).toMatchObject([{ customer: '+16044441111', scenarios: [] }])
  expect(events).toHaveLength(5)
  expect(events.at(-1)).toContain('"payload":"repair"')
})

it('runs the example of serveSandbox', async () => {
  const baseUrl = await runExample('sandbox-server.ts', { createSandbox, serveSandbox }, 'baseUrl')
  expect(baseUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
})
