import type { GrammarKind } from './validate-schema.ts'

/** What a key of another API, or of another place, is called here. */
export interface Twin {
  /** The key of the same mapping that means the same. */
  readonly rename?: string
  /** What to do where renaming is not enough. */
  readonly advice?: string
  /** Keys of the same mapping that need no finding of their own then: missing or unknown ones. */
  readonly covers?: readonly string[]
  /** Whether nothing is lost when the key is removed. */
  readonly isSuperfluous?: true
}

interface Twins {
  readonly [key: string]: Twin
}

/**
 * Finds what an unknown key means, by the definition that its mapping has.
 *
 * @see connectly-api, "Differences from the WhatsApp Cloud API that trip authors"
 */
export function twinOf(key: string, kind: string, grammar: GrammarKind): Twin | undefined {
  const tables = [byPlace.get(`${grammar}:${kind}`), kind === '' ? undefined : byPlace.get(kind)]
  if (kind === '' && grammar === 'variant') tables.push(byPlace.get('message:'))
  for (const table of tables) {
    if (table !== undefined && Object.hasOwn(table, key)) return table[key]
  }
  return undefined
}

function rename(name: string): Twin {
  return { rename: name }
}

function advise(advice: string, ...covers: readonly string[]): Twin {
  return { advice, covers }
}

function superfluous(advice: string): Twin {
  return { advice, isSuperfluous: true }
}

const noCounterpart = superfluous('the Cloud API has it, Connectly does not, so remove it')
const noType = superfluous('the content that is present decides the type, so remove it')
const underMessage = advise('it belongs under `message`, so move it there', 'message')
const atRoot = advise('it belongs at the root of the file, beside `message`, so move it there')
const bodyIsText = advise('the body is `message.text`, so write its text there')
const noAction = (contents: string): Twin =>
  advise(
    `${contents} here without \`action\`, so move them up`,
    'button',
    'sections',
    'buttons',
    'catalogId',
    'productItem',
  )
const media = (type: string): Twin =>
  advise(`files are sent as \`attachments: [{ type: ${type}, url: … }]\``)
const headerMedia = (type: string): Twin =>
  advise(`a header has its file as \`attachment: { type: ${type}, url: … }\``, 'type')
const insideContent = (where: string): Twin =>
  advise(`it belongs inside ${where}, so move it there`)

const contents = [
  'text',
  'attachments',
  'location',
  'listMessage',
  'replyButtonMessage',
  'singleProductMessage',
  'multiProductMessage',
]

const labels: Twins = { title: rename('text'), label: rename('text'), name: rename('text') }

const section: Twins = { name: rename('title'), header: rename('title'), text: rename('title') }

const interactive: Twins = {
  type: noType,
  body: bodyIsText,
  text: bodyIsText,
}

const product: Twins = {
  id: rename('productRetailerId'),
  sku: rename('productRetailerId'),
  retailerId: rename('productRetailerId'),
  productId: rename('productRetailerId'),
}

