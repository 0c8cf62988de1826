import { renderMessage } from '../../src/emit/render.ts'
import { choicesOf } from '../../src/emit/reply-choices.ts'
import { replyTableData } from '../../src/emit/reply-data.ts'
import { findOverlaps } from '../../src/emit/reply-overlap.ts'
import type { Variables } from '../../src/model/declaration.ts'
import { traceMessage } from '../../src/model/fill.ts'
import { isObject, type JsonArray, type JsonObject, type JsonValue } from '../../src/model/json.ts'
import type { CompiledMessage, MessageBody } from '../../src/model/message.ts'
import type { Overlap, ReplyTable } from '../../src/model/reply-table.ts'
import type { Path } from '../../src/model/source.ts'
import { withTracking } from '../../src/model/tracking.ts'

/** A button or row of one sent message, and the webhook that a tap on it causes. */
export interface SentChoice {
  readonly message: string
  /** As it is written in the file. */
  readonly template: string
  readonly id: string
  readonly callbackData: JsonValue | undefined
  readonly webhook: JsonObject
}

/** A table of replies as the generator makes it, with the overlaps that it found. */
export interface MadeTable {
  readonly table: ReplyTable
  /** Message and id as they are written. */
  overlapOf(message: string, template: string): Overlap | undefined
}

/** Makes the table of some messages in the way of the generator. */
export function makeTable(messages: readonly CompiledMessage[]): MadeTable {
  const offerings = messages.map((message) => ({ message, choices: choicesOf(message) }))
  const offered = offerings.flatMap(({ message, choices }) =>
    choices.map((choice) => ({ message: message.name, choice })),
  )
  const isTracked = messages.some(({ tracking }) => tracking === true)
  const overlaps = findOverlaps(offered, isTracked)
  // As it is embedded: what JSON cannot hold would be lost.
  const table: unknown = JSON.parse(JSON.stringify(replyTableData(offerings, overlaps)))
  if (!isTable(table)) throw new Error('no table')
  return {
    table,
    overlapOf: (message, template) => {
      const found = offered.find((one) => one.message === message && one.choice.id === template)
      return found === undefined ? undefined : overlaps.get(found.choice)
    },
  }
}

function isTable(value: unknown): value is ReplyTable {
  return isObject(value) && isObject(value['messages'])
}

/** Fills and renders a message, and gives everything that a customer can tap in it. */
export function sendAndTap(
  message: CompiledMessage,
  body: MessageBody,
  variables: Variables,
): readonly SentChoice[] {
  const filled = traceMessage(message, body, variables)
  const rendered = renderMessage(filled.message, { to: '+16044441111' })
  const { name, tracking } = message
  const payload = tracking === true ? withTracking(rendered, { message: name }) : rendered
  const callbackData = payload.body['callbackData']
  return tappable(filled.message.message).map(({ path, id, text }) => ({
    message: name,
    template: String(valueAt(body.message, filled.sourcePath(['message', ...path]).slice(1))),
    id,
    callbackData: rendered.body['callbackData'],
    webhook: {
      timestamp: '1639083206',
      sender: { id: '+16044441111', channelType: 'whatsapp' },
      buttonResponse: { text, payload: id },
      ...(callbackData === undefined ? {} : { callbackData }),
    },
  }))
}

interface Tappable {
  /** Below `message`. */
  readonly path: Path
  readonly id: string
  readonly text: string
}

function tappable(message: JsonObject): readonly Tappable[] {
  const buttons = listAt(message, ['replyButtonMessage', 'buttons'])
  const sections = listAt(message, ['listMessage', 'sections'])
  return [
    ...buttons.map((button, index) => read(button, ['replyButtonMessage', 'buttons', index])),
    ...sections.flatMap((section, index) =>
      listAt(section, ['rows']).map((row, rowIndex) =>
        read(row, ['listMessage', 'sections', index, 'rows', rowIndex]),
      ),
    ),
  ]
}

function read(value: JsonValue, path: Path): Tappable {
  const { id, text } = isObject(value) ? value : {}
  return { path: [...path, 'id'], id: String(id), text: String(text) }
}

function listAt(value: JsonValue, path: Path): JsonArray {
  const found = valueAt(value, path)
  return Array.isArray(found) ? found : []
}

function valueAt(value: JsonValue, path: Path): JsonValue | undefined {
  let found: JsonValue | undefined = value
  for (const step of path) {
    if (Array.isArray(found) && typeof step === 'number') found = found[step]
    else found = isObject(found) && Object.hasOwn(found, step) ? found[String(step)] : undefined
  }
  return found
}
