import { fileURLToPath } from 'node:url'
import type { Plugin, RolldownOptions } from 'rolldown'

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

/** By itself: an application shall not load what only tools need. */
const client: RolldownOptions = {
  input: 'src/client.ts',
  external: ['ky'],
  platform: 'neutral',
  logLevel: 'warn',
  checks: { ineffectiveDynamicImport: false },
  treeshake,
  output: { dir: 'dist', format: 'esm' },
}

/** The rules with their manuals: `explain` alone reads them, so `lint` is left their checks. */
const manuals: Plugin = {
  name: 'manuals',
  resolveId: {
    filter: { id: /rules\/index\.ts$/ },
    handler: () => ({ id: './rules.cjs', external: true }),
  },
}

/**
 * CommonJS, since it starts without the loader of modules: a third of what `lint` may take. What
 * `lint` needs becomes one file: a group takes the command with all that it imports statically; the
 * rest is loaded where it is used.
 */
const command: RolldownOptions = {
  input: { cli: 'src/cli.cts' },
  external: [...heavy, /package\.json$/],
  plugins: [manuals],
  treeshake,
  platform: 'node',
  logLevel: 'warn',
  checks: { ineffectiveDynamicImport: false },
  resolve,
  output: {
    dir: 'dist',
    format: 'cjs',
    // One byte a character: read and kept in half the time.
    charset: 'ascii',
    entryFileNames: '[name].cjs',
    chunkFileNames: 'command/[name].cjs',
    codeSplitting: { groups: [{ name: 'lint', test: /src\/(start|commands\/lint)\.ts$/ }] },
    minify: {
      compress: true,
      mangle: { keepNames: { function: true, class: true } },
      codegen: { removeWhitespace: true },
    },
  },
}

const rules: RolldownOptions = {
  input: { rules: 'src/language/rules/index.ts' },
  platform: 'node',
  logLevel: 'warn',
  output: { dir: 'dist/command', format: 'cjs', entryFileNames: '[name].cjs' },
}

export default [library, client, command, rules]
