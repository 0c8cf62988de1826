import { pretty } from './pretty.ts'
import type { Format, Reporter } from './reporter.ts'

/** The reporter of a format. All but the one for people are loaded when they are asked for. */
export async function loadReporter(format: Format): Promise<Reporter> {
  if (format === 'pretty') return pretty
  const { reporters } = await import('./index.ts')
  return reporters[format]
}
