import type { FoundBreak } from '../change.ts'
import { failingBreaks } from '../failing.ts'
import { printable } from '../printable.ts'
import type { ChangeReport } from './change-report.ts'

/** How a change that is meant to break something is let through. */
export interface Acceptance {
  /** A sentence without a full stop that the lines follow. */
  readonly title: string
  /** For a config in TypeScript as well as in YAML, which wants the end of a list indented. */
  readonly lines: readonly string[]
  /** What else there is to know, in sentences without a full stop. */
  readonly remarks: readonly string[]
}

const maxEntries = 6

/** Tells how what fails is accepted; nothing where nothing fails. */
export function describeAcceptance(report: ChangeReport): Acceptance | undefined {
  const { changes, failOn, configFileOf } = report
  const failing = failingBreaks(changes, failOn)
  const entries = new Set(
    failing.flatMap(({ rule, breaks, place }) => {
      // What lint finds as well is to be mended there.
      if (place === undefined || breaks.includes('limits')) return []
      const files = quote(escapeGlob(configFileOf(place.file)))
      return [`  { files: [${files}], rules: { '${rule}': 'off' } }`]
    }),
  )
  if (entries.size === 0) return undefined
  const left = entries.size - maxEntries
  const isLeft = failOn === undefined && failing.some(isForCompiler)
  return {
    title: 'a change that is meant so is accepted in the config, until it is merged',
    lines: ['overrides: [', ...`${[...entries].slice(0, maxEntries).join(',\n')}]`.split('\n')],
    remarks: [
      ...(left > 0 ? [`and ${left} more in the same way`] : []),
      ...(isLeft
        ? ['`--fail-on conversations,limits` leaves it to the compiler to find callers']
        : []),
    ],
  }
}

/** No compiler sees what a variable refuses at run time. */
function isForCompiler({ rule, breaks }: FoundBreak): boolean {
  return breaks.join() === 'callers' && rule !== 'variable-narrowed'
}

/** The path of a file as a glob that finds it alone. */
function escapeGlob(path: string): string {
  return path.replace(/[\\*?[\]{}()!]/g, '\\$&')
}

/** One text for YAML and for TypeScript. */
function quote(text: string): string {
  const shown = printable(text)
  return /['\\]/.test(shown) ? JSON.stringify(shown) : `'${shown}'`
}
