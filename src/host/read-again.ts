import { spawn } from 'node:child_process'

/**
 * The default export of a module, read in a process of its own: this one keeps every module that it
 * has loaded, together with whatever that imports.
 *
 * @param address A `file:` URL
 * @throws Error with what the module threw
 */
export async function readAgain(address: string): Promise<unknown> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script, address], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    serialization: 'advanced',
  })
  const { promise, resolve, reject } = Promise.withResolvers<unknown>()
  child.on('message', (message: { readonly value?: unknown; readonly problem?: string }) => {
    if (message.problem === undefined) resolve(message.value)
    else reject(new Error(message.problem))
  })
  child.on('error', reject)
  child.on('close', () => reject(new Error('it ended the process that read it')))
  return promise
}

// The connection is what the child would otherwise wait for.
const script = `
const say = (message) => process.send(message, () => process.disconnect())
import(process.argv[1]).then(
  (module) => {
    try {
      say({ value: module.default })
    } catch (error) {
      say({ problem: error.message })
    }
  },
  (error) => say({ problem: error?.message ?? String(error) }),
)
`
