import { parentPort, workerData } from 'node:worker_threads'
import { type ProofOptions, runProof } from './proof-run.ts'

// A thread of the long proof: tries its cases a few at a time, and reports each lot.

const { cases, first = 0, ...rest }: ProofOptions = workerData
const lot = 10
for (let done = 0; done < cases; done += lot) {
  parentPort?.postMessage(
    runProof({ ...rest, first: first + done, cases: Math.min(lot, cases - done) }),
  )
}
