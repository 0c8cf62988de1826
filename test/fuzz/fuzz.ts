import { fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { readCorpus } from './corpus.ts'
import { runFixes } from './fixes-run.ts'
import type { FuzzFailure, FuzzReport } from './fuzz-run.ts'
import { hazards, knownHazards } from './hazards.ts'
import { runPlaces } from './places-run.ts'

// node test/fuzz/fuzz.ts [inputs] [seed]: feeds the compiler with what nobody would write, a million
// inputs unless told otherwise. It may not throw, lose its place, say too much, or take longer than
// a second; the shapes that are known to hurt get a quarter of a second, each in a process of its own.

const inputs = Number(process.argv[2] ?? 1_000_000)
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000)
const places = Math.max(500, Math.min(10_000, Math.round(inputs / 100)))
const start = performance.now()

console.log(
  `seed ${seed}: ${Object.keys(hazards).length} shapes, ${places} places, ${inputs} inputs`,
)
const results = [await tryShapes(), tryPlaces(), tryFixes(), await tryInputs()]
process.exitCode = results.every((isGood) => isGood) ? 0 : 1

function elapsed(): string {
  const seconds = Math.round((performance.now() - start) / 1000)
  return seconds < 100 ? `${seconds} s` : `${Math.round(seconds / 60)} min`
}

/** Every known shape in a fresh process, which has compiled nothing before. */
async function tryShapes(): Promise<boolean> {
  let [slowest, slowestName] = [0, '']
  let isGood = true
  for (const name of Object.keys(hazards)) {
    const milliseconds = await timeShape(name)
    const most = knownHazards.includes(name) ? 250 : 1000
    if (milliseconds > slowest) [slowest, slowestName] = [milliseconds, name]
    if (milliseconds <= most) continue
    isGood = false
    console.log(`TOO SLOW: ${Math.round(milliseconds)} ms, at most ${most} are allowed: ${name}`)
  }
  console.log(`shapes: the slowest took ${Math.round(slowest)} ms: ${slowestName} (${elapsed()})`)
  return isGood
}

function timeShape(name: string): Promise<number> {
  const child = fork(new URL('fuzz-shape.ts', import.meta.url), [name])
  const { promise, resolve } = Promise.withResolvers<number>()
  let milliseconds = Number.POSITIVE_INFINITY
  child.on('message', (message) => {
    milliseconds = Number(message)
  })
  child.on('close', () => resolve(milliseconds))
  return promise
}

function tryPlaces(): boolean {
  const { cases, missed } = runPlaces(seed, places)
  console.log(`places: ${cases - missed.length} of ${cases} are exact (${elapsed()})`)
  for (const { title, text, expected, found } of missed.slice(0, 5)) {
    console.log(
      `\n${title}\n${JSON.stringify(text)}\nexpected ${expected}\nfound ${found.join(', ')}`,
    )
  }
  return missed.length === 0
}

function tryFixes(): boolean {
  const { cases, changed, bad } = runFixes({ seed, cases: places / 10, corpus: readCorpus() })
  console.log(
    `fixes: ${cases} files, ${changed} times changed, ${bad.length} wrongly (${elapsed()})`,
  )
  for (const { problem, text, fixed } of bad.slice(0, 5)) {
    console.log(`\n${problem}\n${JSON.stringify(text)}\nbecame\n${JSON.stringify(fixed)}`)
  }
  return bad.length === 0
}

/** All inputs, on every processor. */
async function tryInputs(): Promise<boolean> {
  const failures = new Map<string, FuzzFailure>()
  let [done, diagnostics, slowest, slowestInput] = [0, 0, 0, '']
  const collect = (report: FuzzReport): void => {
    done += report.cases
    diagnostics += report.diagnostics
    if (report.slowest > slowest) ({ slowest, slowestInput } = report)
    for (const failure of report.failures) {
      if (!failures.has(failure.problem)) show(failure)
      failures.set(failure.problem, failure)
    }
  }
  const tell = (): void => {
    const share = inputs === 0 ? 100 : Math.floor((100 * done) / inputs)
    console.log(
      `inputs: ${done} (${share} %), ${diagnostics} diagnostics, the slowest took ${Math.round(slowest)} ms (${slowestInput}), ${failures.size} failures, ${elapsed()}`,
    )
  }
  const timer = setInterval(tell, 60_000)
  const parts = availableParallelism()
  const size = Math.ceil(inputs / parts)
  const workers = Array.from({ length: parts }, (_, part) =>
    work(part * size, Math.min(size, inputs - part * size), collect),
  )
  await Promise.all(workers)
  clearInterval(timer)
  tell()
  return failures.size === 0 && done === inputs
}

/** At once: a run takes an hour. */
function show({ input, problem }: FuzzFailure): void {
  console.log(`\n${problem}\n${JSON.stringify(input.slice(0, 2000))}\n`)
}

function work(first: number, cases: number, collect: (report: FuzzReport) => void): Promise<void> {
  if (cases <= 0) return Promise.resolve()
  const child = fork(new URL('fuzz-worker.ts', import.meta.url), [seed, first, cases].map(String))
  child.on('message', (message) => collect(message as FuzzReport))
  const { promise, resolve } = Promise.withResolvers<void>()
  child.on('close', (code) => {
    if (code !== 0) console.log(`\nthe part from case ${first} on ended early, with exit ${code}\n`)
    resolve()
  })
  return promise
}
