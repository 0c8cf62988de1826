import { spawnSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeManyMessages } from './many-messages.ts'

// What a thousand messages cost: once when they are generated, and at every edit of a program that
// imports one sender of them.

const root = fileURLToPath(new URL('../..', import.meta.url))
const cli = join(root, 'dist/cli.cjs')
const count = 1000
const rounds = 3

const forms = ['ts', 'js'] as const
type Form = (typeof forms)[number]

const project = realpathSync(mkdtempSync(join(tmpdir(), 'connectly-bench-')))
try {
  writeManyMessages(root, project, count)
  for (const form of forms) writeConfig(form)
  benchGeneration()
  benchTypes()
} finally {
  rmSync(project, { recursive: true, force: true })
}

function writeConfig(form: Form): void {
  const locales = 'locales: { default: en, all: [en, es, pt-BR] }\nrules: { missing-locale: off }\n'
  const senders = 'senders: ["+14151111234"]\n'
  const text = `output: ${form}\nemit: ${form}\n${locales}${senders}`
  writeFileSync(join(project, `connectly.config.yaml`), text)
  run([cli, 'generate'])
}

function benchGeneration(): void {
  const written = filesBelow(join(project, 'js'))
  const messages = filesBelow(join(project, 'messages'))
  const floor = best(() => {
    for (const path of messages) readFileSync(path, 'utf8')
    for (const path of written) {
      const copy = path.replace(join(project, 'js'), join(project, 'copy'))
      mkdirSync(dirname(copy), { recursive: true })
      writeFileSync(copy, readFileSync(path, 'utf8'))
    }
  })
  const lint = best(() => run([cli, 'lint']))
  const whole = best(() => {
    rmSync(join(project, 'js'), { recursive: true })
    run([cli, 'generate'])
  })
  const again = best(() => run([cli, 'generate']))
  console.log(`\ngenerate, ${count} messages (emit: js), best of ${rounds} runs\n`)
  show('read the messages, write the same files', floor, floor)
  show('connectly lint', lint, floor)
  show('connectly generate, nothing there', whole, floor)
  show('connectly generate, nothing changed', again, floor)
}

function benchTypes(): void {
  run([compiler('typescript'), '-p', join(root, 'src'), '--outDir', join(project, 'types')])
  for (const name of ['typescript', 'typescript-6', 'typescript-5.9']) {
    const { version } = JSON.parse(
      readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'),
    )
    console.log(`\ntsc --noEmit ${version}, one line that imports one sender of ${count}\n`)
    const floor = timeProgram(name, "import { createClient } from 'connectly-messages/client'")
    show('the same line, importing the client alone', floor, floor)
    for (const form of forms) {
      const line = `import { sendR0OrdersShipped } from './${form}/index.${form}'`
      show(`emit: ${form}`, timeProgram(name, line), floor)
    }
    const direct = "import { sendR0OrdersShipped } from './ts/r0/orders/shipped.ts'"
    show('emit: ts, from the module itself', timeProgram(name, direct), floor)
  }
  console.log(
    '\nThe index in TypeScript (the default: one module a message) has every sender checked at each\nedit: a project of many messages sets `emit: js`, or imports senders from their own modules.',
  )
}

function timeProgram(name: string, line: string): number {
  const program = line.replace(
    /import \{ (\w+) \}(.*)/,
    'import { $1 }$2\nexport const used = $1\n',
  )
  writeFileSync(join(project, 'program.ts'), program)
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }')
  writeFileSync(
    join(project, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        strict: true,
        module: 'nodenext',
        target: 'es2024',
        lib: ['es2024', 'dom'],
        types: [],
        skipLibCheck: true,
        allowImportingTsExtensions: true,
        noEmit: true,
        paths: { 'connectly-messages/client': ['./types/src/client.d.ts'] },
      },
      files: ['program.ts'],
    }),
  )
  const times = name === 'typescript' ? 2 * rounds : rounds
  return best(() => run([compiler(name), '-p', project]), times)
}

function compiler(name: string): string {
  return join(root, 'node_modules', name, 'bin/tsc')
}

function run(args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: project })
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stdout}${stderr}`)
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

/** Milliseconds of the fastest run: what else the machine does only ever adds to it. */
function best(action: () => void, times = rounds): number {
  const taken: number[] = []
  for (let round = 0; round < times; round++) {
    const start = performance.now()
    action()
    taken.push(performance.now() - start)
  }
  return Math.min(...taken)
}

function show(name: string, milliseconds: number, floor: number): void {
  const ratio = (milliseconds / floor).toFixed(2)
  console.log(`${name.padEnd(44)} ${milliseconds.toFixed(0).padStart(7)} ms  × ${ratio}`)
}
