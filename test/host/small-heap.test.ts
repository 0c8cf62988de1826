import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const file = JSON.stringify(join(import.meta.dirname, '../../src/host/small-heap.ts'))

interface Sizes {
  readonly before: number
  readonly young: number
  readonly heap: number
}

// In a process of its own: the flags are those of the whole process. A ring of objects that live
// for a while and are then forgotten is what a run with requests under way looks like to V8.
function measure(prepare: string): Sizes {
  const script = `
    const { keepHeapSmall } = await import(${file})
    const { getHeapSpaceStatistics } = await import('node:v8')
    const young = () => getHeapSpaceStatistics().find((s) => s.space_name === 'new_space').space_size
    ${prepare}
    const before = young()
    const ring = Array.from({ length: 100_000 })
    let heap = 0
    for (let index = 0; index < 4_000_000; index++) {
      ring[index % ring.length] = { index, text: [index, index + 1] }
      if (index % 100_000 === 0) heap = Math.max(heap, process.memoryUsage().heapTotal)
    }
    console.log(JSON.stringify({ before, young: young(), heap }))`
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
  })
  return JSON.parse(stdout)
}

it('the space for new objects gets a size and keeps it, however much is made', () => {
  const { before, young } = measure('keepHeapSmall()')
  expect(before).toBeGreaterThanOrEqual(16 * 1024 * 1024)
  expect(young).toBeLessThanOrEqual(before)
})

it('the heap stays nearer to what is alive in it', () => {
  expect(measure('keepHeapSmall()').heap).toBeLessThan(0.8 * measure('').heap)
})
