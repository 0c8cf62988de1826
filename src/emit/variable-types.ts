import type {
  BooleanDeclaration,
  Declaration,
  Declarations,
  NumberDeclaration,
  ObjectDeclaration,
  StringDeclaration,
} from '../model/declaration.ts'
import { hasOwn, type JsonValue, setOwn } from '../model/json.ts'
import { commentText } from './comment.ts'
import { describeBounds } from './describe-declaration.ts'
import { inlineLiteral, stringLiteral } from './literal.ts'
import type { TypeMember, TypeShape } from './type-layout.ts'

/** Works out the type of declarations. One and the same schema is compiled once. */
export type TypeCompiler = (declarations: Declarations) => Promise<readonly TypeMember[]>

/** The whole vocabulary in which json-schema-to-typescript is addressed. */
interface MemberSchema {
  readonly type?: 'string' | 'integer' | 'number' | 'boolean'
  readonly tsType?: string
}

/** A member as json-schema-to-typescript sees it: whether it is optional, and its type. */
interface CompiledMember {
  readonly isOptional: boolean
  readonly type: string
}

type CompileSchema = (
  members: readonly MemberSchema[],
  optional: readonly boolean[],
) => Promise<readonly CompiledMember[]>

/**
 * Makes a compiler that turns declarations into types through json-schema-to-typescript.
 *
 * The library executes what it finds in `tsType`, reads files for `$ref`, trips over properties
 * named like those of `Object.prototype`, and knows no `readonly` lists. So it is given a schema of
 * numbered properties, one level at a time, and no word of a user: names, enum values, comments
 * and the levels below are put in afterwards.
 */
export function createTypeCompiler(): TypeCompiler {
  const compileSchema = rememberSchemas()
  const compileMembers: TypeCompiler = async (declarations) => {
    const entries = Object.entries(declarations)
    const nested: TypeShape[] = []
    const schemas: MemberSchema[] = []
    for (const [, declaration] of entries) {
      if (isPlain(declaration)) {
        schemas.push({ type: declaration.type })
      } else {
        schemas.push({ tsType: `Nested${nested.length}` })
        nested.push(await composedShape(declaration, compileMembers))
      }
    }
    const optional = entries.map(([, declaration]) => hasOwn(declaration, 'default'))
    const compiled = await compileSchema(schemas, optional)
    return entries.map(([name, declaration], index) => {
      const { type, isOptional } = compiled[index] ?? { type: 'never', isOptional: false }
      const place = /^Nested(\d+)$/.exec(type)?.[1]
      const shape = place === undefined ? undefined : nested[Number(place)]
      const own = shape ?? { type: 'name', name: type }
      const member = isOptional ? optionalMember(name, own) : { isOptional, shape: own }
      return { name, ...member, ...commentOf(declaration) }
    })
  }
  return compileMembers
}

/** What TypeScript sees in every object. */
const inherited: ReadonlySet<string> = new Set([
  'constructor',
  'hasOwnProperty',
  'isPrototypeOf',
  'propertyIsEnumerable',
  'toLocaleString',
  'toString',
  'valueOf',
])

/**
 * A member that may be left out. Where every object inherits something by its name, TypeScript
 * takes that for the caller's value: its type is allowed as well, or nobody could leave it out.
 */
function optionalMember(name: string, shape: TypeShape): Pick<TypeMember, 'isOptional' | 'shape'> {
  if (!inherited.has(name)) return { isOptional: true, shape }
  if (shape.type !== 'union' && shape.type !== 'name') return { isOptional: false, shape }
  const members = shape.type === 'union' ? shape.members : [shape.name]
  return {
    isOptional: true,
    shape: { type: 'union', members: [...members, `Object[${stringLiteral(name)}]`] },
  }
}

function rememberSchemas(): CompileSchema {
  const known = new Map<string, Promise<readonly CompiledMember[]>>()
  return (members, optional) => {
    if (members.length === 0) return Promise.resolve([])
    const key = JSON.stringify([members, optional])
    const found = known.get(key) ?? compileWithLibrary(members, optional)
    known.set(key, found)
    return found
  }
}

async function compileWithLibrary(
  members: readonly MemberSchema[],
  optional: readonly boolean[],
): Promise<readonly CompiledMember[]> {
  // It loads a formatter and several parsers: only `generate` pays for them.
  const { compile } = await import('json-schema-to-typescript')
  const properties = {}
  for (const [index, schema] of members.entries()) setOwn(properties, `p${index}`, schema)
  const required = members.flatMap((_, index) => (optional[index] ? [] : [`p${index}`]))
  const text = await compile(
    { type: 'object', additionalProperties: false, properties, required },
    'Variables',
    { bannerComment: '', format: false, $refOptions: { resolve: { external: false } } },
  )
  const compiled = [...text.matchAll(/^p\d+(\??): (\w+)$/gm)].map(([, mark, type = '']) => ({
    isOptional: mark === '?',
    type,
  }))
  if (compiled.length !== members.length) throw new Error(`unexpected type: ${text}`)
  return compiled
}

/** A string, number or boolean that is not held to a few values. */
type PlainDeclaration = StringDeclaration | NumberDeclaration | BooleanDeclaration

function isPlain(declaration: Declaration): declaration is PlainDeclaration {
  if (declaration.type === 'array' || declaration.type === 'object') return false
  return !hasOwn(declaration, 'enum') && !hasOwn(declaration, 'const')
}

async function composedShape(
  declaration: Declaration,
  compileMembers: TypeCompiler,
): Promise<TypeShape> {
  if (declaration.type === 'array') return listShape(declaration.items, compileMembers)
  if (declaration.type === 'object') return objectShape(declaration, compileMembers)
  return scalarShape(declaration)
}

/** The type of a text, number or boolean: the values that it lists, or all of its kind. */
export function scalarShape(declaration: Declaration): TypeShape {
  const { type } = declaration
  const values = declaration.const === undefined ? declaration.enum : [declaration.const]
  if (values === undefined) return { type: 'name', name: type === 'integer' ? 'number' : type }
  return { type: 'union', members: [...new Set(values.map(inlineLiteral))] }
}

async function listShape(items: Declaration, compileMembers: TypeCompiler): Promise<TypeShape> {
  const [item] = await compileMembers({ item: items })
  return { type: 'list', items: item?.shape ?? { type: 'name', name: 'never' } }
}

async function objectShape(
  declaration: ObjectDeclaration,
  compileMembers: TypeCompiler,
): Promise<TypeShape> {
  const members = await compileMembers(declaration.properties)
  return members.length === 0
    ? { type: 'name', name: 'Record<string, never>' }
    : { type: 'object', members }
}

function commentOf(declaration: Declaration): Pick<TypeMember, 'comment'> {
  const words = declaration.description ?? declaration.title ?? ''
  // The paragraphs of a comment are separated by an empty line.
  const text = [words, describeBounds(declaration)].filter((part) => part !== '').join('\n\n')
  const [example] = declaration.examples ?? []
  const tags = [
    ...(declaration.default === undefined ? [] : [tag('@defaultValue', declaration.default)]),
    ...(example === undefined ? [] : [tag('@example', example)]),
  ]
  return commentText(text) === '' && tags.length === 0 ? {} : { comment: { text, tags } }
}

function tag(name: string, value: JsonValue): string {
  return `${name} ${commentText(inlineLiteral(value))}`
}
