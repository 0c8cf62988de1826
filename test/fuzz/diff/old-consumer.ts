import { identifierOf } from '../../../src/language/message-name.ts'
import type { Declaration, Declarations } from '../../../src/model/declaration.ts'
import { isObject, type JsonValue } from '../../../src/model/json.ts'
import type { CompiledMessage } from '../../../src/model/message.ts'
import type {
  ChoiceDefinition,
  MessageReplies,
  ReplyTable,
} from '../../../src/model/reply-table.ts'
import { parseTemplate, wholeVariable } from '../../../src/model/template.ts'

// Code that an application wrote for one build: it sends every message with everything that the
// types allow, and handles every reply with all that it is given. The types are written down here
// once more, by other means than the generator's.

/** Writes the application of a build. @param folder Where the generated files are, from it */
export function writeConsumer(
  messages: readonly CompiledMessage[],
  table: ReplyTable,
  folder: string,
): string {
  return [
    `import type { Client } from 'connectly-messages/client'`,
    'declare const client: Client',
    `const to = '+16044441111'`,
    ...messages.flatMap((message, index) => writeSends(message, index, folder)),
    ...writeHandlers(table, folder),
    'export {}',
    '',
  ].join('\n')
}

function writeSends(message: CompiledMessage, index: number, folder: string): readonly string[] {
  const id = identifierOf(message.name)
  const entries = Object.entries(message.variables)
  const optional = entries.filter(([, { default: own }]) => own !== undefined)
  const needed = entries.filter(([, { default: own }]) => own === undefined)
  const value = ([name]: readonly [string, Declaration]): string => `${name}: v${index}_${name}`
  const all = `{ ${entries.map(value).join(', ')} }`
  const least = `{ ${needed.map(value).join(', ')} }`
  const locales = localesOf(message)
  const sends = [all, ...(optional.length > 0 ? [least] : [])].flatMap((variables) =>
    locales.flatMap((locale) => {
      const rest = [
        ...(entries.length === 0 ? [] : [`variables: ${variables}`]),
        ...(locale === undefined ? [] : [`locale: '${locale}'`]),
      ]
      const options = locale === undefined ? '' : `, { locale: '${locale}' }`
      return [
        `void s${index}.send${id}(client, { ${['to', ...rest].join(', ')} })`,
        `s${index}.render${id}(${variables}${options})`,
        ...(hasFallback(message, locale)
          ? [
              `void s${index}.send${id}(client, { ${['to', ...rest, 'fallback: true'].join(', ')} })`,
            ]
          : []),
      ]
    }),
  )
  return [
    `import * as s${index} from '${folder}/${message.name}.ts'`,
    `import { send${id} as i${index} } from '${folder}/index.ts'`,
    `void i${index}`,
    ...entries.map(([name, one]) => `declare const v${index}_${name}: ${typeOf(one)}`),
    ...sends,
    ...(needed.length === 0 && locales[0] === undefined
      ? [`void s${index}.send${id}(client, { to })`, `s${index}.render${id}()`]
      : []),
  ]
}

function localesOf({ bodies }: CompiledMessage): readonly (string | undefined)[] {
  const locales = Object.keys(bodies)
  return locales.length > 1 ? locales : [undefined]
}

function hasFallback({ bodies }: CompiledMessage, locale: string | undefined): boolean {
  const body = locale === undefined ? Object.values(bodies)[0] : bodies[locale]
  return body?.fallback !== undefined
}

/** The type of what callers may pass, and of what handlers are given. */
function typeOf(declaration: Declaration): string {
  if (declaration.type === 'array') return `readonly (${typeOf(declaration.items)})[]`
  if (declaration.type === 'object') return membersOf(declaration.properties)
  const values = declaration.const === undefined ? declaration.enum : [declaration.const]
  if (values !== undefined) return values.map((value) => JSON.stringify(value)).join(' | ')
  return declaration.type === 'integer' ? 'number' : declaration.type
}

