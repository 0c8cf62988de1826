import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { makeGitFolder } from './helpers/git-folder.ts'
import { oldProject } from './helpers/old-project.ts'
import { runMain } from './helpers/run-main.ts'
import { root } from './helpers/type-project.ts'

const page = readFileSync(join(root, 'src/commands/adopting.md'), 'utf8')

/** What the page has its reader do: write a file, or run a command. */
type Step =
  | { readonly type: 'write'; readonly path: string; readonly text: string }
  | { readonly type: 'run'; readonly command: string; readonly prints: string }

function stepsOf(markdown: string): readonly Step[] {
  return [...markdown.matchAll(/```(yaml)?\n(.*?)```/gs)].flatMap(([, kind, text = '']): Step[] => {
    if (kind === 'yaml') {
      const [, path = ''] = /^# (\S+)\n/.exec(text) ?? []
      return [{ type: 'write', path, text }]
    }
    return text.split(/^\$ /m).flatMap((part): Step[] => {
      const [command = '', ...lines] = part.split('\n')
      return command === '' ? [] : [{ type: 'run', command, prints: lines.join('\n') }]
    })
  })
}

/** A pattern in which a line `…` stands for any lines. */
function asPattern(text: string): RegExp {
  const escaped = text.trimEnd().replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
  return new RegExp(`^${escaped.replace(/\n?^…$\n?/gm, '[^]*')}$`)
}

it('every command of the page on old projects prints what the page says', async () => {
  const folder = makeGitFolder(oldProject())
  const codes: (string | number | null)[] = []
  for (const step of stepsOf(page)) {
    if (step.type === 'write') {
      folder.write({ [step.path]: step.text })
      continue
    }
    const [program, ...args] = step.command.split(' ')
    if (program === 'git') {
      folder.commit()
      continue
    }
    expect(program).toBe('connectly')
    const { code, stdout, stderr } = await runMain(args, { cwd: folder.path })
    expect(`${stderr}${stdout}`.trimEnd()).toMatch(asPattern(step.prints))
    codes.push(code)
  }
  expect(codes).toEqual([1, 1, 1, 1, 0, 0, 1, 1, 0, 0, 0])
}, 30_000)
