import { type Limit, limits } from '../model/limits.ts'
import { usualTag } from './locale-tag.ts'
import { dueShortForm } from './short-form.ts'

/** What to write where a value has the wrong type, if more can be said than the type. */
export function wayOut(
  value: unknown,
  key: string,
  kind: string,
  parent: string,
): string | undefined {
  if (isScalar(value) && scalars.has(kind)) return scalars.get(kind)
  return byKind.get(`${parent}.${key}`) ?? byKind.get(kind)
}

function isScalar(value: unknown): boolean {
  return value !== null && typeof value !== 'object'
}

/** Mappings that many write as a bare text, since other APIs have them so or out of brevity. */
const scalars: ReadonlyMap<string, string> = new Map([
  ['listButton', 'write `button: { text: … }`'],
  ['message', 'write `message: { text: … }`'],
  ['replyButton', 'write `{ id: …, text: … }`'],
  ['listSection', 'write `{ title: …, rows: … }`'],
  ['listRow', 'write `{ id: …, text: … }`'],
  ['productSection', 'write `{ title: …, productItems: … }`'],
  ['productItem', 'write `{ productRetailerId: … }`'],
  ['attachment', 'write `{ type: image, url: … }`'],
  ['example', 'write `{ name: …, variables: { … } }`'],
  ['header', 'write `header: { text: … }`'],
  ['footer', 'write `footer: { text: … }`'],
  ['product', 'write `productItem: { productRetailerId: … }`'],
  ['recipient', 'write `recipient: { id: …, channelType: whatsapp }`'],
])

/** By the place's definition, or by its parent's and its key. */
const byKind: ReadonlyMap<string, string> = new Map([
  ['message.attachments', 'write one item: `- { type: image, url: … }`'],
  ['listMessage.sections', 'begin each section with `-`'],
  ['multiProductMessage.sections', 'begin each section with `-`'],
  ['listSection.rows', 'begin each row with `-`'],
  ['replyButtonMessage.buttons', 'begin each button with `-`'],
  ['productSection.productItems', 'begin each product with `-`'],
  ['declaration.type', 'one type for one variable'],
  ['.sender', 'it is a phone number in E.164 form, an object with it as `id` on `send/messages`'],
  ['sender.id', 'write the E.164 number in quotes'],
  ['recipient.id', 'write the E.164 number in quotes'],
  ['.variables', 'write each one as a key, such as `name: string(40)`'],
  ['.locales', 'write `locales: { default: en, all: [en, es] }`'],
  ['rules', 'write the name of each rule with its severity'],
  ['.examples', 'begin each example with `- name:`'],
  ['fallback.parameters', 'write the name of each parameter with its value'],
  ['.messages', 'write a list of globs'],
  ['.overrides', 'begin each override with `- files:`'],
])

const phoneNumber = 'an E.164 number is due, such as `+14151111234`'
const userId = /^(bsuid:)?[A-Z]{2}\.[A-Za-z0-9.]+$/

/** Whether the texts of a mapping are short forms of declarations. */
export function isDeclarationPlace({ kind }: { readonly kind: string }): boolean {
  return kind === 'variables' || kind === 'declaration' || kind === 'properties'
}

/** What a text must look like where it does not. */
export function dueForm(key: string, value: string, parent: string): string {
  if (isDeclarationPlace({ kind: parent })) return dueShortForm(value)
  return forms.get(`${parent}.${key}`)?.(value) ?? forms.get(key)?.(value) ?? 'it has another form'
}

/** By the parent's definition and the key, or by the key alone. */
const forms: ReadonlyMap<string, (value: string) => string> = new Map([
  ['latitude', (value) => degrees(value, limits.latitudeRange)],
  ['longitude', (value) => degrees(value, limits.longitudeRange)],
  ['sender', sender],
  ['senders', sender],
  ['sender.id', sender],
  ['recipient.id', recipient],
  ['userId', () => 'a business-scoped user id is due, such as `US.13491208655302741918`'],
  ['number', customer],
  ['default', locale],
  ['all', locale],
  ['fallback', locale],
  ['locales.fallback', locale],
  ['baseUrl', () => 'an absolute http or https URL is due, such as `https://api.connectly.ai`'],
])

function degrees(value: string, { min, max }: Limit): string {
  if (/^-?[0-9]+(?:\.[0-9]+)?$/.test(value)) return 'a number is due: remove the quotes'
  return `a number from ${min} to ${max} is due, with a full stop before its decimals, or one template variable alone (\`"{{ name }}"\`)`
}

function sender(value: string): string {
  if (!userId.test(value)) return phoneNumber
  return `that is a customer's user id, and only numbers can send: ${phoneNumber}`
}

function recipient(value: string): string {
  if (value.startsWith('bsuid:')) return 'this endpoint takes the user id without `bsuid:`'
  return `${phoneNumber}, or a bare user id such as \`US.13491208655302741918\``
}

function customer(value: string): string {
  if (userId.test(value)) return 'this endpoint wants `bsuid:` before a user id'
  return `${phoneNumber}, or a user id such as \`bsuid:US.13491208655302741918\``
}

function locale(value: string): string {
  const usual = usualTag(value)
  return usual === undefined
    ? 'a language tag is due, such as `en` or `pt-BR`'
    : `write \`${usual}\``
}
