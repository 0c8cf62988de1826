import fc from 'fast-check'
import type { Variables } from '../../src/model/declaration.ts'
import { isObject, type JsonObject } from '../../src/model/json.ts'
import type { CompiledMessage } from '../../src/model/message.ts'
import { type ArbitraryMessage, arbitraryMessages } from './arbitrary-message.ts'
import { judgeRoundTrip } from './judge-round-trip.ts'
import { dice, legalVariables } from './legal-values.ts'
import { type MadeTable, makeTable, sendAndTap } from './reply-round-trip.ts'

/** What was tapped. */
export interface TapCount {
  readonly taps: number
}

const offering = arbitraryMessages.filter(({ root }) => {
  const { message } = root
  return isObject(message) && ('replyButtonMessage' in message || 'listMessage' in message)
})

/**
 * Sends random messages, two of which share a table, and taps everything in them. Throws for the
 * first tap that does not come back as it was sent.
 */
export function tapRandomMessages(options: {
  readonly numRuns: number
  readonly seed?: number
}): TapCount {
  let taps = 0
  const property = fc.property(
    fc.tuple(offering, offering),
    dice,
    fc.boolean(),
    (pair, roll, on) => {
      const messages = pair.map((random, index) => asCompiled(`m${index}`, random, on))
      const made = makeTable(messages)
      for (const message of messages)
        taps += tapAll(message, legalVariables(message.variables, roll), made)
    },
  )
  fc.assert(property, options)
  return { taps }
}

/**
 * Sends these messages, in each of their locales, with random values of their variables, and taps
 * everything in them. Throws as {@link tapRandomMessages} does.
 */
export function tapWithRandomValues(
  messages: readonly CompiledMessage[],
  options: { readonly numRuns: number; readonly seed?: number },
): TapCount {
  let taps = 0
  const made = makeTable(messages)
  const property = fc.property(fc.constantFrom(...messages), dice, (message, roll) => {
    taps += tapAll(message, legalVariables(message.variables, roll), made)
  })
  fc.assert(property, options)
  return { taps }
}

function tapAll(
  message: CompiledMessage,
  variables: Variables | undefined,
  made: MadeTable,
): number {
  let taps = 0
  if (variables === undefined) return taps
  for (const body of Object.values(message.bodies)) {
    for (const sent of sendAndTap(message, body, variables)) {
      // The rules refuse an empty id, and one that is too long.
      if (sent.id === '' || sent.id.length > 200) continue
      taps++
      const problem = judgeRoundTrip(sent, made)
      if (problem !== undefined) throw new Error(`${JSON.stringify(sent)} ${problem}`)
    }
  }
  return taps
}

/** A random message as the compiler would hand it on. */
function asCompiled(
  name: string,
  { declarations, root }: ArbitraryMessage,
  tracking: boolean,
): CompiledMessage {
  const { message, callbackData } = root
  const isCarried = callbackData !== undefined && (!tracking || isObject(callbackData))
  const content: JsonObject = isObject(message) ? message : {}
  return {
    name,
    variables: declarations,
    bodies: { default: { message: content } },
    ...(isCarried ? { callbackData } : {}),
    ...(tracking ? { tracking } : {}),
    examples: [],
    files: {},
  }
}
