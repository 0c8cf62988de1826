import type { Failure, ProofReport } from './proof-run.ts'
import type { Disagreement } from './prove.ts'

/** A share of something that must not be passed. */
interface Gate {
  readonly name: string
  /** What is counted, and of what. */
  readonly part: string
  readonly whole: string
  /** The greatest share, or the least one. */
  readonly most?: number
  readonly least?: number
}

/** What the checker is held to where single cases may fail. */
export const gates: readonly Gate[] = [
  {
    name: 'files safe by construction that are reported',
    part: 'of them reported',
    whole: 'files safe by construction',
    most: 0.01,
  },
  {
    name: 'files that trying shows safe and that are reported',
    part: 'of these reported all the same',
    whole: 'of these safe, as trying shows',
    most: 0.01,
  },
  {
    name: 'findings that no assignment bears out',
    part: 'of them idle: no assignment bears them out',
    whole: 'findings compared with what trying shows',
    most: 0.03,
  },
  {
    name: 'breakable findings with a counterexample',
    part: 'of them with a counterexample that is legal and breaks the rule',
    whole: 'breakable findings',
    least: 0.95,
  },
]

/** Whether a disagreement is a failure by itself; of the others only their share counts. */
export function isCertain({ kind }: Disagreement): boolean {
  return kind !== 'false-alarm' && kind !== 'idle'
}

/** What a run says of a gate. */
export interface Verdict {
  readonly name: string
  readonly text: string
  readonly isHeld: boolean
}

/** One line for each gate: its share, and whether it is held. */
export function judgeGates({ counts }: Pick<ProofReport, 'counts'>): readonly Verdict[] {
  return gates.map(({ name, part, whole, most = 1, least = 0 }) => {
    const share = (counts[part] ?? 0) / Math.max(1, counts[whole] ?? 0)
    const isHeld = (counts[whole] ?? 0) === 0 || (share <= most && share >= least)
    const bound = least > 0 ? `at least ${showShare(least)}` : `at most ${showShare(most)}`
    return { name, text: `${showShare(share)} ${name} (${bound})`, isHeld }
  })
}

function showShare(share: number): string {
  return `${(share * 100).toFixed(2)} %`
}

/** Joins what several parts of a run came to. */
export function joinReports(reports: readonly ProofReport[]): ProofReport {
  const counts: Record<string, number> = {}
  const failures = new Map<string, Failure>()
  for (const report of reports) {
    for (const [name, count] of Object.entries(report.counts)) {
      counts[name] = (counts[name] ?? 0) + count
    }
    for (const failure of report.failures) {
      const key = `${failure.kind} ${failure.about.split(' ')[0]}`
      const known = failures.get(key)
      failures.set(key, { ...failure, ...known, times: failure.times + (known?.times ?? 0) })
    }
  }
  return { counts, failures: [...failures.values()] }
}
