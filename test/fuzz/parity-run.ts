import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compileProject, parseMessagePath, reporters } from '../../src/index.ts'
import { runMain } from '../helpers/run-main.ts'

/** What the ways to lint say of one file, where they differ. */
export interface Difference {
  readonly way: string
  readonly path: string
  readonly text: string
  readonly expected: string
  readonly actual: string
}

/** What every way of linting was asked, and where two did not say the same. */
export interface Parity {
  readonly files: number
  readonly diagnostics: number
  readonly differences: readonly Difference[]
}

/** Lints texts through the library, as a folder, by name, one by one and as standard input. */
export async function compareWays(texts: readonly string[]): Promise<Parity> {
  const root = mkdtempSync(join(tmpdir(), 'connectly-parity-'))
  try {
    const files = writeTexts(root, texts)
    const library = readReport(lintByLibrary(files))
    const ways: { readonly [way: string]: Said } = {
      folder: await lintAll(root, []),
      named: await lintAll(root, [...files.keys()]),
      hook: await lintEach(files.keys(), (path) => runMain([...command, path], { cwd: root })),
      stdin: await lintEach(files.keys(), (path) =>
        runMain([...command, '-', '--stdin-filename', path], {
          cwd: root,
          stdin: files.get(path) ?? '',
        }),
      ),
    }
    const differences = Object.entries(ways).flatMap(([way, said]) =>
      [...files].flatMap(([path, text]) => {
        const [expected, actual] = [library.get(path) ?? '', said.get(path) ?? '']
        return expected === actual ? [] : [{ way, path, text, expected, actual }]
      }),
    )
    const diagnostics = [...library.values()].join('').split('"rule":').length - 1
    return { files: files.size, diagnostics, differences }
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

/** Path → what was said of the file, as the bytes of JSON. */
type Said = ReadonlyMap<string, string>

// Which other messages there are is what the ways differ in.
const rules = { 'ambiguous-id': 'off' } as const
const command = ['lint', '--no-config', '--rule=ambiguous-id:off', '--format', 'json']

function writeTexts(root: string, texts: readonly string[]): ReadonlyMap<string, string> {
  mkdirSync(join(root, 'messages'))
  // What is no character is none in a file either.
  const files = texts.map(
    (text, index) => [`messages/m${index}.yaml`, text.toWellFormed()] as const,
  )
  for (const [path, text] of files) writeFileSync(join(root, path), text)
  return new Map(files)
}

function lintByLibrary(files: ReadonlyMap<string, string>): string {
  const sources = [...files].map(([path, text]) => ({
    source: { path, text },
    path: parseMessagePath(path.replace('messages/', '')),
  }))
  const settingsFor = () => ({ preset: 'recommended', rules }) as const
  return reporters.json(compileProject(sources, { settingsFor }), { color: false })
}

async function lintAll(root: string, paths: readonly string[]): Promise<Said> {
  return readReport((await runMain([...command, ...paths], { cwd: root })).stdout)
}

async function lintEach(
  paths: Iterable<string>,
  run: (path: string) => Promise<{ readonly stdout: string }>,
): Promise<Said> {
  const said = new Map<string, string>()
  for (const path of paths) {
    for (const [file, text] of readReport((await run(path)).stdout)) said.set(file, text)
  }
  return said
}

function readReport(text: string): Said {
  const { diagnostics }: { readonly diagnostics: readonly { readonly file: string }[] } =
    JSON.parse(text)
  const byFile = Map.groupBy(diagnostics, ({ file }) => file)
  return new Map([...byFile].map(([file, list]) => [file, JSON.stringify(list)]))
}
