import type { MessageBounds, Reference } from '../model/bounds.ts'
import type { Declaration, Declarations, DefaultBounds } from '../model/declaration.ts'
import type { NamedFinding } from '../model/diagnostic.ts'
import { formats } from '../model/formats.ts'
import { isObject, type JsonObject, type JsonValue, setOwn } from '../model/json.ts'
import { contentTypeOf, type RetiredChoice } from '../model/message.ts'
import type { Path } from '../model/source.ts'
import { parseTemplate } from '../model/template.ts'
import { readDeclarations } from './declarations.ts'
import { isReference, resolveNames, rootScope, type Scope } from './scope.ts'

/** What was read of a file's `retired`. */
export interface ReadRetired {
  /** The sound ones. */
  readonly choices: readonly PlacedRetirement[]
  readonly findings: readonly NamedFinding[]
}

/** A retired choice and where it stands. */
export interface PlacedRetirement {
  readonly choice: RetiredChoice
  readonly path: Path
}

/** What the entries of a file are read with. */
export interface RetiredContext {
  readonly declarations: Declarations
  /** Names whose declaration is wrong. */
  readonly broken: ReadonlySet<string>
  readonly defaults: DefaultBounds
  readonly bounds: MessageBounds
}

const rule = 'invalid-retirement'

/** Reads the ids that a message does not offer any more; what has a wrong shape was reported. */
export function readRetired(root: JsonObject, context: RetiredContext): ReadRetired {
  const list: JsonValue | undefined = Object.hasOwn(root, 'retired') ? root['retired'] : undefined
  const findings: NamedFinding[] = []
  const choices: PlacedRetirement[] = []
  if (!Array.isArray(list)) return { choices, findings }
  for (const [index, entry] of list.entries()) {
    const found = readEntry(entry, ['retired', index], context, findings)
    if (found === undefined) continue
    if (choices.some(({ choice }) => choice.id === found.id)) {
      const message = `\`${found.id}\` is retired twice: remove one of the two`
      findings.push({ rule, path: ['retired', index, 'id'], message })
    } else choices.push({ choice: found, path: ['retired', index] })
  }
  return { choices, findings }
}

function readEntry(
  entry: JsonValue,
  path: Path,
  context: RetiredContext,
  findings: NamedFinding[],
): RetiredChoice | undefined {
  if (!isObject(entry)) return undefined
  const { id, reason, date } = entry
  if (typeof id !== 'string' || typeof reason !== 'string' || typeof date !== 'string') {
    return undefined
  }
  const count = findings.length
  const note = (key: string, message: string): void => {
    findings.push({ rule, path: [...path, key], message })
  }
  if (reason.trim() === '') {
    note('reason', 'no reason is given: say why the id is not offered any more')
  }
  if (!formats.date.matches(date)) {
    note('date', `\`${date}\` is no day: write year, month and day, as in \`2026-03-01\``)
  }
  if (id.trim() === '') note('id', 'an id is never empty: write the id that was offered')
  const type = typeOf(entry, context.bounds)
  if (type === undefined) {
    const message = 'nobody can tell what this was: add `type: button` or `type: row`'
    findings.push({ rule, path, message })
  }
  const variables = readVariables(id, entry, path, context, findings)
  if (findings.length > count || type === undefined) return undefined
  return { id, type, reason: reason.trim(), date, variables }
}

function typeOf({ type }: JsonObject, { root }: MessageBounds): RetiredChoice['type'] | undefined {
  if (type === 'button' || type === 'row') return type
  const message = Object.hasOwn(root, 'message') ? root['message'] : undefined
  const content = isObject(message) ? contentTypeOf(message) : undefined
  if (content === 'replyButtonMessage') return 'button'
  return content === 'listMessage' ? 'row' : undefined
}

/** The variables in an id: declared with it, used in the message by the same name, or declared. */
function readVariables(
  id: string,
  entry: JsonObject,
  path: Path,
  context: RetiredContext,
  findings: NamedFinding[],
): Declarations {
  const own = isObject(entry['variables']) ? entry['variables'] : {}
  const read = readDeclarations(own, context.defaults)
  findings.push(...read.findings.map((found) => ({ ...found, path: [...path, ...found.path] })))
  const scope = rootScope(
    { ...context.declarations, ...read.declarations },
    new Set([...context.broken, ...read.broken]),
  )
  const variables = {}
  const { parts, problems } = parseTemplate(id)
  const place: Path = [...path, 'id']
  for (const { message, span } of problems) findings.push({ rule, path: place, span, message })
  for (const part of parts) {
    if (part.type === 'literal') continue
    const isOwn = Object.hasOwn(own, part.names[0] ?? '')
    const used = isOwn ? undefined : findUsed(part.names, context.bounds)
    const found =
      used === undefined ? resolve(part.names, scope) : { declaration: used.declaration }
    if ('declaration' in found) setOwn(variables, part.names.join('.'), found.declaration)
    else if (found.message !== undefined) {
      findings.push({ rule, path: place, span: part.span, message: found.message })
    }
  }
  return variables
}

/** Names of loops are known where they are used only. */
function findUsed(names: readonly string[], { texts }: MessageBounds): Reference | undefined {
  const name = names.join('.')
  return texts
    .flatMap(({ parts }) => parts)
    .find(({ reference }) => reference?.loop !== undefined && reference.names.join('.') === name)
    ?.reference
}

function resolve(
  names: readonly string[],
  scope: Scope,
): { readonly declaration: Declaration } | { readonly message?: string } {
  const found = resolveNames(names, scope)
  if (!isReference(found)) {
    // Where the reason was reported already, nothing is to be added to it.
    if (found.message === undefined) return {}
    const message = `${found.message}; what it was can be declared here, under \`variables\` of this entry`
    return { message: found.message.includes('did you mean') ? found.message : message }
  }
  const { type } = found.declaration
  if (type !== 'array' && type !== 'object') return { declaration: found.declaration }
  return { message: `\`${names.join('.')}\` is no text and no number, so no id can hold it` }
}
