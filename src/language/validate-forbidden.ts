import type { GrammarKind, Place } from './validate-schema.ts'

interface Sentences {
  readonly [key: string]: string
}

const whenSending = 'is given when sending, it never stands in a file: remove it'

const inFile: Sentences = {
  recipient: `\`recipient\` ${whenSending}`,
}

const inMessage: Sentences = {
  id: `\`message.id\` ${whenSending}`,
  referral:
    '`message.referral` is read-only, the API sets it on messages that customers send: remove it',
}

const inConfig: Sentences = {
  apiKey:
    'the key never stands in a config: set the environment variable `CONNECTLY_API_KEY` and remove `apiKey`',
}

const inherited = [
  'variables',
  'examples',
  'callbackData',
  'campaignName',
  'sender',
  'order',
  'retired',
]

/** Why a key must not stand where it does, if it is one that a file could be thought to have. */
export function forbiddenKey(key: string, place: Place, grammar: GrammarKind): string | undefined {
  if (grammar === 'config') return place.kind === '' ? sentence(inConfig, key) : undefined
  if (place.kind === 'message') return messageKey(key, grammar)
  if (place.kind === '' && (grammar === 'message' || grammar === 'variant')) {
    if (grammar === 'variant' && inherited.includes(key)) {
      return `a variant inherits \`${key}\` from the default file: change it there and remove it here`
    }
    return sentence(inFile, key) ?? directive(key)
  }
  return grammar === 'session' || grammar === 'template' ? undefined : directive(key)
}

function messageKey(key: string, grammar: GrammarKind): string | undefined {
  if (grammar === 'session') return key === 'referral' ? inMessage['referral'] : undefined
  return sentence(inMessage, key) ?? directive(key)
}

function sentence(sentences: Sentences, key: string): string | undefined {
  return Object.hasOwn(sentences, key) ? sentences[key] : undefined
}

function directive(key: string): string | undefined {
  if (key === '$each') {
    return '`$each` cannot stand here: it repeats a row, a button, a section or a product of a sequence'
  }
  if (key === '$if') {
    return '`$if` cannot stand here: it leaves out a row, a button, a section, a product, a header or a footer'
  }
  return undefined
}
