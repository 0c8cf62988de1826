import { printable } from '../emit/printable.ts'
import type { Paint, Tone } from '../emit/style.ts'
import type { SandboxAnswer } from '../host/sandbox-answer.ts'
import type { SandboxLogEntry } from '../host/sandbox-log.ts'
import type { SandboxReaction } from '../host/sandbox-request.ts'
import { isObject, type JsonObject } from '../model/json.ts'

/** One line of a log: when, what, and what came of it. */
export function describeLogEntry(entry: SandboxLogEntry, now: Date, paint: Paint): string {
  const time = paint('quiet', now.toTimeString().slice(0, 8))
  const words =
    entry.type === 'request' ? describeRequest(entry, paint) : describeHook(entry, paint)
  return [time, ...words.filter((word) => word !== '')].join(' ')
}

type Entry<Type extends SandboxLogEntry['type']> = Extract<SandboxLogEntry, { type: Type }>

function describeRequest(entry: Entry<'request'>, paint: Paint): readonly string[] {
  const { method, target, reaction, scenarios } = entry
  const answer = reaction.type === 'answer' || reaction.type === 'cut' ? reaction.answer : undefined
  return [
    printable(method),
    printable(target),
    paint(toneOf(reaction), headlineOf(reaction)),
    describeAnswer(answer ?? ('lost' in reaction ? reaction.lost : undefined)),
    scenarios.length === 0 ? '' : paint('quiet', `(${scenarios.join(', ')})`),
  ]
}

function headlineOf(reaction: SandboxReaction): string {
  switch (reaction.type) {
    case 'answer':
      return String(reaction.answer.status)
    case 'cut':
      return `${reaction.answer.status}, cut`
    case 'reset':
    case 'hang':
      return reaction.lost === undefined
        ? reaction.type
        : `${reaction.type} after ${reaction.lost.status}`
  }
}

function toneOf(reaction: SandboxReaction): Tone {
  if (reaction.type !== 'answer' || reaction.answer.status >= 500) return 'error'
  return reaction.answer.status >= 400 ? 'warning' : 'good'
}

function describeAnswer(answer: SandboxAnswer | undefined): string {
  const { code, rule, id } = answer?.about ?? {}
  return [code, rule, id]
    .filter((word) => word !== undefined)
    .map(printable)
    .join(' ')
}

function describeHook(entry: Entry<'webhook'>, paint: Paint): readonly string[] {
  const { event, outcome, retryMs } = entry
  const { status, failure = '' } = outcome
  const tone = status === 200 ? 'good' : 'error'
  return [
    'webhook',
    describeEvent(event),
    paint(tone, status === undefined ? printable(failure) : String(status)),
    status === 200 || status === undefined ? '' : 'only 200 counts',
    retryMs === undefined ? '' : paint('quiet', `(again in ${retryMs / 1000} s)`),
  ]
}

function describeEvent({ topic, statusUpdate }: JsonObject): string {
  if (!isObject(statusUpdate)) return printable(String(topic))
  const { id, status } = statusUpdate
  return printable(`${topic} ${status} ${id}`)
}
