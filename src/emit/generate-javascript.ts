import type { CompiledMessage } from '../model/message.ts'
import { formatLiteral, importsOf, lineWidth } from './literal.ts'
import { definitionData } from './module-data.ts'
import {
  clientModule,
  formatSignature,
  moduleHeader,
  namesFrom,
  type Parameter,
  sharedHeader,
  sortNames,
} from './module-text.ts'
import { type ExportedFunction, exportedFunctions, exportedTypes } from './module-types.ts'
import type { TypeMember } from './type-layout.ts'

/** A message together with the members of the type of its variables. */
export interface TypedMessage {
  readonly message: CompiledMessage
  readonly members: readonly TypeMember[]
}

/** Writes the module of one message in JavaScript: what {@link generateTypes} declares. */
export function generateJavaScript({ message, members }: TypedMessage): string {
  const definition = definitionData(message)
  const data = formatLiteral(definition, { indent: 0, column: lineWidth })
  const imported = sortNames(['defineMessage', ...importsOf(definition)])
  const sections = [
    `${moduleHeader(message.name)}\n${namesFrom('import', imported, clientModule)}`,
    `const definition = /* @__PURE__ */ defineMessage(${data})`,
    ...exportedFunctions(message, members).map(functionText),
  ]
  return `${sections.join('\n\n')}\n`
}

/**
 * Writes the types of all messages into one file: a compiler opens one instead of thousands, and
 * has no code to check.
 */
export function generateTypes(
  messages: readonly TypedMessage[],
  replies: readonly string[] = [],
): string {
  const ofMessages = messages.flatMap(({ message, members }) => [
    ...exportedTypes(message, members),
    ...exportedFunctions(message, members).map(declarationText),
  ])
  const sections = [...replies, ...ofMessages]
  const used = clientTypes.filter((name) =>
    sections.some((text) => new RegExp(`\\b${name}\\b`).test(text)),
  )
  const head =
    used.length === 0
      ? [sharedHeader, 'export {}']
      : [`${sharedHeader}\n${namesFrom('import type', used, clientModule)}`]
  return `${[...head, ...sections].join('\n\n')}\n`
}

/** In the order in which imports are sorted. */
const clientTypes = [
  'Client',
  'DecodedEvent',
  'DecodeOptions',
  'EventHandler',
  'RawBody',
  'RenderedMessage',
  'RenderOptions',
  'ReplyHandlers',
  'SendOptions',
  'SendResult',
]

function functionText({ name, parameters, method }: ExportedFunction): string {
  const untyped = parameters.map(({ type: _type, brokenType: _broken, ...rest }) => rest)
  const head = formatSignature(`export function ${name}`, untyped, ' {')
  const passed = parameters.map((parameter) => parameter.name).join(', ')
  return `${head}\n  return definition.${method}(${passed})\n}`
}

function declarationText({ name, comment, parameters, result }: ExportedFunction): string {
  const declared = parameters.map(asDeclared)
  return `${comment}\n${formatSignature(`export declare function ${name}`, declared, `: ${result}`)}`
}

/** A declaration says that a parameter may be left out, and not what it is then. */
function asDeclared({ default: value, ...parameter }: Parameter): Parameter {
  return value === undefined ? parameter : { ...parameter, isOptional: true }
}
