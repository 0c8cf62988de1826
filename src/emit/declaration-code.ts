import type { Declaration, Declarations } from '../model/declaration.ts'
import { declarationData } from '../model/declaration-data.ts'
import { setOwn } from '../model/json.ts'
import type { LiteralObject } from './literal.ts'
import { patternCode } from './pattern-code.ts'

/** Declarations as generated code holds them. */
export function declarationsCode(declarations: Declarations): LiteralObject {
  const code = {}
  for (const [name, declaration] of Object.entries(declarations)) {
    setOwn(code, name, declarationCode(declaration))
  }
  return code
}

/** A declaration as generated code holds it: at every level, a pattern is what tests it. */
export function declarationCode(declaration: Declaration): LiteralObject {
  const code = { ...declarationData(declaration) }
  if (declaration.type === 'string' && declaration.pattern !== undefined) {
    setOwn(code, 'pattern', patternCode(declaration.pattern))
  }
  if (declaration.type === 'array') setOwn(code, 'items', declarationCode(declaration.items))
  if (declaration.type === 'object') {
    setOwn(code, 'properties', declarationsCode(declaration.properties))
  }
  return code
}
