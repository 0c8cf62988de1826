import { type ApiCodeName, findApiCode } from '../model/api-code.ts'
import { errorCatalogue } from '../model/error-catalogue.ts'
import type { ExplainOptions } from './explain-rule.ts'
import { wrapText } from './printable.ts'
import { createPaint } from './style.ts'

/** Explains a code of the API: what is wrong, what prevents it, how it surfaces, what to do. */
export function explainCode(code: ApiCodeName, { color, width }: ExplainOptions): string {
  const paint = createPaint(color)
  const { cause, preventedBy, remainder } = errorCatalogue[code]
  const parts = [
    [paint('strong', code)],
    wrapText(cause, width),
    wrapText(describePrevention(preventedBy, remainder), width),
    wrapText(describeSurface(code), width),
    wrapText(`What to do: ${findApiCode(code)?.advice ?? ''}.`, width),
    [`Source: ${paint('link', codeSource)}`],
  ]
  return parts.map((lines) => lines.join('\n')).join('\n\n')
}

/** Where the API documents its codes. */
export const codeSource = 'https://docs.connectly.ai/messaging/error-codes'

function describePrevention(preventedBy: readonly string[], remainder: string | undefined): string {
  if (preventedBy.length === 0) return 'No rule can prevent it: nothing in a message decides it.'
  const rules = preventedBy.map((rule) => `\`${rule}\``).join(' and ')
  const verb = preventedBy.length === 1 ? 'prevents' : 'prevent'
  const rest = remainder === undefined ? '.' : `, but cannot see ${remainder}.`
  return `${rules} ${verb} it${rest}`
}

function describeSurface(code: ApiCodeName): string {
  const surfacesAs = findApiCode(code)?.surfacesAs ?? 'ApiError'
  return `A send that is refused for it throws \`${surfacesAs}\`; a message that fails for it later is a delivery event with the same error.`
}
