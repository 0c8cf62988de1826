import { checkVariables } from '../model/check-variables.ts'
import type { NamedFinding } from '../model/diagnostic.ts'
import { traceMessage } from '../model/fill.ts'
import { isObject, type JsonObject, type JsonValue } from '../model/json.ts'
import type { CompiledMessage, Example } from '../model/message.ts'
import { formatPath, type Path } from '../model/source.ts'
import { lintBounds } from './lint.ts'
import { measureTracked } from './measure-tracked.ts'

const rule = 'invalid-example'

/** The examples of a message file whose shape was checked. */
export function readExamples(root: JsonObject): readonly Example[] {
  const list: JsonValue | undefined = Object.hasOwn(root, 'examples') ? root['examples'] : undefined
  if (!Array.isArray(list)) return []
  return list
    .filter((item: JsonValue) => isObject(item))
    .map((item) => ({
      name: typeof item['name'] === 'string' ? item['name'] : '',
      variables: isObject(item['variables']) ? item['variables'] : {},
    }))
}

/** Examples that their variables' declarations refuse, or that break a rule once filled in. */
export function* judgeExamples(message: CompiledMessage): Iterable<NamedFinding> {
  for (const [index, example] of message.examples.entries()) {
    const path = ['examples', index, 'variables']
    const { values, problems } = checkVariables(message.variables, example.variables)
    for (const problem of problems) {
      yield { rule, ...placeOf(path, problem), message: problem.message }
    }
    if (problems.length > 0) continue
    for (const [locale, body] of Object.entries(message.bodies)) {
      const filled = traceMessage(message, body, values)
      const [broken] = lintBounds(measureTracked(filled.message, message)).findings.filter(
        (finding) => (finding.limit?.severity ?? finding.severity) === 'error',
      )
      if (broken === undefined) continue
      const place = formatPath(filled.sourcePath(broken.path))
      const text = `with the example ${JSON.stringify(example.name)}, \`${place}\` in \`${locale}\` breaks \`${broken.rule}\`: ${broken.message}`
      yield { rule, path: ['examples', index], message: text }
    }
  }
}

/** What is missing is typed in what lacks it; what is unknown is mended at its name. */
function placeOf(
  base: Path,
  { path, keyword }: { readonly path: Path; readonly keyword: string },
): Pick<NamedFinding, 'path' | 'at'> {
  const full = [...base, ...path]
  if (keyword === 'required') return { path: full.slice(0, -1), at: 'key' }
  return keyword === 'unknown' ? { path: full, at: 'key' } : { path: full }
}
