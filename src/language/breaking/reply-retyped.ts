import type { Declaration } from '../../model/declaration.ts'
import { isObject, type JsonArray, type JsonValue } from '../../model/json.ts'
import { declarationsOf } from '../../model/read-id.ts'
import type { MessageReplies, VariableDeclarations } from '../../model/reply-table.ts'
import { parseTemplate, wholeVariable } from '../../model/template.ts'
import { fitsType } from '../../model/type-fit.ts'
import type { BreakingRule } from './breaking-rule.ts'
import { choicePairs, variablesIn } from './choice-pairs.ts'
import { oneButton, parcelRows } from './example-texts.ts'

export const rule: BreakingRule = {
  name: 'reply-retyped',
  summary: 'Handlers of replies are given values of another type.',
  why: 'The variables in an id, and `callbackData`, come back typed. Code that counts on the old type does not compile any more, or sees values that it never saw.',
  severity: 'error',
  breaks: ['callers'],
  *compare(pair) {
    const seen = new Set<string>()
    for (const { before, after } of choicePairs(pair)) {
      if (after === undefined || before.definition.type !== after.definition.type) continue
      const { message, definition } = before
      for (const name of variablesIn(definition)) {
        const old = declarationsOf(definition.variables ?? {}, name)
        const now = declarationsOf(after.definition.variables ?? {}, name)
        if (fitsOneOf(now, old)) continue
        const text = `\`keys.${name}\` of \`${definition.id}\` has another type, and handlers count on the old one: keep it, or change the handlers`
        yield { message, path: ['variables', name.split('.')[0] ?? name], text }
      }
      if (seen.has(message) || isDataTyped(before.replies, after.replies)) continue
      seen.add(message)
      const text =
        '`callbackData` of replies has another type, and handlers count on the old one: keep it, or change the handlers'
      yield { message, path: ['callbackData'], text }
    }
  },
  examples: [
    {
      title: 'a pattern that takes more',
      before: { 'parcel.yaml': parcelRows('^[0-9]{1,9}$') },
      after: { 'parcel.yaml': parcelRows('^[0-9]{1,12}$') },
      reports: [],
    },
    {
      title: 'another value in the callback data',
      before: { 'parcel.yaml': `${oneButton}callbackData: { flow: parcels }\n` },
      after: { 'parcel.yaml': `${oneButton}callbackData: { flow: deliveries }\n` },
      reports: [
        'parcel: `callbackData` of replies has another type, and handlers count on the old one: keep it, or change the handlers',
      ],
    },
  ],
}

function fitsOneOf(now: readonly Declaration[], old: readonly Declaration[]): boolean {
  return now.every((one) => old.some((other) => fitsType(one, other, 'read')))
}

/** Whether what handlers read as `callbackData` still has the type that they count on. */
function isDataTyped(before: MessageReplies, after: MessageReplies): boolean {
  if (before.callbackData === undefined) return true
  if (after.callbackData === undefined) return false
  return fitsData(
    { written: after.callbackData, variables: after.variables ?? {} },
    { written: before.callbackData, variables: before.variables ?? {} },
  )
}

interface Written {
  readonly written: JsonValue
  readonly variables: VariableDeclarations
}

function fitsData(now: Written, old: Written): boolean {
  const [ours, theirs] = [typeOf(now), typeOf(old)]
  if (Array.isArray(ours) && Array.isArray(theirs)) return fitsOneOf(ours, theirs)
  if (Array.isArray(theirs)) return theirs.some((declaration) => fitsDeclared(now, declaration))
  if (Array.isArray(ours)) return ours.every((declaration) => fitsWritten(declaration, old))
  if (typeof ours === 'string' && typeof theirs === 'string')
    return theirs === 'string' || ours === theirs
  return fitsParts(now, old)
}

/** The declarations of a variable, the type of a text, or nothing for what has parts. */
function typeOf({ written, variables }: Written): readonly Declaration[] | string | undefined {
  if (typeof written !== 'string') return isScalar(written) ? JSON.stringify(written) : undefined
  const names = wholeVariable(written)
  if (names !== undefined) return declarationsOf(variables, names.join('.'))
  const { parts } = parseTemplate(written)
  return parts.some(({ type }) => type === 'variable') ? 'string' : JSON.stringify(written)
}

function isScalar(value: JsonValue): boolean {
  return typeof value !== 'object' || value === null
}

function isList(value: JsonValue): value is JsonArray {
  return Array.isArray(value)
}

/** Lists that are written have their length in their type; objects may have more than is read. */
function fitsParts(now: Written, old: Written): boolean {
  if (isList(old.written)) {
    const { written } = now
    if (!isList(written) || written.length !== old.written.length) return false
    return old.written.every((item, index) => fitsMember(now, old, written[index], item))
  }
  if (!isObject(old.written) || !isObject(now.written)) return false
  const { written } = now
  return Object.entries(old.written).every(([key, item]) =>
    fitsMember(now, old, Object.hasOwn(written, key) ? written[key] : undefined, item),
  )
}

function fitsMember(
  { variables: ours }: Written,
  { variables: theirs }: Written,
  now: JsonValue | undefined,
  old: JsonValue,
): boolean {
  if (now === undefined) return false
  return fitsData({ written: now, variables: ours }, { written: old, variables: theirs })
}

/** Whether what is written now has the type of what was a variable. */
function fitsDeclared({ written, variables }: Written, old: Declaration): boolean {
  if (isList(written)) {
    return (
      old.type === 'array' &&
      written.every((item) => fitsDeclared({ written: item, variables }, old.items))
    )
  }
  if (isObject(written)) {
    if (old.type !== 'object') return false
    return Object.entries(old.properties).every(([name, property]) => {
      const item = Object.hasOwn(written, name) ? written[name] : undefined
      return item !== undefined && fitsDeclared({ written: item, variables }, property)
    })
  }
  const type = typeOf({ written, variables })
  if (type === undefined) return false
  if (typeof type !== 'string')
    return type.every((declaration) => fitsType(declaration, old, 'read'))
  return fitsType(declarationOf(type), old, 'read')
}

/** Whether what is a variable now has the type of what was written. */
function fitsWritten(now: Declaration, { written, variables }: Written): boolean {
  if (isObject(written) && now.type === 'object') {
    return Object.entries(written).every(([key, item]) => {
      const property = Object.hasOwn(now.properties, key) ? now.properties[key] : undefined
      if (property === undefined) return false
      const type = typeOf({ written: item, variables })
      if (Array.isArray(type)) return fitsOneOf([property], type)
      return fitsWritten(property, { written: item, variables })
    })
  }
  const type = typeOf({ written, variables })
  return typeof type === 'string' && fitsType(now, declarationOf(type), 'read')
}

/** A type as the declaration that has it. */
function declarationOf(type: string): Declaration {
  if (type === 'string') return { type: 'string' }
  const value: unknown = JSON.parse(type)
  if (typeof value === 'number') return { type: 'number', const: value }
  if (typeof value === 'boolean') return { type: 'boolean', const: value }
  // No declaration allows null, and none lists a text that it does not hold.
  return { type: 'string', const: typeof value === 'string' ? value : '\0null' }
}
