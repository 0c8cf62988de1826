import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { dirname, resolve as resolvePath } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { OutputOptions, Plugin, RolldownOptions } from 'rolldown'
import { fieldPrefixes, readFields } from './src/model/limit-table.ts'
import type { Limit } from './src/model/limits.ts'

const heavy = ['json-schema-to-typescript', 'cosmiconfig', 'tinyglobby', 'chokidar', /^csv-parse/]

// The browser build of yaml is the same code as modules: what is not used is left out.
const resolve = {
  alias: {
    yaml: fileURLToPath(new URL('node_modules/yaml/browser/dist/index.js', import.meta.url)),
  },
}

// Reading a property of ours never does anything, so that a rule's check is kept without its manual.
const treeshake = { propertyReadSideEffects: false } as const

const library: RolldownOptions = {
  input: 'src/index.ts',
  external: ['ky', ...heavy],
  platform: 'node',
  logLevel: 'warn',
  checks: { ineffectiveDynamicImport: false },
  resolve,
  output: { dir: 'dist', format: 'esm', chunkFileNames: 'library/[name].js' },
}

/** Applications judge finished messages: what asks whether values may vary is answered, and gone. */
const finishedOnly: Plugin = {
  name: 'finished-only',
  load: {
    filter: { id: /src\/model\/may-vary\.ts$/ },
    handler: () => ({ code: 'export const mayVary = false', moduleType: 'js' }),
  },
}

/** Of the limits, applications are left those that their rules read, and of those what is read. */
const limitsOfRules: Plugin = {
  name: 'limits-of-rules',
  load: {
    filter: { id: /src\/model\/limits-[\w-]+\.ts$/ },
    handler: async (id) => {
      const used = await readLimits()
      const lines = Object.entries<LimitTable>(await import(id)).map(
        ([name, table]) =>
          `export const ${name} = /* @__PURE__ */ readLimitTable(${JSON.stringify(writeTable(table, used))})`,
      )
      const code = ["import { readLimitTable } from './limit-table.ts'", ...lines].join('\n')
      return { code, moduleType: 'js' }
    },
  },
  transform: {
    filter: { id: /src\/[\w/-]+\.ts$/, code: /\wLimits/ },
    handler: async (code, id) => {
      const { keys } = await readLimits()
      const lost = namedLimits(code).find((key) => !keys.has(key))
      if (lost !== undefined) throw new Error(`${id} reads limits.${lost}, which is left out`)
      if (takenApart.test(code))
        throw new Error(`${id} reads limits by names that stay as they are`)
      // The names are for us: where a limit is asked for by one, a number does.
      return code.replace(namedLimit, (read, key: string) => read.replace(key, nameOf(key, keys)))
    },
  },
}

type LimitTable = Readonly<Record<string, Limit>>

interface UsedLimits {
  readonly ids: ReadonlySet<string>
  /** The keys by which rules name single limits. */
  readonly keys: ReadonlySet<string>
}

async function readLimits(): Promise<UsedLimits> {
  const { checks } = await import('./src/language/rules/checks.ts')
  const { limitsOf } = await import('./src/language/rule-limits.ts')
  const rules = checks.map(({ name }) => `language/rules/${name}.ts`)
  const files = [...rules, 'host/pace.ts', 'model/resolve-tap.ts']
  const sources = files.map((file) => readFileSync(new URL(`src/${file}`, import.meta.url), 'utf8'))
  return {
    ids: new Set(checks.flatMap(({ name }) => limitsOf(name).map(({ id }) => id))),
    keys: new Set(sources.flatMap(namedLimits)),
  }
}

function namedLimits(source: string): readonly string[] {
  return [...source.matchAll(namedLimit)].map(([, key = '']) => key)
}

const namedLimit = /\wLimits\.(?!ts')(\w+)/g

const takenApart = /\} = \w+Limits\b/

function nameOf(key: string, keys: ReadonlySet<string>): string {
  return `_${[...keys].indexOf(key)}`
}

/** Limits with one subject and the same fields. */
interface LimitGroup {
  readonly head: string
  readonly limits: { readonly kind: string; readonly text: string }[]
}

