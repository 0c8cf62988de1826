import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'

/** A program that runs JavaScript, and what it is given before the file. */
export interface Runtime {
  readonly name: string
  readonly program: string
  readonly args: readonly string[]
}

/** Why a runtime cannot be had. */
export interface NoRuntime {
  readonly name: string
  readonly reason: string
}

const platform = `${process.platform}-${process.arch}`

/** The packages that hold nothing but the program: what they would download at install is in them. */
const packages: { readonly [name: string]: { readonly [platform: string]: string } } = {
  bun: {
    'linux-x64': '@oven/bun-linux-x64',
    'linux-arm64': '@oven/bun-linux-aarch64',
    'darwin-x64': '@oven/bun-darwin-x64',
    'darwin-arm64': '@oven/bun-darwin-aarch64',
  },
  deno: {
    'linux-x64': '@deno/linux-x64-glibc',
    'linux-arm64': '@deno/linux-arm64-glibc',
    'darwin-x64': '@deno/darwin-x64',
    'darwin-arm64': '@deno/darwin-arm64',
  },
}

/** Node, Bun and Deno: those of this machine, else those of the registry. */
export function findRuntimes(folder: string): readonly (Runtime | NoRuntime)[] {
  // Deno may do what a sender needs: reach this machine, and nothing else.
  const denoArgs = ['run', '--no-prompt', '--cached-only', '--no-lock', '--allow-net=127.0.0.1']
  return [
    { name: 'node', program: process.execPath, args: [] },
    findProgram('bun', ['run'], folder),
    findProgram('deno', denoArgs, folder),
  ]
}

function findProgram(name: string, args: readonly string[], folder: string): Runtime | NoRuntime {
  if (works(name)) return { name, program: name, args }
  const packageName = packages[name]?.[platform]
  if (packageName === undefined) return { name, reason: `there is no package for ${platform}` }
  const prefix = join(folder, `runtime-${name}`)
  mkdirSync(prefix, { recursive: true })
  const install = ['install', '--no-save', '--ignore-scripts', '--no-audit', '--prefix', prefix]
  const installed = spawnSync('npm', [...install, `${packageName}@latest`], { encoding: 'utf8' })
  const inside = join(prefix, 'node_modules', packageName)
  const program = [join(inside, 'bin', name), join(inside, name)].find((path) => existsSync(path))
  if (program !== undefined && works(program)) return { name, program, args }
  const said = installed.stderr.trim().split('\n').at(-1)
  return { name, reason: `${packageName} could not be installed or does not run: ${said}` }
}

function works(program: string): boolean {
  return spawnSync(program, ['--version']).status === 0
}

/** What a runtime calls itself. */
export function versionOf({ program }: Runtime): string {
  const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' })
  return stdout.match(/\d+\.\d+\.\d+/)?.[0] ?? 'of unknown version'
}
