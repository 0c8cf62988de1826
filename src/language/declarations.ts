import type { Declaration, Declarations, DefaultBounds } from '../model/declaration.ts'
import type { NamedFinding } from '../model/diagnostic.ts'
import { type JsonObject, type JsonValue, setOwn } from '../model/json.ts'
import { type DeclarationPlace, maxPatternSteps, report } from './declaration-place.ts'
import { readDeclaration } from './read-declaration.ts'
import { variableNameFor } from './variable-name.ts'

/** What was read of a file's `variables`. */
export interface ReadDeclarations {
  /** The sound ones, written out in full. */
  readonly declarations: Declarations
  /** The names of the others: uses of them are no mistakes of their own. */
  readonly broken: ReadonlySet<string>
  readonly findings: readonly NamedFinding[]
}

/**
 * Reads the declarations of a file: writes out short forms and default bounds, and finds those
 * that are contradictory. Paths of findings begin with `variables`.
 */
export function readDeclarations(raw: JsonObject, defaults: DefaultBounds): ReadDeclarations {
  const declarations = {}
  const broken = new Set<string>()
  const findings: NamedFinding[] = []
  const patterns = { stepsLeft: maxPatternSteps }
  for (const [name, value] of Object.entries(raw)) {
    const declaration = readVariable(name, value, { defaults, findings, patterns })
    if (declaration === undefined) broken.add(name)
    else setOwn(declarations, name, declaration)
  }
  return { declarations, broken, findings }
}

function readVariable(
  name: string,
  value: JsonValue,
  file: Pick<DeclarationPlace, 'defaults' | 'findings' | 'patterns'>,
): Declaration | undefined {
  const place = { ...file, path: ['variables', name], isInner: false }
  const problem = problemOfName(name)
  if (problem === undefined) return readSoundOnce(value, place)
  report(place, [], problem, { at: 'key' })
  return undefined
}

interface Sound {
  readonly declaration: Declaration
  /** What its patterns take of the budget of a file. */
  readonly steps: number
}

/** Declarations, as they are written, of which the whole meaning is known. */
const sound = new Map<string, Sound>()
const maxSound = 1_000

/**
 * Most declarations of a project stand in many of its files: a sound one is read once, and what is
 * worked out about it later is worked out once too. It costs each file what it costs alone.
 */
function readSoundOnce(value: JsonValue, place: DeclarationPlace): Declaration | undefined {
  const { defaults, patterns } = place
  if (isDeep(value, 8)) return readDeclaration(value, place)
  const key = JSON.stringify([value, defaults])
  const known = sound.get(key)
  if (known !== undefined && known.steps <= patterns.stepsLeft) {
    patterns.stepsLeft -= known.steps
    return known.declaration
  }
  const before = patterns.stepsLeft
  const declaration = readDeclaration(value, place)
  if (declaration !== undefined) {
    if (sound.size >= maxSound) sound.clear()
    sound.set(key, { declaration, steps: before - patterns.stepsLeft })
  }
  return declaration
}

/** Whether a value has more levels than any declaration of every day. */
function isDeep(value: JsonValue, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((inner) => isDeep(inner, levels - 1))
}

function problemOfName(name: string): string | undefined {
  if (name === '__proto__') {
    return '`__proto__` cannot be passed by callers, JavaScript gives it a meaning of its own: choose another name'
  }
  if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) return undefined
  return `\`${name}\` cannot be a variable's name: use the letters a to z, digits and \`_\`, and no digit first, as in \`${variableNameFor(name)}\``
}
