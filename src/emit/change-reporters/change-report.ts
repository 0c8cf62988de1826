import type { Change } from '../change.ts'
import type { FailOn } from '../failing.ts'

/** A comparison of two states, as reporters are given it. */
export interface ChangeReport {
  readonly changes: readonly Change[]
  /** What it was compared with, as it was asked for: `main`. */
  readonly since: string
  /** The commit that this is. */
  readonly commit: string
  /** What holds for the whole project, or could not be looked at, in sentences without a full stop. */
  readonly remarks: readonly string[]
  /** What fails; everything that breaks, where nothing was said. */
  readonly failOn?: FailOn
  /** The path of a file as the config names it. */
  readonly configFileOf: (file: string) => string
}

/** How a comparison is shown. */
export interface ChangeContext {
  readonly color: boolean
  /** Columns. */
  readonly width: number
}

/** Turns a comparison into text; the command prints it. */
export type ChangeReporter = (report: ChangeReport, context: ChangeContext) => string

/** The name of a format. */
export type ChangeFormat = 'pretty' | 'json' | 'markdown'

/** The formats of a comparison. */
export const changeFormats: readonly ChangeFormat[] = ['pretty', 'json', 'markdown']

/** The reporter of a format, loaded when it is asked for. */
export async function loadChangeReporter(format: ChangeFormat): Promise<ChangeReporter> {
  switch (format) {
    case 'pretty':
      return (await import('./pretty.ts')).pretty
    case 'json':
      return (await import('./json.ts')).json
    case 'markdown':
      return (await import('./markdown.ts')).markdown
    default:
      return format satisfies never
  }
}
