import message from '../../schema/message.schema.json' with { type: 'json' }
import { isObject } from '../model/json.ts'
import { lazily } from '../model/lazily.ts'
import type { Schema } from './validate-schema.ts'

/** The schema of message files: a function, so that it is read only where something is wrong. */
export function messageSchema(): Schema {
  return message
}

/** Whether a word is a key anywhere in a message file. */
export function isKnownName(word: string): boolean {
  return knownNames().has(word)
}

const knownNames = lazily(() => {
  const names = new Set<string>()
  collectNames(messageSchema(), names)
  return names
})

function collectNames(schema: unknown, names: Set<string>): void {
  if (Array.isArray(schema)) {
    for (const item of schema) collectNames(item, names)
  } else if (isObject(schema)) {
    for (const [key, value] of Object.entries(schema)) {
      if (key === 'properties' && isObject(value))
        for (const name of Object.keys(value)) names.add(name)
      collectNames(value, names)
    }
  }
}
