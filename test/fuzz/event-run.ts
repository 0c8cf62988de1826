import { createHmac } from 'node:crypto'
import { defineReplies } from '../../src/host/define-replies.ts'
import type { ReplyTable } from '../../src/model/reply-table.ts'
import { caseSeed, diceOf } from '../proof/dice.ts'
import { randomBody } from './event-bodies.ts'

/** What a run of random webhooks came to. */
export interface EventReport {
  /** Type of event → how often. */
  readonly types: ReadonlyMap<string, number>
  readonly failures: readonly { readonly body: string; readonly problem: string }[]
}

const secret = 'whs-fuzz'
const handled = new Set([
  'choice',
  'ambiguous-choice',
  'unknown-choice',
  'foreign-choice',
  'forged-choice',
])

/** Decodes random bodies with a right signature, and hands every event to handlers. */
export async function fuzzEvents(
  table: ReplyTable<'generated'>,
  { seed, cases }: { readonly seed: number; readonly cases: number },
): Promise<EventReport> {
  const types = new Map<string, number>()
  const failures: { body: string; problem: string }[] = []
  const replies = defineReplies<Record<never, never>>(table)
  let calls: string[] = []
  const handle = replies.handleReplies(handlersOf(table, (name) => calls.push(name)))
  for (let index = 0; index < cases; index++) {
    const body = randomBody(diceOf(caseSeed(seed, index)))
    calls = []
    try {
      const signature = createHmac('sha256', secret).update(body).digest('base64')
      const event = await replies.decodeEvent(body, { secret, signature })
      types.set(event.type, (types.get(event.type) ?? 0) + 1)
      if (event.type === 'refused') throw new Error('a right signature was refused')
      await handle(event)
      const expected = handled.has(event.type) ? event.type : 'other'
      if (calls.join() !== expected) throw new Error(`${event.type} was handed to ${calls.join()}`)
    } catch (error) {
      failures.push({ body, problem: error instanceof Error ? (error.stack ?? '') : String(error) })
    }
  }
  return { types, failures }
}

type Handlers = Parameters<
  ReturnType<typeof defineReplies<Record<never, never>>>['handleReplies']
>[0]

function handlersOf(table: ReplyTable<'generated'>, note: (name: string) => void): Handlers {
  const choices = Object.fromEntries(
    Object.entries(table.messages).map(([message, { choices: own = [] }]) => [
      message,
      Object.fromEntries(own.map(({ id }) => [id, () => note('choice')])),
    ]),
  )
  return {
    choices,
    ambiguous: () => note('ambiguous-choice'),
    unknown: () => note('unknown-choice'),
    foreign: () => note('foreign-choice'),
    forged: () => note('forged-choice'),
    other: () => note('other'),
  }
}
