import type { CompiledMessage } from '../model/message.ts'
import { formatLiteral, importsOf, type LiteralObject, lineWidth } from './literal.ts'
import { definitionData } from './module-data.ts'
import { clientModule, formatSignature, moduleHeader, namesFrom, sortNames } from './module-text.ts'
import {
  type ExportedFunction,
  exportedFunctions,
  exportedTypes,
  type ModuleNames,
  moduleNames,
  senderTypes,
} from './module-types.ts'
import type { TypeMember } from './type-layout.ts'

/**
 * Writes the module of one message in TypeScript: types and data. Behaviour stays in the client, so
 * that mending it needs no new code.
 */
export function generateModule(message: CompiledMessage, members: readonly TypeMember[]): string {
  const names = moduleNames(message)
  const definition = definitionData(message)
  const sections = [
    `${moduleHeader(message.name)}\n${importLine(names, importsOf(definition))}`,
    ...exportedTypes(message, members),
    definitionConstant(message, definition),
    ...exportedFunctions(message, members).map(functionText),
  ]
  return `${sections.join('\n\n')}\n`
}

function importLine({ locale }: ModuleNames, used: readonly string[]): string {
  const specifiers = [
    'type Client',
    'defineMessage',
    ...used,
    'type RenderedMessage',
    ...(locale === undefined ? [] : ['type RenderOptions']),
    'type SendOptions',
    'type SendResult',
  ]
  return namesFrom('import', sortNames(specifiers), clientModule)
}

function definitionConstant(message: CompiledMessage, definition: LiteralObject): string {
  const data = formatLiteral(definition, { indent: 0, column: lineWidth })
  const head = 'const definition = /* @__PURE__ */ defineMessage'
  const types = senderTypes(message)
  const inline = `${head}<${types.join(', ')}>(`
  const call = inline.length < lineWidth ? inline : `${head}<\n  ${types.join(',\n  ')}\n>(`
  // A variable may be called `constructor` or `toString`: TypeScript then expects what every object
  // has by that name, and would read `type: 'string'` as any string.
  return `${call}${data} as const)`
}

function functionText({ name, comment, parameters, result, method }: ExportedFunction): string {
  const head = formatSignature(`export function ${name}`, parameters, `: ${result} {`)
  const passed = parameters.map((parameter) => parameter.name).join(', ')
  return `${comment}\n${head}\n  return definition.${method}(${passed})\n}`
}