/** Writes what `readLimitTable` reads; limits of one kind stay in their order. */
function writeTable(table: LimitTable, { ids, keys }: UsedLimits): string {
  const groups: LimitGroup[] = []
  for (const [key, limit] of Object.entries(table)) {
    const isNamed = keys.has(key)
    if (!isNamed && !ids.has(limit.id)) continue
    const head = `${limit.subject}|${writeFields(limit.fields)}`
    const at = groups.findIndex((group) => group.head === head)
    const isPassing = groups.slice(at + 1).some(({ limits }) => limits.some(isOfKind(limit.kind)))
    const group = (isPassing ? undefined : groups[at]) ?? { head, limits: [] }
    if (!groups.includes(group)) groups.push(group)
    group.limits.push({
      kind: limit.kind,
      text: writeLimit(limit, isNamed ? `=${nameOf(key, keys)}` : ''),
    })
  }
  return groups
    .map(({ head, limits }) => [head, ...limits.map(({ text }) => text)].join('|'))
    .join(';')
}

function isOfKind(wanted: string) {
  return ({ kind }: { readonly kind: string }): boolean => kind === wanted
}

/** Fields that differ in their prefix alone are written once, where that leaves them in order. */
function writeFields(fields: readonly string[]): string {
  const letters = new Map<string, string>()
  for (const field of fields) {
    const [letter, rest] = splitField(field)
    letters.set(rest, (letters.get(rest) ?? '') + letter)
  }
  const merged = [...letters].map(([rest, before]) => before + rest)
  const isInOrder = String(merged.flatMap(readFields)) === String(fields)
  return (isInOrder ? merged : fields.map((field) => splitField(field).join(''))).join(' ')
}

function splitField(field: string): readonly [letter: string, rest: string] {
  const found = Object.entries(fieldPrefixes).find(([, prefix]) => field.startsWith(prefix))
  return found === undefined ? ['', field] : [found[0], field.slice(found[1].length)]
}

function writeLimit({ kind, severity, min, max, unit }: Limit, name: string): string {
  const least = kind === 'count' || kind === 'range' ? min : undefined
  const cells = [`${kind}${name}${severity === 'warning' ? '!' : ''}`, least, max]
  if (kind === 'range') cells.push(unit)
  return cells.join(',').replace(/,+$/, '')
}

/** By itself: an application shall not load what only tools need. */
export const client: RolldownOptions & { readonly output: OutputOptions } = {
  input: 'src/client.ts',
  external: ['ky'],
  plugins: [finishedOnly, limitsOfRules],
  platform: 'neutral',
  logLevel: 'warn',
  checks: { ineffectiveDynamicImport: false },
  treeshake,
  optimization: { inlineConst: { mode: 'all', pass: 3 } },
  output: { dir: 'dist', format: 'esm', minify: 'dce-only' },
}

/** The rules with their manuals: `explain` alone reads them, so `lint` is left their checks. */
const manuals: Plugin = {
  name: 'manuals',
  resolveId: {
    filter: { id: /rules\/index\.ts$/ },
    handler: () => ({ id: './rules.cjs', external: true }),
  },
}

/** Of the package the entry needs two facts. */
const packageFacts: Plugin = {
  name: 'package-facts',
  transform: {
    filter: { id: /package\.json$/ },
    handler: (code) => {
      const { engines, version }: typeof import('./package.json') = JSON.parse(code)
      return JSON.stringify({ engines, version })
    },
  },
}

/** Tables and schemas are read as JSON: a literal that is used once takes several times as long. */
const tables: Plugin = {
  name: 'tables',
  load: {
    filter: { id: /src\/model\/limits-[\w-]+\.ts$/ },
    handler: async (id) => {
      const exported = Object.entries<unknown>(await import(id))
      const lines = exported.map(([name, table]) => `export const ${name} = ${parsed(table)}`)
      return { code: lines.join('\n'), moduleType: 'js' }
    },
  },
  transform: {
    filter: { id: /schema\/[\w.]+\.json$/ },
    handler: (code) => ({ code: `export default ${parsed(JSON.parse(code))}`, moduleType: 'js' }),
  },
}

function parsed(table: unknown): string {
  return `/* @__PURE__ */ JSON.parse(${JSON.stringify(JSON.stringify(table))})`
}

const laterMark = '\0later:'
const foundOnly =
  /\/(?:document-findings|document-fix|yaml-explain|counterexample|message-schema|validate-(?:keys|strays|values))\.ts$/

/**
 * What is needed only where something was found stands in a file of its own: the full reader with
 * the YAML library, fixes, counterexamples. Its functions are replaced by ones that require it when
 * they are called, so that a start neither reads nor sets up what most runs never use.
 */
