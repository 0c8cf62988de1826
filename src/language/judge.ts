import type { NamedFinding } from '../model/diagnostic.ts'
import { isObject, type JsonObject, type JsonValue, setOwn } from '../model/json.ts'
import { everyLimit } from '../model/limits.ts'
import { measureFilled } from '../model/measure-filled.ts'
import type { Payload } from '../model/payload.ts'
import { lintBounds } from './lint.ts'

/**
 * Runs every rule on what is about to go over the wire. Paths are those of the body (for a
 * template: those of a `fallback`).
 */
export function judgePayload({ endpoint, body }: Payload): readonly NamedFinding[] {
  const root = endpoint === 'send/messages' ? body : templateRoot(body)
  return lintBounds(measureFilled(root, everyLimit)).findings
}

/** The flat body of a template, in the shape of a message file. */
export function templateRoot(body: JsonObject): JsonObject {
  const { templateName = '', language = '', number = '', sender, callbackData, campaignName } = body
  const parameters: JsonObject = {}
  for (const parameter of listOf(body['parameters'])) {
    if (!isObject(parameter)) continue
    const { name, value } = parameter
    if (typeof name === 'string' && value !== undefined) setOwn(parameters, name, value)
  }
  const id = typeof number === 'string' ? number.replace(/^bsuid:/, '') : number
  return {
    fallback: { templateName, language, parameters },
    recipient: { id, channelType: 'whatsapp' },
    ...(sender === undefined ? {} : { sender: { id: sender, channelType: 'whatsapp' } }),
    ...(callbackData === undefined ? {} : { callbackData }),
    ...(campaignName === undefined ? {} : { campaignName }),
  }
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : []
}
