import { checkValue } from '../model/check-variables.ts'
import type { Declaration } from '../model/declaration.ts'
import type { VariableProblem } from '../model/errors.ts'
import type { JsonObject, JsonValue } from '../model/json.ts'
import { canonicalJson } from '../model/same-value.ts'
import type { Path } from '../model/source.ts'
import {
  type DeclarationPlace,
  keywordOf,
  omitUndefined,
  readList,
  readText,
  report,
} from './declaration-place.ts'

/** Adds what all types share, and checks listed values and the default against the rest. */
export function checkChoices(
  raw: JsonObject,
  base: Declaration,
  place: DeclarationPlace,
): Declaration {
  const before = place.findings.length
  const choices = readList(raw, 'enum', place)
  const only = keywordOf(raw, 'const')
  if (choices?.length === 0) {
    report(place, ['enum'], '`enum` lists no value, so none is allowed: add one, or remove it')
  }
  choices?.forEach((choice, index) => {
    checkListed(choice, base, ['enum', index], place)
  })
  if (only !== undefined) checkConst(only, choices, base, place)
  const declaration = withShared(base, {
    title: readText(raw, 'title', place),
    description: readText(raw, 'description', place),
    examples: readList(raw, 'examples', place),
    enum: choices,
    const: only,
  })
  const value = keywordOf(raw, 'default')
  if (value === undefined || place.isInner) return declaration
  // A wrong list makes every default look wrong too.
  if (place.findings.length === before) checkDefault(value, declaration, place)
  return withShared(declaration, { default: value })
}

type Shared = { readonly [keyword: string]: JsonValue | undefined }

/** The values were checked against the declaration, or were reported and the result is not used. */
function withShared(base: Declaration, shared: Shared): Declaration {
  return { ...base, ...omitUndefined<object>(shared) } as Declaration
}

function checkListed(
  choice: JsonValue,
  base: Declaration,
  rest: Path,
  place: DeclarationPlace,
): boolean {
  const { value, problems } = checkValue(base, choice, rest)
  const [problem] = problems
  if (problem !== undefined) {
    reportProblem(problem, place)
    return false
  }
  if (value === undefined || canonicalJson(value) === canonicalJson(choice)) return true
  const message =
    'the value has blanks at its ends, which are removed before values are compared: remove them here too, or add `trim: false`'
  report(place, rest, message)
  return false
}

function checkConst(
  only: JsonValue,
  choices: readonly JsonValue[] | undefined,
  base: Declaration,
  place: DeclarationPlace,
): void {
  if (!checkListed(only, base, ['const'], place) || choices === undefined) return
  const listed = choices.map((choice) => canonicalJson(choice))
  if (listed.includes(canonicalJson(only))) return
  const message = `\`const\` is ${canonicalJson(only)}, which \`enum\` does not list, so no value is allowed: remove one of the two`
  report(place, ['const'], message)
}

function checkDefault(value: JsonValue, declaration: Declaration, place: DeclarationPlace): void {
  for (const problem of checkValue(declaration, value, ['default']).problems) {
    reportProblem(problem, place)
  }
}

/** What is missing stands nowhere: its owner is the deepest place there is. */
function reportProblem({ path, message, keyword }: VariableProblem, place: DeclarationPlace): void {
  const rest = keyword === 'required' ? path.slice(0, -1) : path
  report(place, rest, message, keyword === 'unknown' ? { at: 'key' } : {})
}
