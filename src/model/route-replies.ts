import { ConnectlyError } from './errors.ts'
import type { Form } from './form.ts'
import { isObject } from './json.ts'
import type { ReplyTable } from './reply-table.ts'
import type { EventHandler, ReplyHandlers, ReplyTypes } from './reply-types.ts'

/**
 * Makes one handler of events out of a handler for every choice.
 * @throws {@link ConnectlyError} where a handler is missing: in JavaScript nothing else says so.
 */
export function routeReplies<T extends ReplyTypes<T>>(
  table: ReplyTable<Form>,
  handlers: ReplyHandlers<T>,
): EventHandler<T> {
  const missing = [...missingHandlers(table, handlers)]
  if (missing.length > 0) {
    throw new ConnectlyError(`handlers are missing, add them: ${missing.join(', ')}`)
  }
  return async (event) => {
    switch (event.type) {
      case 'choice': {
        const { message, id } = event.choice
        const own = memberOf(handlers.choices, message)
        const handle = memberOf(own, id)
        if (typeof handle === 'function') {
          await Reflect.apply(handle, own, [event.choice, event])
          return
        }
        // Another message has the same id, and this tap can be told all the same.
        await callNamed(handlers, 'ambiguous', {
          ...event,
          type: 'ambiguous-choice',
          candidates: [event.choice],
        })
        return
      }
      case 'ambiguous-choice':
        await callNamed(handlers, 'ambiguous', event)
        return
      case 'unknown-choice':
        await handlers.unknown(event)
        return
      case 'foreign-choice':
        await handlers.foreign(event)
        return
      case 'forged-choice':
        await handlers.forged(event)
        return
      default:
        await handlers.other?.(event)
    }
  }
}

async function callNamed(handlers: object, name: string, event: object): Promise<void> {
  const handle = memberOf(handlers, name)
  if (typeof handle !== 'function') {
    throw new ConnectlyError(`nothing handles a tap that fits several choices: add \`${name}\``)
  }
  await Reflect.apply(handle, handlers, [event])
}

function* missingHandlers(table: ReplyTable<Form>, handlers: object): Iterable<string> {
  const choices = memberOf(handlers, 'choices')
  for (const [message, replies] of Object.entries(table.messages)) {
    for (const { id, overlap } of replies.choices ?? []) {
      const handle = memberOf(memberOf(choices, message), id)
      if (overlap !== 'always' && typeof handle !== 'function') yield `\`${id}\` of \`${message}\``
    }
  }
  for (const name of ['unknown', 'foreign', 'forged']) {
    if (typeof memberOf(handlers, name) !== 'function') yield `\`${name}\``
  }
  const canBeAmbiguous = Object.values(table.messages).some(({ choices: own = [] }) =>
    own.some(({ overlap }) => overlap !== undefined),
  )
  if (canBeAmbiguous && typeof memberOf(handlers, 'ambiguous') !== 'function') yield '`ambiguous`'
}

function memberOf(holder: unknown, key: PropertyKey): unknown {
  return isObject(holder) && Object.hasOwn(holder, key) ? Reflect.get(holder, key) : undefined
}
