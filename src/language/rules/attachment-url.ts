import type { TextBounds, TextPart } from '../../model/bounds.ts'
import { complementOf, hasCharacter, intersectSets } from '../../model/character-set.ts'
import type { Finding } from '../../model/diagnostic.ts'
import { formatShapes } from '../../model/format-shapes.ts'
import { uriFormat } from '../../model/formats.ts'
import type { Limit } from '../../model/limits.ts'
import { mayVary } from '../../model/may-vary.ts'
import type { Check, Proof } from '../../model/rule.ts'
import { isMediaUrlField } from './media-url.ts'
import type { Rule } from './rule.ts'
import { textLimitsOf } from './text-limits.ts'
import { type HostProof, proveHost } from './url-host.ts'
import { broken, excerpt, proven, spanOfVariable } from './verdict.ts'

export const check: Check = {
  name: 'attachment-url',
  severity: 'error',
  *check(bounds) {
    for (const { text, limit } of textLimitsOf(bounds, 'format')) {
      if (!isMediaUrlField(text.field) || text.shape.blank === 'always') continue
      // Other limits hold for every parameter of a template, whatever it is.
      if (limit.fields.some(isMediaUrlField)) yield judgeUrl(text, limit)
    }
  },
}

function judgeUrl(text: TextBounds, limit: Limit): Finding | Proof {
  const { values } = text.shape
  if (!mayVary || values !== undefined) {
    const wrong = values?.find((value) => !uriFormat.matches(value))
    if (wrong === undefined) return proven(text.path)
    const message = `${limit.subject} ${excerpt(wrong)} is not ${uriFormat.description}`
    const isBreakable = mayVary && values?.some((value) => uriFormat.matches(value)) === true
    const found = broken(text.path, limit, message)
    return mayVary ? { ...found, isBreakable, ...spanOfVariable(text) } : found
  }
  const [first, second] = text.parts
  if (first === undefined) return proven(text.path)
  if (isUri(first)) {
    if (second !== undefined && !endsHost(second)) return openHost(text, first, limit)
  } else if (isOpen(first)) return notAUrl(text, first)
  else {
    const host = proveHost(text)
    if (host.type !== 'known') return explainHost(text, host, limit)
  }
  const unsafe = text.parts.find((part) => !isUri(part) && mayHoldOtherCharacters(part))
  return unsafe === undefined ? proven(text.path) : unsafeCharacters(text, unsafe, limit)
}

function isOpen({ reference, shape }: TextPart): boolean {
  return reference !== undefined && shape.values === undefined
}

function isUri({ reference }: TextPart): boolean {
  return reference?.declaration.type === 'string' && reference.declaration.format === 'uri'
}

