import {
  advise,
  noCounterpart,
  noType,
  rename,
  superfluous,
  type TwinRows,
  type Twins,
} from './twin.ts'

const underMessage = advise('it belongs under `message`, so move it there', 'message')
const contents = [
  'text',
  'attachments',
  'location',
  'listMessage',
  'replyButtonMessage',
  'singleProductMessage',
  'multiProductMessage',
]

const inConfig = advise('it belongs in the config (`connectly.config.*`), so move it there')

/** What only a config says; `messages` is more likely a slip for `message`. */
const configKeys = [
  'baseUrl',
  'businessId',
  'defaults',
  'emit',
  'importExtension',
  'locales',
  'output',
  'overrides',
  'preset',
  'rules',
  'senders',
  'tracking',
]

const file: Twins = {
  ...Object.fromEntries(configKeys.map((name) => [name, inConfig])),
  ...Object.fromEntries(contents.map((name) => [name, underMessage])),
  to: advise('the recipient is given when sending, so remove it'),
  type: noType,
  interactive: advise(
    'Connectly has `listMessage`, `replyButtonMessage` and product messages, under `message`',
    'message',
  ),
  body: advise('a text is `message.text`', 'message'),
  biz_opaque_callback_data: rename('callbackData'),
  messaging_product: superfluous('the Cloud API wants it, Connectly does not, so remove it'),
  recipient_type: superfluous('the Cloud API wants it, Connectly does not, so remove it'),
  context: noCounterpart,
  template: advise('an approved template is sent as `fallback`'),
  params: rename('variables'),
  vars: rename('variables'),
  channelType: superfluous('it is filled in as `whatsapp`, so remove it'),
}

const declaration: Twins = {
  required: {
    advice:
      'every variable and property is required, so remove it; a `default` makes a variable optional',
    // What says "not required" means something else than nothing.
    isSuperfluous: (value) => value === true || Array.isArray(value),
  },
  optional: advise('a `default` makes a variable optional'),
  nullable: advise('nothing is ever null here; a `default` makes a variable optional'),
  additionalProperties: superfluous('no other properties are ever allowed, so remove it'),
  $ref: advise('declarations cannot refer to others, write it out', 'type'),
  anyOf: advise('a variable has one type, alternatives are values of an `enum`', 'type'),
  oneOf: advise('a variable has one type, alternatives are values of an `enum`', 'type'),
  allOf: advise('a variable has one declaration, write it out', 'type'),
  kind: rename('type'),
  dataType: rename('type'),
  values: rename('enum'),
  regex: rename('pattern'),
  max: advise(
    'the largest length is `maxLength`, the largest number `maximum`, the most items `maxItems`',
  ),
  min: advise(
    'the smallest length is `minLength`, the smallest number `minimum`, the fewest items `minItems`',
  ),
  length: advise('a length has two ends, `minLength` and `maxLength`'),
}

/** What stands around the content of a message file. */
export const envelopeTwins: TwinRows = [
  ['message:', file],
  ['declaration', declaration],
  [
    'sender',
    {
      number: rename('id'),
      phone: rename('id'),
      phoneNumber: rename('id'),
      userId: advise('a sender is a number, never a user id, so remove it'),
    },
  ],
  ['order', { parent: rename('parentId'), id: rename('parentId') }],
  [
    'fallback',
    {
      name: rename('templateName'),
      template: rename('templateName'),
      locale: rename('language'),
      lang: rename('language'),
      params: rename('parameters'),
      variables: rename('parameters'),
      components: advise('a template takes `parameters`, each name with its value'),
    },
  ],
  [
    'example',
    {
      title: rename('name'),
      vars: rename('variables'),
      values: rename('variables'),
      params: rename('variables'),
    },
  ],
]
