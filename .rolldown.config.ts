import { fileURLToPath } from 'node:url'
import type { RolldownOptions } from 'rolldown'

const heavy = ['json-schema-to-typescript', 'cosmiconfig', 'tinyglobby']

/** What `lint` needs: one file, since every file more costs start-up time. */
const lintParts =
  /src\/(?:model\/(?!limit-evidence)|language\/(?!validat\w+-(?:payload|config)|judge-wire)|main|start|emit\/(?:reporters|printable|style)|commands\/(?:command|index|lint|open-project|parse-arguments)|host\/(?!load-config|find-config|config-error|json-fault|check-config|plain-value|http|sandbox|write|ulid|client|read-body|retry|redact|base))|node_modules\/yaml/

// The browser build of yaml is the same code as modules: what is not used is left out.
const resolve = {
  alias: {
    yaml: fileURLToPath(new URL('node_modules/yaml/browser/dist/index.js', import.meta.url)),
  },
}

const library: RolldownOptions = {
  input: ['src/index.ts', 'src/client.ts'],
  external: ['ky', ...heavy],
  platform: 'node',
  resolve,
  output: { dir: 'dist', format: 'esm', chunkFileNames: 'library/[name].js' },
}

/** CommonJS, since it starts without the loader of modules: a third of what `lint` may take. */
const command: RolldownOptions = {
  input: { cli: 'src/cli.cts' },
  external: [...heavy, /package\.json$/],
  platform: 'node',
  resolve,
  output: {
    dir: 'dist',
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: 'command/[name].cjs',
    minify: {
      compress: true,
      mangle: { keepNames: { function: true, class: true } },
      codegen: { removeWhitespace: true },
    },
    codeSplitting: { groups: [{ name: 'lint', test: lintParts }] },
  },
}

export default [library, command]
