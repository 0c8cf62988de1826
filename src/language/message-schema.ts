import message from '../../schema/message.schema.json' with { type: 'json' }
import type { Schema } from './validate-schema.ts'

/** The schema of message files: a function, so that it is read only where something is wrong. */
export function messageSchema(): Schema {
  return message
}
