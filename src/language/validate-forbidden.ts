import { type DirectiveName, meantDirective } from './meant-directive.ts'
import { type GrammarKind, knownKeys, type Place } from './validate-schema.ts'

interface Sentences {
  readonly [key: string]: string
}

const whenSending = 'is given when sending, it never stands in a file: remove it'

const inFile: Sentences = {
  apiKey:
    'the key never stands in a file: set the environment variable `CONNECTLY_API_KEY` and remove `apiKey`',
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
  if (place.kind === 'message') return messageKey(key, place, grammar)
  if (place.kind === '' && (grammar === 'message' || grammar === 'variant')) {
    if (grammar === 'variant' && inherited.includes(key)) {
      return `a variant inherits \`${key}\` from the default file: change it there and remove it here`
    }
    return sentence(inFile, key) ?? directive(key, place)
  }
  return grammar === 'session' || grammar === 'template' ? undefined : directive(key, place)
}

function messageKey(key: string, place: Place, grammar: GrammarKind): string | undefined {
  if (grammar === 'session') return key === 'referral' ? inMessage['referral'] : undefined
  return sentence(inMessage, key) ?? directive(key, place)
}

function sentence(sentences: Sentences, key: string): string | undefined {
  return Object.hasOwn(sentences, key) ? sentences[key] : undefined
}

function directive(key: string, place: Place): string | undefined {
  const name = key.startsWith('$') ? directiveName(key, place) : undefined
  if (name === undefined || knownKeys(place).includes(name)) return undefined
  const subject = key === name ? `\`${key}\`` : `there is no \`${key}\`, and \`${name}\``
  return `${subject} cannot stand here: ${effects[name]}`
}

/** Where authors choose the names, a word of another language is one of them. */
function directiveName(key: string, place: Place): DirectiveName | undefined {
  if (key === '$each' || key === '$if') return key
  return knownKeys(place).length === 0 ? undefined : meantDirective(key, undefined)?.name
}

const effects: { readonly [name in DirectiveName]: string } = {
  $each: 'it repeats a row, a button, a section or a product of a sequence',
  $if: 'it leaves out a row, a button, a section, a product, a header or a footer',
}
