import { fileURLToPath } from 'node:url'
import type { RolldownOptions } from 'rolldown'

const heavy = ['json-schema-to-typescript', 'cosmiconfig', 'tinyglobby']

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

/**
 * CommonJS, since it starts without the loader of modules: a third of what `lint` may take. What
 * `lint` needs is imported statically and becomes one file, which a group takes with all that it
 * imports; the rest is loaded where it is used.
 */
const command: RolldownOptions = {
  input: { cli: 'src/cli.cts' },
  external: [...heavy, /package\.json$/],
  platform: 'node',
  resolve,
  output: {
    dir: 'dist',
    format: 'cjs',
    // One byte a character: read and kept in half the time.
    charset: 'ascii',
    entryFileNames: '[name].cjs',
    chunkFileNames: 'command/[name].cjs',
    codeSplitting: { groups: [{ name: 'lint', test: /src\/start\.ts$/ }] },
    minify: {
      compress: true,
      mangle: { keepNames: { function: true, class: true } },
      codegen: { removeWhitespace: true },
    },
  },
}

export default [library, command]