const later: Plugin = {
  name: 'later',
  resolveId: {
    filter: { id: foundOnly },
    handler(source, importer) {
      if (importer === undefined || importer.startsWith(laterMark)) return null
      return laterMark + resolvePath(dirname(importer), source)
    },
  },
  load: {
    filter: { id: /^\0later:/ },
    handler: async (id) => {
      const file = id.slice(laterMark.length)
      const lines = Object.entries<unknown>(await import(file)).map(([name, value]) => {
        if (typeof value !== 'function') throw new Error(`${file}: ${name} is no function`)
        const required = `requireLater(import(${JSON.stringify(file)}))`
        return `export const ${name} = (...args) => {
          enableCompileCache()
          return ${required}.${name}(...args)
        }`
      })
      // The code that is kept for `lint` is that of its own file: this one Node can keep.
      const code = ["import { enableCompileCache } from 'node:module'", ...lines].join('\n')
      return { code, moduleType: 'js' }
    },
  },
  generateBundle(_options, bundle) {
    // The bundler knows imports that are waited for; these are not.
    const waiting =
      /requireLater\(Promise\.resolve\(\)\.then\(\(\)=>(require\("[^"]+"\))\)(?:\.then\((\w+)=>\2(\.\w+)\))?\)/g
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk') continue
      file.code = file.code.replace(
        waiting,
        (_, required: string, __, name = '') => required + name,
      )
      if (file.code.includes('requireLater'))
        throw new Error(`${file.fileName} waits for something`)
    }
  },
}

/**
 * Puts the helpers of the bundler into the file of `lint`, since a file more costs a millisecond,
 * and tells the entry the content of that file, and so which kept code belongs to it.
 */
const oneFile: Plugin = {
  name: 'one-file',
  generateBundle(_options, bundle) {
    const [entry, lint, helpers] = ['cli.cjs', 'command/lint.cjs', helpersName].map((name) => {
      const file = bundle[name]
      if (file?.type !== 'chunk') throw new Error(`${name} was not built`)
      return file
    })
    if (entry === undefined || lint === undefined || helpers === undefined) return
    if (!/^[\0-\x7f]*$/.test(lint.code)) throw new Error('lint is read as ASCII, and is not')
    replaceOnce(
      lint,
      'require("./rolldown-runtime.cjs")',
      `(exports=>{${helpers.code};return exports})({})`,
    )
    replaceOnce(entry, digestMark, createHash('sha256').update(lint.code).digest('hex'))
  },
}

const helpersName = 'command/rolldown-runtime.cjs'
const digestMark = 'digest-of-lint'

function replaceOnce(file: { code: string; fileName: string }, from: string, to: string): void {
  const [before, after, ...more] = file.code.split(from)
  if (after === undefined || more.length > 0) throw new Error(`${file.fileName}: where is ${from}?`)
  file.code = before + to + after
}

/**
 * CommonJS, since it starts without the loader of modules: a third of what `lint` may take. What
 * `lint` needs becomes one file: a group takes the command with all that it imports statically; the
 * rest is loaded where it is used.
 */
export const command: RolldownOptions & { readonly output: OutputOptions } = {
  input: { cli: 'src/cli.ts' },
  external: heavy,
  plugins: [manuals, packageFacts, tables, later, oneFile],
  transform: { define: { lintDigest: JSON.stringify(digestMark) } },
  treeshake,
  platform: 'node',
  logLevel: 'warn',
  checks: { ineffectiveDynamicImport: false },
  resolve,
  output: {
    dir: 'dist',
    format: 'cjs',
    // What is loaded later is required too: a script with kept code has no other loader.
    dynamicImportInCjs: false,
    // One byte a character: read and kept in half the time.
    charset: 'ascii',
    entryFileNames: '[name].cjs',
    chunkFileNames: 'command/[name].cjs',
    codeSplitting: {
      groups: [
        { name: 'lint', test: /src\/(start|commands\/lint)\.ts$/, priority: 2 },
        {
          name: 'found',
          test: foundOnly,
          priority: 1,
        },
      ],
    },
    minify: {
      compress: true,
      mangle: { keepNames: { function: true, class: true } },
      codegen: { removeWhitespace: true },
    },
  },
}

export const rules: RolldownOptions & { readonly output: OutputOptions } = {
  input: { rules: 'src/language/rules/index.ts' },
  platform: 'node',
  logLevel: 'warn',
  output: { dir: 'dist/command', format: 'cjs', entryFileNames: '[name].cjs' },
}

const bundles: readonly RolldownOptions[] = [library, client, command, rules]

export default bundles
