import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { startCountingServer } from './crash/counting-server.ts'
import { dieAtMoment, killAt } from './crash/crash-deaths.ts'
import { type CrashSite, crashRun, listOf } from './crash/crash-run.ts'
import { helloYaml } from './helpers/hello-message.ts'
import { makeTempFolder } from './helpers/temp-folder.ts'

vi.setConfig({ testTimeout: 60_000 })

async function makeSite(rows: number, concurrency: number): Promise<CrashSite> {
  const server = await startCountingServer(() => 2)
  onTestFinished(server.close)
  const { path } = makeTempFolder({ 'messages/hello.yaml': helloYaml, 'list.csv': listOf(rows) })
  return { folder: path, rows, concurrency, server }
}

// The long form is `npm run crash-test`.
describe('a bulk run whose process is killed', () => {
  it('sends to everybody once, or says that it cannot know', async () => {
    const site = await makeSite(400, 16)
    const deaths = [100, 300].map((taken) => killAt(site, taken, () => 0.5))
    const { faults, before } = await crashRun(site, deaths)
    expect(faults).toEqual([])
    expect(before[0]).toBeGreaterThanOrEqual(100)
    expect(before[1]).toBeGreaterThan(before[0] ?? 0)
  })

  it.each([7])('does so when it dies at its commit or socket write %i', async (moment) => {
    const { script, env, death } = dieAtMoment(moment)
    const { faults } = await crashRun(await makeSite(6, 2), [death], { script, env })
    expect(faults).toEqual([])
  })
})
