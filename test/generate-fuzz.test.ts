import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { runGenerateFuzz } from './fuzz/generate-run.ts'

describe('senders generated of hostile strings', () => {
  // The older compilers read the same messages in the tests of the generator.
  it('compile, do nothing when they are imported, and render what the command does', async () => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'connectly-generate-fuzz-')))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const report = await runGenerateFuzz({
      seed: 11,
      messages: 16,
      compilers: ['typescript'],
      folder,
    })
    expect(report.failures).toEqual([])
    expect(report.refused).toBe(0)
    expect(report.strings).toBeGreaterThan(500)
    expect(report.renderings).toBeGreaterThan(60)
  }, 120_000)
})
