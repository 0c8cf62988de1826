import type { ImportExtension } from '../model/config.ts'
import type { CompiledMessage } from '../model/message.ts'
import { generatedHeader, moduleNames } from './generate-module.ts'
import { lineWidth, stringLiteral } from './literal.ts'

/** Writes the index: what every module exports, by name. */
export function generateIndex(
  messages: readonly CompiledMessage[],
  importExtension: ImportExtension,
): string {
  const header = `${generatedHeader}.\n// Do not edit: change the messages and run \`connectly generate\`.`
  const exports = messages.map((message) => {
    const { send, render, variables, locale } = moduleNames(message)
    const types = locale === undefined ? [variables] : [locale, variables]
    const names = [render, send, ...types.map((type) => `type ${type}`)]
    return exportLine(names, stringLiteral(`./${message.name}.${importExtension}`))
  })
  // Without an export the file would be a script, and its import an error.
  return `${[header, '', ...(exports.length === 0 ? ['export {}'] : exports)].join('\n')}\n`
}

function exportLine(names: readonly string[], source: string): string {
  const inline = `export { ${names.join(', ')} } from ${source}`
  if (inline.length <= lineWidth) return inline
  return `export {\n${names.map((name) => `  ${name},\n`).join('')}} from ${source}`
}
