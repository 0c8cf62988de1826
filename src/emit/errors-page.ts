import { findApiCode, listApiCodes } from '../model/api-code.ts'
import { errorCatalogue } from '../model/error-catalogue.ts'
import { codeSource } from './explain-code.ts'
import { markdownTable } from './markdown-table.ts'

/** Writes the page of the error codes of the API. */
export function generateErrorsPage(): string {
  const rows = listApiCodes().map((code) => {
    const { cause, preventedBy, remainder } = errorCatalogue[code]
    const { surfacesAs = '', advice = '' } = findApiCode(code) ?? {}
    const links = preventedBy.map((rule) => `[\`${rule}\`](../language/rules/README.md#${rule})`)
    const rest = remainder === undefined ? '' : `; not: ${remainder}`
    return [`\`${code}\``, cause, links.join(', ') + rest, `\`${surfacesAs}\``, advice]
  })
  return `${head}\n${markdownTable(['Code', 'Cause', 'Prevented by', 'Surfaces as', 'What to do'], rows)}`
}

const head = `<!-- Generated from the error catalogue: run \`npm run fix\` to renew it, do not edit. -->

# The error codes of the API

What the API answers when it refuses a message, as [its documentation](${codeSource}) lists it. Rules
prevent a code when a file is linted, and most of them again before a message is sent. What they cannot see comes
back as an error of the family \`ConnectlyError\`: thrown by a send, or as \`error\` of a delivery event
that says \`failed\`. \`connectly explain ERROR_CODE_…\` prints one entry.

Codes that are not in the list surface as \`ApiError\`. A 401 is an \`AuthenticationError\` and a 429 a
\`RateLimitError\`, whatever their code.
`