function membersOf(declarations: Declarations): string {
  const members = Object.entries(declarations).map(
    ([name, one]) => `readonly ${JSON.stringify(name)}: ${typeOf(one)}`,
  )
  return `{ ${members.join('; ')} }`
}

function writeHandlers(table: ReplyTable, folder: string): readonly string[] {
  const offered = Object.entries(table.messages).flatMap(([name, replies]) =>
    (replies.choices ?? []).map((choice) => ({ name, choice, replies })),
  )
  if (offered.length === 0) return []
  const handled = Map.groupBy(
    offered.filter(({ choice }) => choice.overlap !== 'always'),
    ({ name }) => name,
  )
  const handlers = [...handled].flatMap(([name, choices]) => [
    `  ${JSON.stringify(name)}: {`,
    ...choices.map(({ choice, replies }) => `    ${writeHandler(choice, replies)},`),
    '  },',
  ])
  const isAmbiguous = offered.some(({ choice }) => choice.overlap !== undefined)
  return [
    `import { decodeEvent, handleReplies } from '${folder}/index.ts'`,
    'handleReplies({ choices: {',
    ...handlers,
    `}, unknown: () => {}, foreign: () => {}, forged: () => {}${isAmbiguous ? ', ambiguous: () => {}' : ''} })`,
    // Who does without handlers asks an event for each choice.
    'export const read = async (body: Uint8Array): Promise<void> => {',
    `  const event = await decodeEvent(body, { secret: '', signature: null })`,
    `  if (event.type !== 'choice') return`,
    '  const { choice } = event',
    ...offered.map(
      ({ name, choice, replies }) =>
        `  if (choice.message === ${JSON.stringify(name)} && choice.id === ${JSON.stringify(choice.id)}) { ${writeReads(choice, replies)} }`,
    ),
    '}',
  ]
}

function writeHandler(choice: ChoiceDefinition, replies: MessageReplies): string {
  return `${JSON.stringify(choice.id)}: (choice) => { ${writeReads(choice, replies)} }`
}

function writeReads(
  { id, type, variables = {} }: ChoiceDefinition,
  { callbackData, variables: used = {} }: MessageReplies,
): string {
  const keys = namesIn(id).map((name, index) => {
    const declared = [variables[name] ?? []].flat()
    return `const k${index}: ${declared.map(typeOf).join(' | ')} = choice.keys.${name}; void k${index}`
  })
  return [
    `const type: '${type}' = choice.type; void type`,
    ...keys,
    ...(callbackData === undefined ? [] : [writeDataReads(callbackData, used)]),
  ].join('; ')
}

/** Where there is data, its parts are read, which the compiler refuses of what is never there. */
function writeDataReads(
  data: JsonValue,
  variables: NonNullable<MessageReplies['variables']>,
): string {
  const members = isObject(data)
    ? Object.keys(data).map((key) => `void choice.callbackData.${key}`)
    : ['void choice.callbackData.toString()']
  return `if (choice.callbackData !== undefined) { const data: ${dataType(data, variables)} = choice.callbackData; void data; ${members.join('; ')} }`
}

function namesIn(id: string): readonly string[] {
  const names = parseTemplate(id).parts.flatMap((part) =>
    part.type === 'variable' ? [part.names.join('.')] : [],
  )
  return [...new Set(names)]
}

function dataType(value: JsonValue, variables: NonNullable<MessageReplies['variables']>): string {
  if (typeof value === 'string') {
    const names = wholeVariable(value)
    if (names !== undefined) {
      return [variables[names.join('.')] ?? []]
        .flat()
        .map((one) => `(${typeOf(one)})`)
        .join(' | ')
    }
    return value.includes('{{') ? 'string' : JSON.stringify(value)
  }
  if (Array.isArray(value)) {
    return `readonly [${value.map((item: JsonValue) => dataType(item, variables)).join(', ')}]`
  }
  if (!isObject(value)) return JSON.stringify(value)
  const members = Object.entries(value).map(
    ([key, item]) => `readonly ${JSON.stringify(key)}: ${dataType(item, variables)}`,
  )
  return `{ ${members.join('; ')} }`
}
