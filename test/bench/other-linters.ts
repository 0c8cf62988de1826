import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Another linter, as Node is told to run it beside a folder `messages`. */
export interface OtherLinter {
  readonly name: string
  readonly args: readonly string[]
}

const packages = ['ajv-cli@5', '@stoplight/spectral-cli@6']

/**
 * Installs linters that judge YAML by a JSON Schema, which is the part of our work that they can
 * do. Where the registry cannot be reached it says so, and there are none.
 */
export function installOthers(folder: string, schemaFolder: string): readonly OtherLinter[] {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "private": true }')
  const options = ['--no-audit', '--no-fund', '--no-save', '--loglevel=error']
  const { status, stderr } = spawnSync('npm', ['install', ...options, ...packages], {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (status !== 0) {
    console.log(`NOT COMPARED with ${packages.join(' and ')}: npm could not install them`)
    console.log(stderr.trim())
    return []
  }
  const schema = join(schemaFolder, 'message.schema.json')
  const modules = join(folder, 'node_modules')
  const ajv = ['validate', '-s', schema, '-d', 'messages/**/*.yaml', '--strict=false']
  const ruleset = join(folder, 'ruleset.json')
  writeFileSync(ruleset, JSON.stringify(rulesetFor(schema)))
  const spectral = ['lint', 'messages/**/*.yaml', '--ruleset', ruleset, '--quiet']
  return [
    { name: 'ajv-cli', args: [join(modules, 'ajv-cli/dist/index.js'), ...ajv] },
    {
      name: 'spectral',
      args: [join(modules, '@stoplight/spectral-cli/dist/index.js'), ...spectral],
    },
  ]
}

function rulesetFor(schema: string): object {
  const then = { function: 'schema', functionOptions: { schema: { $ref: schema } } }
  return { rules: { message: { given: '$', severity: 'error', then } } }
}
