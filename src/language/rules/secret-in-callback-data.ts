import type { Finding } from '../../model/diagnostic.ts'
import { isObject, type JsonValue } from '../../model/json.ts'
import type { Path } from '../../model/source.ts'
import { parseTemplate } from '../../model/template.ts'
import type { AuthorCheck } from './author-check.ts'
import type { Rule } from './rule.ts'

export const check: AuthorCheck = {
  name: 'secret-in-callback-data',
  severity: 'warning',
  *check({ callbackData }) {
    if (callbackData !== undefined) yield* inspect(callbackData.value, callbackData.path)
  },
}

/** Names of what must stay secret, as the last word of a key: `user_password`. */
const secretWords: ReadonlySet<string> = new Set(
  'password passwd passphrase pwd secret token bearer credential credentials authorization'.split(
    ' ',
  ),
)

/** Keys that must stay secret, as the last words of a key: `apiKey`, `apikey`. */
const secretKeys = ['api', 'access', 'private', 'secret', 'signing', 'encryption'] as const

interface SecretForm {
  readonly name: string
  readonly form: RegExp
}

/** Secrets that one can tell by their form. */
const secretForms: readonly SecretForm[] = [
  { name: 'a private key', form: /-----BEGIN [A-Z ]*PRIVATE KEY-----/ },
  { name: 'an AWS access key', form: /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/ },
  { name: 'a GitHub token', form: /\b(?:gh[opsru]_[A-Za-z0-9]{30,}|github_pat_\w{22,})/ },
  { name: 'a Stripe key', form: /\b(?:(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{10,}|whsec_\w{16,})/ },
  { name: 'a Slack token', form: /\bxox[abeoprs]-[A-Za-z0-9-]{10,}/ },
  { name: 'a Google API key', form: /\bAIza[\w-]{35}/ },
  { name: 'a JSON web token', form: /\beyJ[\w-]{8,500}\.eyJ[\w-]{8,}/ },
  { name: 'a bearer token', form: /\bBearer [\w.~+/-]{16,}/i },
  { name: 'a URL with a password', form: /\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s/?#@:]*:[^\s/?#@]+@/i },
]

/** What is found is named and never shown: reports are read by more people than the file. */
function* inspect(value: JsonValue, path: Path): Iterable<Finding> {
  if (typeof value === 'string') {
    const name = secretIn(value)
    if (name !== undefined) yield { path, message: `this looks like ${name}: ${wayOut}` }
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* inspect(item, [...path, index])
  } else if (isObject(value)) {
    for (const key of Object.keys(value)) yield* inspectMember(key, value[key] ?? null, path)
  }
}

const wayOut = 'webhooks repeat callback data to everyone who receives them, so send an id instead'

function* inspectMember(key: string, value: JsonValue, path: Path): Iterable<Finding> {
  const at = [...path, key]
  const isNamed = (typeof value === 'string' || typeof value === 'number') && isSecretName(key)
  if (isNamed) yield { path: at, at: 'key', message: `\`${key}\` names a secret: ${wayOut}` }
  else yield* inspect(value, at)
}

function secretIn(value: string): string | undefined {
  const known = mayBeSecret(value) ? secretForms.find(({ form }) => form.test(value)) : undefined
  if (known !== undefined) return known.name
  for (const part of parseTemplate(value).parts) {
    if (part.type !== 'variable' || !part.names.some(isSecretName)) continue
    return `a secret, by the name of \`${part.names.join('.')}\``
  }
  return undefined
}

function isSecretName(name: string): boolean {
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replace(/[\s.-]+/g, '_')
  const [last = '', before] = words.toLowerCase().split('_').toReversed()
  return (
    secretWords.has(last) ||
    secretKeys.some((kind) => last === `${kind}key` || (last === 'key' && before === kind))
  )
}

/** Every form has a long word in it, or an address: most values need no closer look. */
function mayBeSecret(value: string): boolean {
  return value.includes('://') || value.split(' ').some((word) => word.length >= 10)
}

export const rule: Rule = {
  name: check.name,
  summary: '`callbackData` holds what looks like a password, a token or a key.',
  why: 'It is stored by the platform and comes back in every webhook about the message, where logs and other services read it.',
  severity: check.severity,
  isLocked: false,
  examples: [
    {
      title: 'ids',
      yaml: `variables: { order: string(20) }
message: { text: Thank you! }
callbackData: { flow: thanks, order: "{{ order }}", tokens: 3 }
`,
      reports: [],
    },
    {
      title: 'a key that names a secret',
      yaml: `variables: { session: string(64) }
message: { text: Thank you! }
callbackData: { accessToken: "{{ session }}" }
`,
      reports: [
        '3:17 `accessToken` names a secret: webhooks repeat callback data to everyone who receives them, so send an id instead',
      ],
    },
    {
      title: 'a value with the form of one',
      yaml: `message: { text: Thank you! }
callbackData: { from: "https://crm:hunter2@crm.example.com" }
`,
      reports: [
        '2:23 this looks like a URL with a password: webhooks repeat callback data to everyone who receives them, so send an id instead',
      ],
    },
  ],
}
