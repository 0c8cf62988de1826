import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { clientTypes, writeClientTypes } from './client-types.ts'

/** The root of this repository. */
export const root: string = join(import.meta.dirname, '../..')

/** The compilers with which generated code must work: title and package. */
export const compilers = [
  ['5.9', 'typescript-5.9'],
  ['6', 'typescript-6'],
  ['7', 'typescript'],
] as const

const compilerOptions = {
  strict: true,
  module: 'nodenext',
  target: 'es2024',
  lib: ['es2024', 'dom', 'dom.iterable'],
  types: [],
  verbatimModuleSyntax: true,
  isolatedModules: true,
  erasableSyntaxOnly: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  isolatedDeclarations: true,
  declaration: true,
  allowImportingTsExtensions: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  noUncheckedSideEffectImports: true,
  noUnusedParameters: true,
  noEmit: true,
  paths: { 'connectly-messages/client': [clientTypes] },
}

/** What a compiler says against one line. */
export interface CompilerError {
  /** Files of the project by name, others by path. */
  readonly file: string
  readonly line: number
  /** With the lines that explain it. */
  readonly text: string
}

/** A folder with files that are compiled under the strictest flags. */
export interface TypeProject {
  check(compiler: string): Promise<readonly CompilerError[]>
  remove(): void
}

/** Makes a project of files, with the package's types as they are published, made anew. */
export async function makeTypeProject(files: {
  readonly [name: string]: string
}): Promise<TypeProject> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'connectly-types-')))
  const names = Object.keys(files)
  const texts = {
    ...files,
    'package.json': '{ "type": "module" }',
    'tsconfig.json': JSON.stringify({ compilerOptions, files: names }),
  }
  for (const [name, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  await writeClientTypes(folder)
  return {
    check: async (compiler) => {
      const output = await run(compiler, ['-p', folder, '--pretty', 'false'], folder)
      return readErrors(output, names)
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

function readErrors(output: string, names: readonly string[]): readonly CompilerError[] {
  const blocks = output.split(/\n(?=\S)/).filter((block) => block.trim() !== '')
  return blocks.map((text) => {
    const [, path = '', line] = /^(.+)\((\d+),\d+\): error /.exec(text) ?? []
    const file = names.find((name) => path === name || path.endsWith(`/${name}`)) ?? path
    return { file, line: Number(line), text: text.trim() }
  })
}

function run(compiler: string, args: readonly string[], cwd: string): Promise<string> {
  const path = join(root, 'node_modules', compiler, 'bin/tsc')
  return new Promise((resolve) => {
    execFile(process.execPath, [path, ...args], { cwd }, (_error, stdout, stderr) => {
      resolve(stdout + stderr)
    })
  })
}
