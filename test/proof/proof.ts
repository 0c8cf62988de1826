import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { stringify } from 'yaml'
import {
  type Failure,
  filesPerCase,
  type ProofOptions,
  type ProofReport,
  runProof,
} from './proof-run.ts'
import { isCertain, joinReports, judgeGates } from './proof-verdict.ts'
import { shrink } from './shrink.ts'

// node test/proof/proof.ts [files] [seed] [first]: tries to show that the checker is wrong with so
// many files made by chance; with `first` it stops at the first failure.

const files = Number(process.argv[2] ?? 100_000)
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000)
const stopsAtFirst = process.argv[4] === 'first'
const cases = Math.ceil(files / filesPerCase)
const start = performance.now()

console.log(`${cases * filesPerCase} files made by chance, seed ${seed}`)
const report = stopsAtFirst
  ? runProof({ cases, seed, cap: 1000, stopsAtFirst })
  : await runInThreads({ cases, seed, cap: 1000, thoroughEvery: 5 })
const isHeld = printReport(report)
process.exitCode = isHeld ? 0 : 1

/** Splits the cases over the cores, and says every half minute how far it is. */
async function runInThreads(options: ProofOptions): Promise<ProofReport> {
  const threads = Math.min(availableParallelism(), options.cases)
  const size = Math.ceil(options.cases / threads)
  let report: ProofReport = { counts: {}, failures: [] }
  const timer = setInterval(() => showProgress(report), 30_000)
  const runs = Array.from({ length: threads }, (_, index) => {
    const first = index * size
    const workerData = {
      ...options,
      first,
      cases: Math.max(0, Math.min(size, options.cases - first)),
    }
    const worker = new Worker(new URL('./proof-worker.ts', import.meta.url), { workerData })
    worker.on('message', (part: ProofReport) => {
      for (const failure of part.failures.filter(isCertain)) console.log(nameOf(failure))
      report = joinReports([report, part])
    })
    return new Promise((resolve, reject) => {
      worker.on('exit', resolve)
      worker.on('error', reject)
    })
  })
  await Promise.all(runs)
  clearInterval(timer)
  return report
}

function nameOf({ kind, about, detail, index }: Failure): string {
  return `${kind}: ${about}: ${detail} (case ${index})`
}

function filesOf({ counts }: ProofReport): number {
  return (counts['files of few values'] ?? 0) + (counts['files of many values'] ?? 0)
}

function showProgress(report: ProofReport): void {
  const failures = report.failures.filter(isCertain).length
  const verdict = failures === 0 ? 'nothing wrong so far' : `${failures} failures so far`
  console.log(`${minutes()}: ${filesOf(report)} files, ${verdict}`)
}

function minutes(): string {
  const seconds = Math.round((performance.now() - start) / 1000)
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}

function printReport({ counts, failures }: ProofReport): boolean {
  console.log(`\n${minutes()}\n`)
  for (const [name, count] of Object.entries(counts)) {
    console.log(`${String(count).padStart(9)}  ${name}`)
  }
  const verdicts = judgeGates({ counts })
  console.log('')
  for (const { text, isHeld } of verdicts) console.log(`${isHeld ? 'held ' : 'FAILS'}  ${text}`)
  const isOpen = verdicts.some((verdict) => !verdict.isHeld)
  const shown = failures.filter((failure) => isOpen || isCertain(failure))
  for (const failure of shown) {
    const { variables, times } = failure
    console.log(`\n${nameOf(failure)} (${times} times)`)
    if (variables !== undefined) console.log(`with ${JSON.stringify(variables)}`)
    console.log(stringify(stopsAtFirst ? failure.root : shrink(failure)))
  }
  return shown.length === 0
}
