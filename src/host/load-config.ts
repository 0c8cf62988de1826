import { access } from 'node:fs/promises'
import { basename, dirname, extname, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Document } from '../language/document.ts'
import { type Config, type ResolvedConfig, resolveConfig } from '../model/config.ts'
import type { Diagnostic, NamedFinding } from '../model/diagnostic.ts'
import { isObject, type JsonValue } from '../model/json.ts'
import { findJsonFault } from '../model/json-fault.ts'
import { formatPath, isInside, type Path, type Source } from '../model/source.ts'
import { checkSettings } from './check-config.ts'
import { ConfigError, isKeyName } from './config-error.ts'
import { configNames, findConfig } from './find-config.ts'
import { reasonOf, toPosix } from './paths.ts'
import { toPlainValue } from './plain-value.ts'
import { type ReadResult, readSource } from './read-source.ts'

/** Where a config comes from. */
export interface LoadConfigOptions {
  readonly cwd: string
  /** `--config`: this file and no other; relative to the working directory. */
  readonly file?: string | undefined
  /** `--no-config-code`: a config in TypeScript is refused, since loading it runs it. */
  readonly isCodeRefused?: boolean
  /** Whether a config in TypeScript may have been loaded before, and is to be read as it is now. */
  readonly isReadAgain?: boolean
}

/** A config with its defaults filled in. */
export interface LoadedConfig {
  readonly config: ResolvedConfig
  /** The file that it came from, absolute; absent where there is none. */
  readonly path?: string
  /** Absolute: where its globs and its output begin. The working directory, if there is no file. */
  readonly root: string
}

/**
 * Finds, loads and checks the config. The API key is never read here, and a config that seems to
 * hold it is refused.
 *
 * @throws {@link ConfigError}
 */
export async function loadConfig(options: LoadConfigOptions): Promise<LoadedConfig> {
  const cwd = resolve(options.cwd)
  const path = options.file === undefined ? await findConfig(cwd) : resolve(cwd, options.file)
  if (path === undefined) return { config: resolveConfig({}), root: cwd }
  const label = toPosix(relative(cwd, path))
  const config =
    endingOf(path, label) === '.ts'
      ? await checkCode(await loadCode(path, label, options), label)
      : await readData(readSource({ path: label, absolute: path }), label)
  return { config: resolveConfig(config), path, root: dirname(path) }
}

function endingOf(path: string, label: string): string {
  const ending = extname(path)
  if (configNames.some((name) => name.endsWith(ending) && ending !== '')) return ending
  throw refused(label, 'a config ends in `.ts`, `.json`, `.yaml` or `.yml`')
}

/**
 * Reads a config in JSON or YAML.
 * @throws {@link ConfigError}
 */
export async function readData(read: ReadResult, label: string): Promise<Config> {
  if ('diagnostic' in read) throw new ConfigError([read.diagnostic])
  const { source } = read
  if (!label.endsWith('.json') && saysNothing(source.text)) return {}
  // The parser is loaded here, so that a run without a config does not wait for it.
  const { parseDocument } = await import('../language/document.ts')
  const document = parseDocument(source)
  const fault = label.endsWith('.json') ? faultOf(source) : undefined
  const unread = (fault === undefined ? document.findings : [fault])
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, message, range, path: place }): Diagnostic => {
      return { file: label, rule, severity: 'error', message, range, path: place }
    })
  const [first] = unread
  if (first !== undefined) throw new ConfigError(unread, { source })
  const value = document.value ?? {}
  const findings = await checkConfig(value)
  if (findings.length > 0) {
    const diagnostics = findings.map((finding) => ({
      ...describe(label, finding),
      range: rangeOf(finding, document),
    }))
    const hidden = findings.filter(isKeyFinding).map(({ path: place }) => document.rangeAt(place))
    throw new ConfigError(diagnostics, { source, hidden })
  }
  return asConfig(value)
}

async function loadCode(
  path: string,
  label: string,
  { isCodeRefused = false, isReadAgain = false }: LoadConfigOptions,
): Promise<unknown> {
  if (isCodeRefused) {
    throw refused(
      label,
      'a config in TypeScript is code, which `--no-config-code` refuses: use `connectly.config.yaml` or `connectly.config.json`',
    )
  }
  return runCode(path, label, isReadAgain)
}

/**
 * Checks what a config in TypeScript exports.
 * @throws {@link ConfigError}
 */
export async function checkCode(exported: unknown, label: string): Promise<Config> {
  const { value, problems } = toPlainValue(exported)
  const findings = problems.length > 0 ? problems.map(asFinding) : await checkConfig(value)
  if (findings.length === 0) return asConfig(value)
  throw new ConfigError(
    findings.map((finding) => {
      const place = formatPath(finding.path)
      const isNamed = place === '' || finding.message.includes(`\`${place}\``)
      const message = isNamed ? finding.message : `\`${place}\`: ${finding.message}`
      return { ...describe(label, finding), message }
    }),
  )
}

