import { expect, it } from 'vitest'
import { runPairs } from './fuzz/diff/run-pairs.ts'

it('says that a change breaks callers, conversations or nobody exactly when that is so', async () => {
  const { counts, failures } = await runPairs({ pairs: 10, seed: 8 })
  expect(failures).toEqual([])
  expect(Object.keys(counts).toSorted()).toEqual([
    'breaks both',
    'breaks callers',
    'breaks conversations',
    'breaks nobody',
  ])
}, 60_000)
