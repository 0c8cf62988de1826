import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const file = JSON.stringify(join(import.meta.dirname, '../../src/host/young-space.ts'))

// In a process of its own: the flag is one of the whole process.
const script = `
  const { fixYoungSpace } = await import(${file})
  const { getHeapSpaceStatistics } = await import('node:v8')
  const size = () => getHeapSpaceStatistics().find((s) => s.space_name === 'new_space').space_size
  fixYoungSpace()
  const fixed = size()
  let kept = []
  for (let index = 0; index < 2_000_000; index++) {
    kept.push({ index })
    if (kept.length > 200_000) kept = []
  }
  console.log(JSON.stringify([fixed, size()]))`

it('the space for new objects gets a size and keeps it, however much is made', () => {
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
  })
  const [fixed, later] = JSON.parse(stdout)
  expect(fixed).toBeGreaterThanOrEqual(16 * 1024 * 1024)
  expect(later).toBeLessThanOrEqual(fixed)
})