/** Whether a part ends the host of the address before it, whatever that is. */
function endsHost({ reference, shape }: TextPart): boolean {
  return reference === undefined && /^[/?#]/.test(shape.values?.[0] ?? '')
}

function openHost(text: TextBounds, first: TextPart, limit: Limit): Finding {
  const name = first.reference?.names.join('.')
  return {
    path: text.path,
    span: first.span,
    message: `what follows \`${name}\` can become part of its host: begin it with \`/\`, \`?\` or \`#\`, or let \`${name}\` be the whole address`,
    limit,
    isBreakable: true,
  }
}

/** A `%` is followed by two digits, which of a variable nobody knows. */
function mayHoldOtherCharacters({ shape }: TextPart): boolean {
  const { alphabet, values } = shape
  if (alphabet === undefined) return true
  const others = complementOf(formatShapes.uri.alphabet)
  if (intersectSets(alphabet, others).length > 0) return true
  if (!hasCharacter(alphabet, 0x25)) return false
  return values === undefined || values.some((value) => /%(?![0-9A-Fa-f]{2})/.test(value))
}

/** Whether it is a URL cannot be worked out: a declaration must say so, else the send decides. */
function notAUrl(text: TextBounds, { reference, span }: TextPart): Finding {
  const name = reference?.names.join('.') ?? ''
  const title = `give \`${name}\` \`format: uri\``
  const edit = {
    type: 'set',
    path: reference?.declaredAt ?? [],
    key: 'format',
    value: 'uri',
  } as const
  return {
    path: text.path,
    span,
    message: `nothing says that \`${name}\` is a URL: ${title}`,
    severity: 'warning',
    fix: { title, safe: false, edits: [edit] },
  }
}

type Unproven = Exclude<HostProof, { readonly type: 'known' }>

function explainHost(text: TextBounds, host: Unproven, limit: Limit): Finding {
  if (host.type === 'wrong') {
    const message = `${limit.subject} begins ${excerpt(host.start)}: it must be ${uriFormat.description}`
    return broken(text.path, limit, message)
  }
  const { span, reference } = host.part
  const name = reference?.names.join('.') ?? ''
  const whole = 'or let one variable with `format: uri` be the whole address'
  const finding = { path: text.path, span, limit, isBreakable: true }
  if (host.type === 'open') {
    // `https://example.com{{ path }}`
    const wayOut = /\.[a-z]+$/i.test(host.start)
      ? `write \`/\` before it, ${whole}`
      : `write the end of the host out, ${whole}`
    return { ...finding, message: `\`${name}\` can become the end of the host: ${wayOut}` }
  }
  const pattern = '^[a-z0-9]{1,40}$'
  const title = `give \`${name}\` \`pattern: ${pattern}\``
  const message = `\`${name}\` stands in the host, where it has to be letters and digits: ${title}, ${whole}`
  const declaration = reference?.declaration
  if (declaration?.type !== 'string' || declaration.pattern !== undefined) {
    return { ...finding, message }
  }
  const path = reference?.declaredAt ?? []
  const edit = { type: 'set', path, key: 'pattern', value: pattern } as const
  return { ...finding, message, fix: { title, safe: false, edits: [edit] } }
}

function unsafeCharacters(text: TextBounds, part: TextPart, limit: Limit): Finding {
  const name = part.reference?.names.join('.')
  if (name === undefined) {
    const message = `${limit.subject} holds characters that a URL may not: write them percent-encoded`
    return broken(text.path, limit, message)
  }
  return {
    path: text.path,
    span: part.span,
    message: `\`${name}\` can hold blanks or other characters that a URL may not: give it a \`pattern\` such as \`^[A-Za-z0-9_-]{1,40}$\``,
    limit,
    isBreakable: true,
  }
}

export const rule: Rule = {
  name: check.name,
  summary: 'The address of a file is, or can become, no absolute http or https URL.',
  why: 'The API answers `ERROR_CODE_MESSAGE_ATTACHMENT_INVALID` and sends nothing.',
  severity: check.severity,
  isLocked: true,
  examples: [
    {
      title: 'a URL variable, and a URL with an id in it',
      yaml: `variables:
  id: { type: string, pattern: "^[0-9]{1,12}$" }
message:
  attachments: [{ type: image, url: "https://example.com/{{ id }}.png" }]
`,
      reports: [],
    },
    {
      title: 'a variable that nothing declares to be a URL',
      yaml: `variables:
  picture: string
message:
  attachments: [{ type: image, url: "{{ picture }}" }]
`,
      reports: ['4:38 nothing says that `picture` is a URL: give `picture` `format: uri`'],
    },
    {
      title: 'a variable in the host',
      yaml: `variables:
  shop: string(20)
message:
  attachments: [{ type: image, url: "https://{{ shop }}.example.com/a.png" }]
`,
      reports: [
        '4:46 `shop` stands in the host, where it has to be letters and digits: give `shop` `pattern: ^[a-z0-9]{1,40}$`, or let one variable with `format: uri` be the whole address',
      ],
    },
    {
      title: 'an address that is no http URL',
      yaml: `message:
  attachments: [{ type: image, url: "ftp://example.com/a.png" }]
`,
      reports: [
        '2:37 attachment URL "ftp://example.com/a.png" is not an absolute http or https URL in ASCII such as `https://example.com/a`',
      ],
    },
    {
      title: 'the picture of a template that is no http URL',
      yaml: `message:
  text: Your parcel is on its way.
fallback:
  templateName: on_its_way
  language: en
  parameters:
    header_image: parcel.png
`,
      reports: [
        '7:19 template header URL "parcel.png" is not an absolute http or https URL in ASCII such as `https://example.com/a`',
      ],
    },
  ],
}
