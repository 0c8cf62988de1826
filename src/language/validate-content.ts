import { hasOwn } from '../model/json.ts'
import { contentTypes } from '../model/message.ts'
import type { Path } from '../model/source.ts'
import type { ShapeFinding } from './shape-finding.ts'

/** Whether a message says exactly one thing. */
export interface ContentJudgement {
  readonly findings: readonly ShapeFinding[]
  /** Places that need no findings of their own. */
  readonly silenced: readonly Path[]
  /** Whether several kinds of content stand side by side. */
  readonly hasConflict: boolean
}

type Members = { readonly [key: string]: unknown }

/**
 * Judges which of the seven kinds of content a message has. A message with an unknown key has
 * probably named its content wrongly: that is reported elsewhere.
 */
export function judgeContent(message: Members, unknown: readonly string[]): ContentJudgement {
  const present = contentTypes.filter((type) => hasOwn(message, type))
  const objects = present.filter((type) => type !== 'text')
  const [only] = objects
  const isTextBeside =
    present.length > objects.length && (only === 'attachments' || only === 'location')
  if (objects.length > 1 || isTextBeside) {
    const named = objects.length > 1 ? objects : present
    return { findings: [conflict(named)], silenced: named.map(inMessage), hasConflict: true }
  }
  const isSilent = present.length > 0 || unknown.length > 0
  return { findings: isSilent ? [] : [nothing(message)], silenced: [], hasConflict: false }
}

function inMessage(key: string): Path {
  return ['message', key]
}

function conflict(named: readonly string[]): ShapeFinding {
  const names = named.map((name) => `\`${name}\``).join(' and ')
  const [text, other] = named
  const last = text === 'text' ? 'text' : (named.at(-1) ?? '')
  const wayOut =
    text === 'text'
      ? `\`text\` cannot stand beside \`${other}\`, ${other === 'attachments' ? 'move it into the `caption`' : 'put it into the `name`'} or send it as a message of its own`
      : 'a message has exactly one kind of content, keep one and remove the others'
  return {
    rule: 'content-type',
    path: inMessage(last),
    at: 'key',
    message: `\`message\` has ${names}: ${wayOut}`,
  }
}

function nothing(message: Members): ShapeFinding {
  const found = Object.keys(message).length === 0 ? 'is empty' : 'has no content'
  const names = contentTypes.map((name) => `\`${name}\``).join(', ')
  return {
    rule: 'content-type',
    path: ['message'],
    at: 'key',
    message: `\`message\` ${found}: give it exactly one of ${names}`,
  }
}
