import type { RolldownOptions } from 'rolldown'

const external = ['ky', 'json-schema-to-typescript', 'cosmiconfig', 'tinyglobby']

/** What `lint` needs: one file, since every file more costs start-up time. */
const lintParts =
  /src\/(?:model|language|main|start|emit\/(?:reporters|printable|style)|commands\/(?:command|index|lint|open-project|parse-arguments)|host\/(?!http|sandbox|write|ulid|client|read-body|retry|redact|base))|node_modules\/(?:yaml|picomatch)/

const library: RolldownOptions = {
  input: ['src/index.ts', 'src/client.ts'],
  external,
  platform: 'node',
  output: { dir: 'dist', format: 'esm', chunkFileNames: 'library/[name].js' },
}

const command: RolldownOptions = {
  input: { start: 'src/start.ts' },
  external,
  platform: 'node',
  output: {
    dir: 'dist',
    format: 'esm',
    chunkFileNames: 'command/[name].js',
    codeSplitting: { groups: [{ name: 'lint', test: lintParts }] },
  },
}

const entry: RolldownOptions = {
  input: { cli: 'src/cli.cts' },
  external: [/start\.ts$/],
  platform: 'node',
  output: {
    dir: 'dist',
    format: 'cjs',
    entryFileNames: '[name].cjs',
    paths: (id) => (id.endsWith('start.ts') ? './start.js' : id),
  },
}

export default [library, command, entry]
