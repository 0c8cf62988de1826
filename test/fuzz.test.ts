import { describe, expect, it } from 'vitest'
import { readCorpus } from './fuzz/corpus.ts'
import { runFuzz } from './fuzz/fuzz-run.ts'
import { slowHazards } from './fuzz/hazards.ts'
import { runPlaces } from './fuzz/places-run.ts'

describe('the compiler, fed with what nobody would write', () => {
  it('neither throws nor loses its place nor says too much', () => {
    const corpus = readCorpus()
    expect(corpus.length).toBeGreaterThan(50)
    const report = runFuzz({ seed: 5, cases: 80, corpus, without: slowHazards })
    expect(report.failures).toEqual([])
    expect(report.diagnostics).toBeGreaterThan(100)
  }, 120_000)
})

describe('a mistake in a text', () => {
  it('is found once and exactly where it stands, however the text is written', () => {
    expect(runPlaces(5, 500).missed).toEqual([])
  }, 60_000)
})
