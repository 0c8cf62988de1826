import { describeValue } from '../model/describe-value.ts'
import { hasOwn, isObject, type JsonObject, type JsonValue } from '../model/json.ts'
import { findJsonFault } from '../model/json-fault.ts'
import { findRepeatedKey, locateJson } from '../model/json-text.ts'
import type { FieldProblem, ListedRow, RowProblem } from '../model/recipient-row.ts'

const known: ReadonlySet<string> = new Set(['to', 'name', 'locale', 'variables'])

/** A line that could be read, with the keys of it that mean nothing here. */
export interface JsonlRow {
  readonly row: ListedRow
  readonly ignored: readonly string[]
}

/** Reads one line of a JSONL file. */
export function readJsonlRow(text: string, line: number): JsonlRow | RowProblem {
  const fault = findJsonFault(text)
  const problem = (offset: number, message: string): RowProblem => ({
    line,
    column: offset + 1,
    fault: 'recipients-syntax',
    message,
  })
  if (fault !== undefined) return problem(fault.offset, fault.message)
  const repeated = findRepeatedKey(text)
  if (repeated !== undefined) {
    const key = text.slice(repeated.start, repeated.end)
    return problem(repeated.start, `the key ${key} stands twice: remove one`)
  }
  const value: JsonValue = JSON.parse(text)
  if (!isObject(value)) {
    const message = `the line is ${describeValue(value)}, and an object is needed: {"to": "+16044441111", "variables": {…}}`
    return problem(0, message)
  }
  const ignored = Object.keys(value).filter((key) => !known.has(key))
  return { row: listRow(value, text, line), ignored }
}

function listRow(value: JsonObject, text: string, line: number): ListedRow {
  const member = (key: string): JsonValue | undefined => {
    const found = hasOwn(value, key) ? value[key] : undefined
    return found === null ? undefined : found
  }
  const variables = member('variables') ?? {}
  const problems: FieldProblem[] = isObject(variables)
    ? []
    : [
        {
          path: ['variables'],
          fault: 'invalid-variable',
          message: `\`variables\` is ${describeValue(variables)}, and an object is needed: name → value`,
        },
      ]
  return {
    line,
    to: member('to'),
    name: member('name'),
    locale: member('locale'),
    variables: isObject(variables) ? variables : {},
    beside: value,
    problems,
    placeOf: (path) => ({ line, column: locateJson(text, path) + 1 }),
  }
}
