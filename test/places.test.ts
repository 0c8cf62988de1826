import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { commands } from '../src/commands/index.ts'
import { parseArguments } from '../src/commands/parse-arguments.ts'
import {
  type NestedProject,
  type Place,
  placeFileFor,
  placeFiles,
} from '../src/emit/place-files.ts'
import { placesPage } from '../src/emit/places-page.ts'
import { readAction } from './helpers/composite-action.ts'

const root = join(import.meta.dirname, '..')
const places: readonly Place[] = ['github', 'gitlab', 'pre-commit', 'lint-staged']
const hooks: readonly { readonly entry: string; readonly files: string }[] = parse(
  readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8'),
)

/** Every `connectly …` in a text, as words. */
function commandLines(text: string): readonly (readonly string[])[] {
  const lines = text.match(/\bconnectly (?:lint|generate|diff)\b[^\n>]*/g) ?? []
  return lines.map((line) => line.replaceAll('"', '').trim().split(/\s+/).slice(1))
}

describe('the places where messages are checked', { timeout: 30_000 }, () => {
  it('are shown on a page, with the very files that init writes', async () => {
    const inputs = Object.entries(readAction(join(root, 'action.yml')).inputs)
    const page = placesPage(
      inputs.map(([name, { description }]) => ({ name, description: description.trim() })),
    )
    await expect(page).toMatchFileSnapshot('../src/emit/places.md')
    for (const place of places) expect(page).toContain(placeFiles[place].text)
  })

  it.each<[project: NestedProject, runs: readonly string[]]>([
    [
      { config: 'a/connectly.config.ts', packages: 'a' },
      [
        'run: npm ci --prefix a\n',
        'run: npx --prefix a connectly lint --config a/connectly.config.ts --format github\n',
        'npx --prefix a connectly diff --config a/connectly.config.ts --format markdown --fail-on conversations,limits -- "$BASE"',
        '- npx --prefix a connectly generate --config a/connectly.config.ts --check\n',
        'name: connectly lint\n',
        'entry: npx --prefix a --no connectly lint --config a/connectly.config.ts\n',
        '"npx --prefix a connectly lint --config a/connectly.config.ts"',
      ],
    ],
    [
      { config: "it's/c.yaml", packages: undefined },
      [
        'run: npm ci\n',
        `run: npx connectly generate --config 'it'\\''s/c.yaml' --check\n`,
        `"connectly lint --config 'it'\\''s/c.yaml'"`,
      ],
    ],
  ])('run at the root for a project elsewhere: %o', (project, runs) => {
    const text = places.map((place) => placeFileFor(place, project).text).join('')
    for (const run of runs) expect(text).toContain(run)
  })

  it.each(places)('%s runs commands that exist, with options that exist', async (place) => {
    const lines = commandLines(placeFiles[place].text)
    expect(lines.length).toBeGreaterThan(0)
    for (const [name, ...args] of lines) {
      const entry = commands.find((command) => command.name === name)
      if (entry === undefined) throw new Error(`there is no command ${name}`)
      const command = await entry.load()
      expect(() => parseArguments(command, args)).not.toThrow()
    }
  })

  it.each(['github', 'gitlab'] as const)('%s leaves callers to the compiler', async (place) => {
    const found = commandLines(placeFiles[place].text).find(([name]) => name === 'diff')
    const command = await commands.find(({ name }) => name === 'diff')?.load()
    if (found === undefined || command === undefined) throw new Error('no diff is run')
    const { args, options } = parseArguments(command, found.slice(1))
    expect([args, options['failOn']]).toEqual([['$BASE'], ['conversations,limits']])
  })

  it('name actions by commit, ask for no right but reading, and use no secret', () => {
    const { text } = placeFiles.github
    const workflow = parse(text)
    expect(workflow.permissions).toEqual({ contents: 'read' })
    expect(workflow.on).toBe('pull_request')
    for (const [, reference = ''] of text.matchAll(/uses: \S+@(\S+)/g)) {
      expect(reference).toMatch(/^[0-9a-f]{40}$/)
    }
    expect(text).not.toContain('${{ secrets')
    // An expression in a script would be read by the shell.
    for (const step of workflow.jobs.messages.steps) expect(step.run ?? '').not.toContain('${{')
  })

  it('choose the same files in both hooks', () => {
    const own: { readonly repos: readonly { readonly hooks: typeof hooks }[] } = parse(
      placeFiles['pre-commit'].text,
    )
    const files = own.repos[0]?.hooks[0]?.files ?? ''
    expect(hooks.map((hook) => hook.files)).toEqual([files])
    expect(hooks[0]?.entry).toBe('connectly lint')
    for (const path of ['messages/a.yaml', 'shop/messages/b/c.pt-BR.yml']) {
      expect(path).toMatch(new RegExp(files))
    }
    expect('src/a.yaml').not.toMatch(new RegExp(files))
  })
})
