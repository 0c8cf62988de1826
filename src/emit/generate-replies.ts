import { formatComment } from './comment.ts'
import { declarationCode } from './declaration-code.ts'
import type { TypedMessage } from './generate-javascript.ts'
import { formatLiteral, importsOf, lineWidth } from './literal.ts'
import {
  clientModule,
  formatSignature,
  namesFrom,
  type Parameter,
  sharedHeader,
  sortNames,
} from './module-text.ts'
import { choicesOf } from './reply-choices.ts'
import { replyTableData } from './reply-data.ts'
import { findOverlaps } from './reply-overlap.ts'
import { replyTypeMembers } from './reply-types.ts'
import { formatMembers } from './type-layout.ts'

/** The generated module of the replies. No message can be called so. */
export const repliesModule = '_replies'

/** The names that the module of the replies exports. */
export const replyNames: { readonly values: readonly string[]; readonly types: readonly string[] } =
  {
    values: ['decodeEvent', 'handleReplies'],
    types: ['ReplyChoices'],
  }

/** What is generated of the replies of a project, in both forms. */
export interface GeneratedReplies {
  readonly typeScript: string
  readonly javaScript: string
  /** For the file of types beside JavaScript, without its head. */
  readonly declarations: readonly string[]
}

/** Writes what customers can tap, and the functions that read it back; nothing where it is nothing. */
export function generateReplies(messages: readonly TypedMessage[]): GeneratedReplies | undefined {
  const offerings = messages.map((typed) => ({ ...typed, choices: choicesOf(typed.message) }))
  const offered = offerings.flatMap(({ message, choices }) =>
    choices.map((choice) => ({ message: message.name, choice })),
  )
  if (offered.length === 0) return undefined
  const isTracked = messages.some(({ message }) => message.tracking === true)
  const overlaps = findOverlaps(offered, isTracked)
  const table = replyTableData(offerings, overlaps, declarationCode)
  const types = `${formatComment(aboutTypes)}\nexport interface ReplyChoices {\n${formatMembers(replyTypeMembers(offerings, overlaps), 2)}\n}`
  const data = formatLiteral(table, { indent: 0, column: lineWidth })
  const make = (type: string, end: string): string =>
    `const replies = /* @__PURE__ */ defineReplies${type}(${data}${end})`
  const used = importsOf(table)
  const imported = [
    'type DecodedEvent',
    'type DecodeOptions',
    'defineReplies',
    'type EventHandler',
    ...used,
    'type RawBody',
    'type ReplyHandlers',
  ]
  return {
    typeScript: joinSections([
      `${sharedHeader}\n${namesFrom('import', sortNames(imported), clientModule)}`,
      types,
      make('<ReplyChoices>', ' as const'),
      ...functions.map((one) => functionText(one, true)),
    ]),
    javaScript: joinSections([
      `${sharedHeader}\n${namesFrom('import', sortNames(['defineReplies', ...used]), clientModule)}`,
      make('', ''),
      ...functions.map((one) => functionText(one, false)),
    ]),
    declarations: [types, ...functions.map(declarationText)],
  }
}

const aboutTypes =
  'What customers can tap: message, then id as it is written, with the variables in the id (`keys`) and the `callbackData` that comes back.'

interface ReplyFunction {
  readonly name: string
  readonly comment: string
  readonly parameters: readonly Parameter[]
  readonly result: string
}

const functions: readonly ReplyFunction[] = [
  {
    name: 'decodeEvent',
    comment: formatComment(
      'Verifies the body of a webhook by its signature, reads it, and finds out what was tapped.',
    ),
    parameters: [
      { name: 'rawBody', type: 'RawBody' },
      { name: 'options', type: 'DecodeOptions' },
    ],
    result: 'Promise<DecodedEvent<ReplyChoices>>',
  },
  {
    name: 'handleReplies',
    comment: formatComment('Makes one handler of events out of a handler for every choice.'),
    parameters: [{ name: 'handlers', type: 'ReplyHandlers<ReplyChoices>' }],
    result: 'EventHandler<ReplyChoices>',
  },
]

function functionText(
  { name, comment, parameters, result }: ReplyFunction,
  isTyped: boolean,
): string {
  const passed = parameters.map((parameter) => parameter.name).join(', ')
  const shown = isTyped ? parameters : parameters.map((parameter) => ({ name: parameter.name }))
  const head = formatSignature(`export function ${name}`, shown, isTyped ? `: ${result} {` : ' {')
  const body = `${head}\n  return replies.${name}(${passed})\n}`
  return isTyped ? `${comment}\n${body}` : body
}

function declarationText({ name, comment, parameters, result }: ReplyFunction): string {
  return `${comment}\n${formatSignature(`export declare function ${name}`, parameters, `: ${result}`)}`
}

function joinSections(sections: readonly string[]): string {
  return `${sections.join('\n\n')}\n`
}
