import { describe, expect, it } from 'vitest'
import { readCorpus } from './fuzz/corpus.ts'
import { runFixes } from './fuzz/fixes-run.ts'
import { runFuzz, runHazards } from './fuzz/fuzz-run.ts'
import { runPlaces } from './fuzz/places-run.ts'

describe('the compiler, fed with what nobody would write', () => {
  it('neither throws nor loses its place nor says too much', () => {
    const corpus = readCorpus()
    expect(corpus.length).toBeGreaterThan(50)
    const report = runFuzz({ seed: 5, cases: 80, corpus })
    expect(report.failures).toEqual([])
    expect(report.diagnostics).toBeGreaterThan(100)
  }, 120_000)
})

describe('the compiler, fed with shapes that are known to hurt', () => {
  it('survives them all', () => {
    expect(runHazards().failures).toEqual([])
  }, 120_000)
})

describe('the fixes of a file', () => {
  it('are done after one time, bring no error and leave comments and line ends alone', () => {
    const { bad, changed } = runFixes({ seed: 5, cases: 60, corpus: readCorpus() })
    expect(bad).toEqual([])
    expect(changed).toBeGreaterThan(20)
  }, 120_000)
})

describe('a mistake in a text', () => {
  it('is found once and exactly where it stands, however the text is written', () => {
    expect(runPlaces(5, 500).missed).toEqual([])
  }, 60_000)
})
