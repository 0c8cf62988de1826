import type { Declaration, Declarations, StringFormat } from '../model/declaration.ts'
import { declarationData } from '../model/declaration-data.ts'
import { setOwn } from '../model/json.ts'
import { type Code, codeOf, type LiteralObject } from './literal.ts'
import { patternCode } from './pattern-code.ts'

/** Declarations as generated code holds them. */
export function declarationsCode(declarations: Declarations): LiteralObject {
  const code = {}
  for (const [name, declaration] of Object.entries(declarations)) {
    setOwn(code, name, declarationCode(declaration))
  }
  return code
}

/** A declaration as generated code holds it: at every level, patterns and formats are what tests them. */
export function declarationCode(declaration: Declaration): LiteralObject {
  const code = { ...declarationData(declaration) }
  if (declaration.type === 'string') {
    const { pattern, format } = declaration
    if (pattern !== undefined) setOwn(code, 'pattern', patternCode(pattern))
    if (format !== undefined) setOwn(code, 'format', formatCode(format))
  }
  if (declaration.type === 'array') setOwn(code, 'items', declarationCode(declaration.items))
  if (declaration.type === 'object') {
    setOwn(code, 'properties', declarationsCode(declaration.properties))
  }
  return code
}

/** The names under which the client exports the formats. */
const formatNames: { readonly [format in StringFormat]: string } = {
  date: 'dateFormat',
  'date-time': 'dateTimeFormat',
  time: 'timeFormat',
  uuid: 'uuidFormat',
  email: 'emailFormat',
  uri: 'uriFormat',
  e164: 'e164Format',
}

function formatCode(format: StringFormat): Code {
  return codeOf(formatNames[format], [formatNames[format]])
}
