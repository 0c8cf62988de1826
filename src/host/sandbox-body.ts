import { isObject, type JsonObject, type JsonValue } from '../model/json.ts'
import { BodyTooLongError } from './read-body.ts'
import type { Refusal } from './sandbox-answer.ts'
import { brokenJson, tooDeep, tooLong } from './sandbox-refusals.ts'
import type { SandboxRequest } from './sandbox-request.ts'

/** No request needs more. */
export const maxBodyBytes: number = 1024 * 1024
/** The 1024 bytes of `callbackData` hold 512 brackets within each other; beyond lie attacks. */
const maxDepth = 600

/** A body, or why there is none. */
export type BodyResult = { readonly body: JsonObject } | { readonly refusal: Refusal }

/** Reads the body of a request as a JSON object. */
export async function readJsonBody(request: SandboxRequest): Promise<BodyResult> {
  try {
    return parseBody(await request.readText())
  } catch (error) {
    if (error instanceof BodyTooLongError) return { refusal: tooLong }
    throw error
  }
}

function parseBody(text: string): BodyResult {
  const value = parseJson(text)
  if (!isObject(value)) return { refusal: brokenJson }
  // Every level takes two characters at least, so most bodies need no look.
  const isDeep = text.length > 2 * maxDepth && isDeeper(value, maxDepth)
  return isDeep ? { refusal: tooDeep } : { body: value }
}

function parseJson(text: string): JsonValue | undefined {
  try {
    // A byte-order mark says nothing, and `fetch` leaves it out as well.
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}

function isDeeper(value: JsonValue, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (levels === 0) return true
  return Object.values(value).some((inner) => isDeeper(inner, levels - 1))
}