const file: Twins = {
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

const body: Twins = {
  ...Object.fromEntries(
    [
      'variables',
      'examples',
      'callbackData',
      'campaignName',
      'sender',
      'order',
      'fallback',
      'retired',
    ].map((name) => [name, atRoot]),
  ),
  to: advise('the recipient is given when sending, so remove it'),
  recipient: advise('the recipient is given when sending, so remove it'),
  type: noType,
  body: rename('text'),
  interactive: advise(
    'its `action` becomes `listMessage`, `replyButtonMessage`, `singleProductMessage` or `multiProductMessage`, its `body.text` becomes `text`',
    'type',
  ),
  image: media('image'),
  video: media('video'),
  audio: media('audio'),
  document: media('document'),
  attachment: advise('it is called `attachments` and is a list of one item'),
  media: advise('files are sent as `attachments: [{ type: …, url: … }]`'),
  template: advise('an approved template is sent as `fallback`, at the root of the file'),
  list: rename('listMessage'),
  replyButtons: rename('replyButtonMessage'),
  header: insideContent('`listMessage`, `replyButtonMessage` or `multiProductMessage`'),
  footer: insideContent('`listMessage`, `replyButtonMessage` or a product message'),
  action: insideContent('`listMessage` or `replyButtonMessage`, without the word `action`'),
  button: insideContent('`listMessage`'),
  sections: insideContent('`listMessage` or `multiProductMessage`'),
  buttons: insideContent('`replyButtonMessage`'),
  preview_url: noCounterpart,
  context: noCounterpart,
  caption: insideContent('the item of `attachments`'),
  url: insideContent('the item of `attachments`'),
}

const declaration: Twins = {
  required: advise(
    'every variable and property is required; a `default` makes a variable optional',
  ),
  optional: advise('a `default` makes a variable optional'),
  nullable: advise('nothing is ever null here; a `default` makes a variable optional'),
  additionalProperties: superfluous('no other properties are ever allowed, so remove it'),
  $ref: advise('declarations cannot refer to others, write it out', 'type'),
  anyOf: advise('a variable has one type, alternatives are values of an `enum`', 'type'),
  oneOf: advise('a variable has one type, alternatives are values of an `enum`', 'type'),
  allOf: advise('a variable has one declaration, write it out', 'type'),
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

const headers: Twins = {
  type: superfluous('the key that is present decides, so remove it'),
  image: headerMedia('image'),
  video: headerMedia('video'),
  document: headerMedia('document'),
  title: rename('text'),
}

const ownFile = advise('the kind of file is its `type` and the link its `url`', 'type', 'url')

const attachment: Twins = {
  link: rename('url'),
  href: rename('url'),
  src: rename('url'),
  image: ownFile,
  video: ownFile,
  audio: ownFile,
  document: ownFile,
  id: advise('an uploaded file cannot be named by its id, give its public `url`', 'url'),
  mediaId: advise('an uploaded file cannot be named by its id, give its public `url`', 'url'),
  mimeType: superfluous('the API has no such key, so remove it'),
  text: rename('caption'),
  name: rename('filename'),
}

const byPlace: ReadonlyMap<string, Twins> = new Map<string, Twins>([
  ['message:', file],
  ['message', body],
  ['declaration', declaration],
  ['attachment', attachment],
  ['headerAttachment', attachment],
  ['header', headers],
  ['footer', { ...labels, body: rename('text') }],
  [
    'location',
    {
      lat: rename('latitude'),
      lng: rename('longitude'),
      lon: rename('longitude'),
      long: rename('longitude'),
      title: rename('name'),
    },
  ],
  [
    'listMessage',
    {
      ...interactive,
      action: noAction('`button` and `sections` stand'),
      buttonText: advise('the button is written `button: { text: … }`', 'button'),
      rows: advise('rows belong inside `sections`: `sections: [{ rows: … }]`', 'sections'),
      items: advise('rows belong inside `sections`: `sections: [{ rows: … }]`', 'sections'),
      buttons: advise(
        'a list has one `button`, reply buttons belong to `replyButtonMessage`',
        'button',
      ),
      title: advise('a title above the body is `header: { text: … }`'),
    },
  ],
  ['listButton', labels],
  [
    'listSection',
    {
      ...section,
      items: rename('rows'),
      options: rename('rows'),
      productItems: advise('products belong to `multiProductMessage`', 'rows'),
    },
  ],
  [
    'listRow',
    { ...labels, rowId: rename('id'), payload: rename('id'), subtitle: rename('description') },
  ],
  [
    'replyButtonMessage',
    {
      ...interactive,
      action: noAction('`buttons` stand'),
      button: rename('buttons'),
      sections: advise('sections belong to `listMessage`', 'buttons'),
    },
  ],
  [
    'replyButton',
    {
      ...labels,
      payload: rename('id'),
      type: superfluous('every button here is a reply, so remove it'),
      reply: advise(
        '`id` and `text` stand on the button itself, so move `reply.id` to `id` and `reply.title` to `text`',
        'id',
        'text',
        'type',
      ),
    },
  ],
  [
    'singleProductMessage',
    {
      ...interactive,
      action: noAction('`catalogId` and `productItem` stand'),
      header: advise('a message with one product has no header, so remove it'),
      productRetailerId: advise(
        'it is written `productItem: { productRetailerId: … }`',
        'productItem',
      ),
      product_retailer_id: advise(
        'it is written `productItem: { productRetailerId: … }`',
        'productItem',
      ),
      product: rename('productItem'),
    },
  ],
  ['multiProductMessage', { ...interactive, action: noAction('`catalogId` and `sections` stand') }],
  [
    'productSection',
    {
      ...section,
      products: rename('productItems'),
      items: rename('productItems'),
      rows: advise('rows belong to `listMessage`', 'productItems'),
    },
  ],
  ['productItem', product],
  ['product', product],
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
  [
    'session:',
    {
      to: advise('the recipient is `recipient: { id: …, channelType: whatsapp }`', 'recipient'),
      number: advise('the recipient is `recipient: { id: …, channelType: whatsapp }`', 'recipient'),
      biz_opaque_callback_data: rename('callbackData'),
      type: noType,
      messaging_product: noCounterpart,
      recipient_type: noCounterpart,
    },
  ],
  [
    'template:',
    {
      to: rename('number'),
      recipient: advise('this endpoint takes the recipient as `number`', 'number'),
      template: rename('templateName'),
      name: rename('templateName'),
      biz_opaque_callback_data: rename('callbackData'),
      message: advise(
        'a template brings its own text, this endpoint takes `templateName`',
        'templateName',
      ),
    },
  ],
  [
    'config:',
    {
      extends: rename('preset'),
      out: rename('output'),
      outDir: rename('output'),
      files: rename('messages'),
      include: rename('messages'),
      locale: rename('locales'),
    },
  ],
  [
    'config:locales',
    { list: rename('all'), locales: rename('all'), fallbacks: rename('fallback') },
  ],
  [
    'config:override',
    { include: rename('files'), messages: rename('files'), severity: rename('rules') },
  ],
])
