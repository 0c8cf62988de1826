import { isBsuid } from '../model/bsuid.ts'
import { ConnectlyError } from '../model/errors.ts'
import { formats } from '../model/formats.ts'
import { isObject, type JsonObject, type JsonValue } from '../model/json.ts'
import { nearMiss } from '../model/near-miss.ts'
import type { AcceptedMessage } from './sandbox-accepted.ts'
import { valueAt } from './sandbox-code.ts'
import { makeInboundEvent } from './sandbox-events.ts'
import type { SandboxParts } from './sandbox-parts.ts'
import { findMessage } from './sandbox-status.ts'

/** Something that a customer sends to the business: exactly one of the contents. */
export interface InboundMessage {
  /** The customer: a number in E.164 form, or a BSUID. */
  readonly from: string
  /** The business's number. @defaultValue that of the quoted message, else the sandbox's own */
  readonly to?: string | undefined
  /** The customer's name. */
  readonly name?: string | undefined
  /** The BSUID of a customer with a number. */
  readonly userId?: string | undefined
  readonly text?: string | undefined
  readonly attachment?: { readonly type: string; readonly url: string } | undefined
  readonly location?: { readonly latitude: number; readonly longitude: number } | undefined
  /** A button of a template; those of session messages are tapped. */
  readonly button?: { readonly text: string; readonly payload: string } | undefined
  /** The advertisement that led here, beside a text. */
  readonly referral?: { readonly [key: string]: string } | undefined
  /** The id of an accepted message that is answered; its `callbackData` comes back then. */
  readonly quotes?: string | undefined
}

/** A button or row that a customer chooses. */
export interface Tap {
  /** The id of its button or row. */
  readonly choice: string
  /** The id that the send was answered with. @defaultValue the newest accepted message */
  readonly message?: string | undefined
  /** The customer's name. */
  readonly name?: string | undefined
}

/**
 * Makes the webhook of something that a customer wrote, opens the window, and returns the event.
 * @throws {@link ConnectlyError} for what no customer can send.
 */
export function receiveInbound(parts: SandboxParts, inbound: InboundMessage): JsonObject {
  const { from, name, userId } = inbound
  const quoted = inbound.quotes === undefined ? undefined : findMessage(parts, inbound.quotes)
  const to = inbound.to ?? quoted?.sender ?? parts.number
  checkCustomer('from', from)
  if (userId !== undefined && !isBsuid(userId)) {
    throw new ConnectlyError(
      `\`userId\` ${describe(userId)} must be a BSUID such as US.13491208655`,
    )
  }
  if (!isNumber(to)) throw notNumber('to', to)
  const content = contentOf(inbound, parts.makeId(parts.clock.now()))
  return emit(parts, { customer: { id: from, name, userId }, sender: to, content, quoted })
}

/**
 * Makes the webhook of a customer who taps a button or chooses a row, opens the window, and returns
 * the event.
 * @throws {@link ConnectlyError} for a choice that the message does not offer.
 */
export function receiveTap(parts: SandboxParts, { choice, message, name }: Tap): JsonObject {
  const quoted = findMessage(parts, message)
  const offered = choicesOf(quoted)
  const text = offered.get(choice)
  if (text === undefined) throw notOffered(quoted, choice, [...offered.keys()])
  const id = parts.makeId(parts.clock.now())
  return emit(parts, {
    customer: { id: quoted.customer, name },
    sender: quoted.sender,
    content: { buttonResponse: { id, text, payload: choice } },
    quoted,
  })
}

function emit(parts: SandboxParts, inbound: Parameters<typeof makeInboundEvent>[0]): JsonObject {
  const { customer, sender } = inbound
  const now = parts.clock.now()
  const event = makeInboundEvent(inbound, now)
  parts.windows.open(sender, customer.id, now)
  if (customer.userId !== undefined) parts.windows.open(sender, customer.userId, now)
  parts.webhooks.emit(event, parts.scenarios.isInboundRepeated() ? 2 : 1)
  return event
}

function contentOf(inbound: InboundMessage, id: string): JsonObject {
  const { text, attachment, location, button, referral } = inbound
  const given = Object.entries({ text, attachment, location, button }).filter(
    ([, value]) => value !== undefined,
  )
  if (given.length !== 1) {
    const names = given.map(([key]) => `\`${key}\``).join(' and ')
    throw new ConnectlyError(
      `an inbound message holds exactly one of \`text\`, \`attachment\`, \`location\` and \`button\`${given.length === 0 ? '' : `, not ${names}`}`,
    )
  }
  if (button !== undefined) return { buttonResponse: { id, ...button } }
  return {
    message: {
      id,
      ...(text === undefined ? {} : { text }),
      ...(attachment === undefined ? {} : { attachments: [{ ...attachment }] }),
      ...(location === undefined ? {} : { location: { ...location } }),
      ...(referral === undefined ? {} : { referral: { ...referral } }),
    },
  }
}

/** The labels of what a message lets its reader tap, by their ids. */
function choicesOf({ body }: AcceptedMessage): ReadonlyMap<string, string> {
  const buttons = listAt(body, ['message', 'replyButtonMessage', 'buttons'])
  const sections = listAt(body, ['message', 'listMessage', 'sections'])
  const rows = sections.flatMap((section) => (isObject(section) ? listAt(section, ['rows']) : []))
  return new Map([...buttons, ...rows].flatMap((choice) => readChoice(choice)))
}

function listAt(body: JsonObject, path: readonly string[]): readonly JsonValue[] {
  const value = valueAt(body, path)
  return Array.isArray(value) ? value : []
}

function readChoice(choice: JsonValue): readonly (readonly [string, string])[] {
  if (!isObject(choice)) return []
  const { id, text } = choice
  return typeof id === 'string' && typeof text === 'string' ? [[id, text]] : []
}

function notOffered(
  { id, endpoint }: AcceptedMessage,
  choice: string,
  offered: readonly string[],
): ConnectlyError {
  if (offered.length === 0) {
    const way =
      endpoint === 'send/messages'
        ? 'tap a message with reply buttons or a list'
        : 'the buttons of a template are not known here, so send an inbound message with `quotes` and `button`'
    return new ConnectlyError(`message ${id} offers nothing to tap: ${way}`)
  }
  const meant = nearMiss(choice, offered)
  return new ConnectlyError(
    `message ${id} offers no choice ${describe(choice)}: ${meant === undefined ? `it offers ${offered.map(describe).join(', ')} (to play a tap on an old message, send an inbound message with \`quotes\` and \`button\`)` : `did you mean ${describe(meant)}?`}`,
  )
}

function checkCustomer(key: string, id: string): void {
  if (!isNumber(id) && !isBsuid(id)) throw notNumber(key, id)
}

function isNumber(id: string): boolean {
  return typeof id === 'string' && formats.e164.matches(id)
}

function notNumber(key: string, id: string): ConnectlyError {
  return new ConnectlyError(
    `\`${key}\` ${describe(id)} must be a number in E.164 form, such as +16044441111${key === 'from' ? ', or a BSUID' : ''}`,
  )
}

function describe(value: unknown): string {
  return JSON.stringify(value) ?? 'undefined'
}
