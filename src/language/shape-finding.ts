import type { NamedFinding } from '../model/diagnostic.ts'
import type { Path } from '../model/source.ts'

/** A value that has not the shape that its place asks for. */
export interface ShapeFinding extends NamedFinding {
  /** The JSON types that may stand there, where another type does. */
  readonly expected?: readonly string[]
  /** The place whose missing key this finding speaks of. */
  readonly covers?: Path
  /** Where declarations stand by this mistake: what they declare is known all the same. */
  readonly declares?: readonly Path[]
}
