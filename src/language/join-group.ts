import { isObject, type JsonObject, type JsonValue } from '../model/json.ts'
import type { CompiledMessage, Fallback, MessageBody } from '../model/message.ts'
import type { Compilation } from './compile.ts'
import { readExamples } from './examples.ts'
import type { MessageGroup } from './message-group.ts'

/** Joins the files of a message to one value; nothing where a file could not be read. */
export function joinGroup(
  { name, base, variants }: MessageGroup,
  defaultLocale: string,
): CompiledMessage | undefined {
  if (base?.root === undefined) return undefined
  const bodies: Record<string, MessageBody> = {}
  const files: Record<string, string> = {}
  const fallback = fallbackOf(base)
  for (const { locale, compilation } of [
    { locale: defaultLocale, compilation: base },
    ...variants,
  ]) {
    const message = objectAt(compilation, 'message')
    if (message === undefined) return undefined
    const own = fallbackOf(compilation) ?? fallback
    bodies[locale] = { message, ...(own === undefined ? {} : { fallback: own }) }
    files[locale] = compilation.source.path
  }
  const description = valueAt(base, 'description')
  const callbackData = valueAt(base, 'callbackData')
  const campaignName = valueAt(base, 'campaignName')
  const sender = valueAt(base, 'sender')
  const order = objectAt(base, 'order')
  return {
    name,
    ...(typeof description === 'string' ? { description: description.trim() } : {}),
    variables: base.declarations,
    bodies,
    ...(callbackData === undefined ? {} : { callbackData }),
    ...(typeof campaignName === 'string' ? { campaignName } : {}),
    ...(typeof sender === 'string' || isObject(sender) ? { sender: sender } : {}),
    ...(order === undefined ? {} : { order }),
    examples: readExamples(base.root),
    files,
  }
}

function valueAt({ root }: Compilation, key: string): JsonValue | undefined {
  return root !== undefined && Object.hasOwn(root, key) ? root[key] : undefined
}

function objectAt(compilation: Compilation, key: string): JsonObject | undefined {
  const value = valueAt(compilation, key)
  return isObject(value) ? value : undefined
}

/** The shape was checked against the schema; a file with errors never gets further than this. */
function fallbackOf(compilation: Compilation): Fallback | undefined {
  const value = objectAt(compilation, 'fallback')
  const { templateName, language, parameters } = value ?? {}
  if (typeof templateName !== 'string' || typeof language !== 'string') return undefined
  const texts: Record<string, string> = {}
  for (const [key, text] of Object.entries(isObject(parameters) ? parameters : {})) {
    if (typeof text === 'string') texts[key] = text
  }
  return { templateName, language, ...(parameters === undefined ? {} : { parameters: texts }) }
}
