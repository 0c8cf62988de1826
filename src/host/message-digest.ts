import { createHash } from 'node:crypto'
import type { MessageDefinition } from '../model/message.ts'

/** Names the state of a message: SHA-256 of everything that decides what is sent. */
export function digestMessage(message: MessageDefinition): string {
  const { name, variables, bodies, standIns, callbackData, campaignName, sender, order } = message
  const parts = [name, variables, bodies, standIns, callbackData, campaignName, sender, order]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}