/**
 * Runs a config with cosmiconfig's loader for TypeScript.
 *
 * Its search is not used: before it looks for anything it obeys settings in `package.json` and
 * `.config/` of the working directory, runs `.config/config.js`, and follows `$import` from data
 * into code.
 */
async function runCode(path: string, label: string, isReadAgain: boolean): Promise<unknown> {
  try {
    await access(path)
    const exported = await importDefault(path, isReadAgain)
    if (exported !== undefined) return exported
  } catch (error) {
    throw refused(
      label,
      `the config cannot be loaded: ${lineOf(error, path)}${reasonOf(error)}${wayOutOf(error)}`,
      error,
    )
  }
  throw refused(
    label,
    'the config has no default export: write `export default defineConfig({ … })`',
  )
}

async function importDefault(path: string, isReadAgain: boolean): Promise<unknown> {
  if (isReadAgain) {
    const { readAgain } = await import('./read-again.ts')
    return readAgain(pathToFileURL(path).href)
  }
  const { defaultLoaders } = await import('cosmiconfig')
  return defaultLoaders['.ts'](path, '')
}

/** Where in the config an error arose, as far as its stack tells. */
function lineOf(error: unknown, path: string): string {
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  const place = stack.indexOf(`${basename(path)}:`)
  const [, line] = place < 0 ? [] : (/:([1-9][0-9]*)/.exec(stack.slice(place)) ?? [])
  return line === undefined ? '' : `line ${line}: `
}

/** What Node says of a module in a package of scripts helps nobody. */
function wayOutOf(error: unknown): string {
  const reason = reasonOf(error)
  if (/import statement outside a module|Unexpected token 'export'/.test(reason)) {
    return ': put `"type": "module"` into package.json, or write the config as connectly.config.yaml'
  }
  return /Cannot find package 'connectly-messages'/.test(reason)
    ? ': run `npm install connectly-messages` first'
    : ''
}

/** One mistake, one finding: what means the API key is not called an unknown key as well. */
async function checkConfig(value: JsonValue): Promise<readonly NamedFinding[]> {
  const keys = [...findKeys(value, [])]
  const { validateConfig } = await import('../language/validate-config.ts')
  const shape = validateConfig(value).filter(
    (finding) => !keys.some((key) => isInside(finding.path, key.path)),
  )
  const findings = [...keys, ...shape].filter(({ severity }) => severity !== 'warning')
  return findings.length > 0 ? findings : checkSettings(asConfig(value))
}

const keyRule = 'api-key-in-config'

function isKeyFinding({ rule }: NamedFinding): boolean {
  return rule === keyRule
}

function* findKeys(value: JsonValue, path: Path): Generator<NamedFinding> {
  if (typeof value !== 'object' || value === null) return
  for (const [key, child] of Object.entries(value)) {
    const place = [...path, Array.isArray(value) ? Number(key) : key]
    if (!isKeyName(key)) yield* findKeys(child, place)
    else yield { path: place, at: 'key', rule: keyRule, message: keyMessage(key) }
  }
}

function keyMessage(key: string): string {
  return `\`${key}\` does not belong in a config: remove it, replace the key if it was committed, and pass it in the environment variable \`CONNECTLY_API_KEY\``
}

/** A file in which every key is still commented out is a config too. */
function saysNothing(text: string): boolean {
  return /^\ufeff?(?:[ \t]*(?:#.*|---)?\r?(?:\n|$))*$/.test(text)
}

/** What YAML reads and JSON does not: such a file would not load in any other tool. */
function faultOf({ text }: Source): Omit<Diagnostic, 'file'> | undefined {
  const fault = findJsonFault(text)
  if (fault === undefined) return undefined
  const range = { start: fault.offset, end: Math.min(fault.offset + 1, text.length) }
  return { rule: 'invalid-config', severity: 'error', message: fault.message, range, path: [] }
}

function rangeOf({ path, at }: NamedFinding, document: Document): Diagnostic['range'] {
  return at === 'key' ? document.keyRangeAt(path) : document.rangeAt(path)
}

function describe(file: string, { rule, message, path }: NamedFinding): Diagnostic {
  return { file, rule, severity: 'error', message, range: { start: 0, end: 0 }, path }
}

function asFinding(problem: { readonly path: Path; readonly message: string }): NamedFinding {
  return { ...problem, rule: 'invalid-config' }
}

function refused(file: string, message: string, cause?: unknown): ConfigError {
  const finding = { path: [], message, rule: 'invalid-config' }
  return new ConfigError([describe(file, finding)], cause === undefined ? {} : { cause })
}

/** The schema was checked, and describes exactly this type. */
function asConfig(value: JsonValue): Config {
  return isObject(value) ? (value as Config) : {}
}
