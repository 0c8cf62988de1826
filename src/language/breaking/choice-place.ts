import { isObject, type JsonValue } from '../../model/json.ts'
import type { Path } from '../../model/source.ts'
import type { ProjectState } from './project-pair.ts'

/** Where a button or row stands in the file of a message; where its like stand, if it is gone. */
export function placeOfChoice({ messages }: ProjectState, message: string, id: string): Path {
  const [body] = Object.values(messages.get(message)?.bodies ?? {})
  if (body === undefined) return ['message']
  const { replyButtonMessage, listMessage } = body.message
  const found = findId(body.message, ['message'], id)
  if (found !== undefined) return found
  if (isObject(replyButtonMessage)) return ['message', 'replyButtonMessage', 'buttons']
  return isObject(listMessage) ? ['message', 'listMessage', 'sections'] : ['message']
}

function findId(value: JsonValue, path: Path, id: string): Path | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if (isObject(value) && value['id'] === id) return [...path, 'id']
  for (const [key, child] of Object.entries(value)) {
    const found = findId(child, [...path, Array.isArray(value) ? Number(key) : key], id)
    if (found !== undefined) return found
  }
  return undefined
}
