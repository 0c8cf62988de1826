import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runMain } from '../helpers/run-main.ts'
import { makeTempFolder } from '../helpers/temp-folder.ts'
import { watchCli } from '../helpers/watch-cli.ts'

const hello = 'message:\n  text: Hello\n'
const broken = 'message:\n  text: "Hello {{ nobody }}"\n'

describe('connectly lint --watch', () => {
  it('reports what changed when messages are added, broken, mended and removed', async () => {
    const folder = makeTempFolder({ 'messages/a.yaml': hello })
    const { says, stdout, child, ended } = watchCli('lint', folder)
    await says('watching messages, the config; Ctrl+C ends it\n')
    await says('no problems in 1 file')
    folder.write({ 'messages/b.yaml': broken })
    await says('messages/b.yaml:2:16 error undeclared-variable')
    folder.write({ 'messages/a.yaml': `${hello}# later\n` })
    await says('in files that did not change: 1 error\n')
    await says('no problems in 1 file\n')
    folder.write({ 'messages/a.es.yaml': broken })
    await says('messages/a.es.yaml:2:16 error undeclared-variable')
    await says('1 error and 1 warning in 2 files\n')
    rmSync(join(folder.path, 'messages/a.es.yaml'))
    await says('no problems in 1 file\n')
    folder.write({ 'messages/b.yaml': hello })
    await says('no problems in 1 file\n')
    child.kill('SIGINT')
    expect(await ended).toBe(130)
    expect(stdout().endsWith('no problems in 1 file\n')).toBe(true)
  })

  it('reports everything when the config changed, and survives a broken one', async () => {
    const folder = makeTempFolder({ 'messages/a.yaml': hello, 'messages/b.yaml': broken })
    const { says, child, ended } = watchCli('lint', folder, ['messages/a.yaml', 'messages'])
    await says('1 error in 2 files')
    folder.write({ 'connectly.config.yaml': 'outptu: x\n' })
    await says('did you mean `output`')
    folder.write({ 'connectly.config.yaml': 'output: x\n' })
    await says('1 error in 2 files')
    child.kill('SIGTERM')
    expect(await ended).toBe(143)
  })

  it.each(['-', '--fix-dry-run', '--explain-bounds=a', '--update-baseline'])(
    'refuses %s, which is done once',
    async (arg) => {
      const { path: cwd } = makeTempFolder({ 'messages/a.yaml': hello })
      const args = ['lint', '--watch', '--baseline=known.json', arg]
      const { code, stderr } = await runMain(args, { cwd })
      expect(code).toBe(2)
      expect(stderr).toContain('--watch')
    },
  )
})
