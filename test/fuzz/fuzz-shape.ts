import { compileYaml } from '../helpers/compile-yaml.ts'
import { hazards } from './hazards.ts'

// Compiles one known shape, and tells how long this process worked on it.

const [name = ''] = process.argv.slice(2)
const text = hazards[name]
if (text === undefined) throw new Error(`there is no shape ${name}`)
const start = process.threadCpuUsage()
compileYaml(text)
const { user, system } = process.threadCpuUsage(start)
process.send?.((user + system) / 1000)
process.disconnect?.()
