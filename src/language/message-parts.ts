import { isObject, type JsonObject, setOwn } from '../model/json.ts'
import type { Fallback, MessageBody, MessageDefinition } from '../model/message.ts'

/** What one file says of a message in its locale; the file's shape was checked. */
export function bodyOf(root: JsonObject, inherited?: Fallback): MessageBody | undefined {
  const message = Object.hasOwn(root, 'message') ? root['message'] : undefined
  if (!isObject(message)) return undefined
  const fallback = fallbackOf(root) ?? inherited
  return { message, ...(fallback === undefined ? {} : { fallback }) }
}

/** What stands around the message in its default file, and holds for every locale. */
export function envelopeOf(
  root: JsonObject,
): Pick<MessageDefinition, 'callbackData' | 'campaignName' | 'sender' | 'order'> {
  const { callbackData, campaignName, sender, order } = root
  return {
    ...(callbackData === undefined ? {} : { callbackData }),
    ...(typeof campaignName === 'string' ? { campaignName } : {}),
    ...(typeof sender === 'string' || isObject(sender) ? { sender } : {}),
    ...(isObject(order) ? { order } : {}),
  }
}

/** The fallback template that a file names. */
export function fallbackOf(root: JsonObject): Fallback | undefined {
  const value = Object.hasOwn(root, 'fallback') ? root['fallback'] : undefined
  if (!isObject(value)) return undefined
  const { templateName, language, parameters } = value
  if (typeof templateName !== 'string' || typeof language !== 'string') return undefined
  const texts: Record<string, string> = {}
  for (const [key, text] of Object.entries(isObject(parameters) ? parameters : {})) {
    if (typeof text === 'string') setOwn(texts, key, text)
  }
  return { templateName, language, ...(parameters === undefined ? {} : { parameters: texts }) }
}
