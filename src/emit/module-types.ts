import { identifierOf } from '../language/message-name.ts'
import type { CompiledMessage } from '../model/message.ts'
import { hasFallback, hasVariants, localesOf, sortedStandIns } from '../model/message-locales.ts'
import { formatComment } from './comment.ts'
import { stringLiteral } from './literal.ts'
import { type Parameter, typeReference } from './module-text.ts'
import { formatMembers, formatUnion, type TypeMember } from './type-layout.ts'

/** The names that a module exports. */
export interface ModuleNames {
  readonly send: string
  readonly render: string
  readonly variables: string
  /** Only where a message has variants. */
  readonly locale?: string
}

/** The names that the module of a message exports. */
export function moduleNames(message: CompiledMessage): ModuleNames {
  const identifier = identifierOf(message.name)
  const names = {
    send: `send${identifier}`,
    render: `render${identifier}`,
    variables: `${identifier}Variables`,
  }
  return hasVariants(message) ? { ...names, locale: `${identifier}Locale` } : names
}

/** The types that a module exports, with their comments. */
export function exportedTypes(
  message: CompiledMessage,
  members: readonly TypeMember[],
): readonly string[] {
  const { variables, locale } = moduleNames(message)
  return [
    variablesType(message, members, variables),
    ...(locale === undefined ? [] : [localeType(message, locale)]),
  ]
}

/** The type arguments with which a message is defined and sent. */
export function senderTypes(message: CompiledMessage): readonly string[] {
  const { variables, locale = 'never' } = moduleNames(message)
  return [variables, locale, ...(hasFallback(message) ? [stringLiteral('fallback')] : [])]
}

/** A function that a module exports. */
export interface ExportedFunction {
  readonly name: string
  readonly comment: string
  readonly parameters: readonly Parameter[]
  readonly result: string
  /** The method of the definition that does it. */
  readonly method: 'send' | 'render'
}

/** The functions that a module exports: both hand on what they are given. */
export function exportedFunctions(
  message: CompiledMessage,
  members: readonly TypeMember[],
): readonly ExportedFunction[] {
  const { send, render, variables, locale } = moduleNames(message)
  const options = typeReference('SendOptions', senderTypes(message))
  const text = `Fills the variables of \`${message.name}\` in: the request body without its recipient.`
  return [
    {
      name: send,
      comment: formatComment(message.description ?? `Sends \`${message.name}\`.`),
      parameters: [
        { name: 'client', type: 'Client' },
        { name: 'options', ...options },
      ],
      result: 'Promise<SendResult>',
      method: 'send',
    },
    {
      name: render,
      comment: formatComment(text),
      parameters: [
        variablesParameter(members, variables, locale),
        ...(locale === undefined
          ? []
          : [{ name: 'options', ...typeReference('RenderOptions', [locale]) }]),
      ],
      result: 'RenderedMessage',
      method: 'render',
    },
  ]
}

function variablesParameter(
  members: readonly TypeMember[],
  type: string,
  locale: string | undefined,
): Parameter {
  const canOmitAll = members.every((member) => member.isOptional)
  // A parameter with a default cannot stand before one without.
  return canOmitAll && locale === undefined
    ? { name: 'variables', type, default: '{}' }
    : { name: 'variables', type }
}

function variablesType(
  message: CompiledMessage,
  members: readonly TypeMember[],
  name: string,
): string {
  const comment = formatComment(`Variables of \`${message.name}\`.`)
  if (members.length === 0) return `${comment}\nexport type ${name} = Record<string, never>`
  return `${comment}\nexport interface ${name} {\n${formatMembers(members, 2)}\n}`
}

function localeType(message: CompiledMessage, name: string): string {
  const head = `export type ${name} = `
  const union = formatUnion(localesOf(message).map(stringLiteral), 0, head.length)
  const standIns = sortedStandIns(message).map(
    ([locale, standIn]) => `It has no \`${locale}\` of its own: \`${standIn}\` stands in.`,
  )
  const comment = formatComment([`Locales of \`${message.name}\`.`, ...standIns].join('\n\n'))
  return `${comment}\n${union.startsWith('\n') ? head.trimEnd() : head}${union}`
}
