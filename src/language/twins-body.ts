import {
  advise,
  noCounterpart,
  noType,
  rename,
  superfluous,
  type Twin,
  type TwinRows,
  type Twins,
} from './twin.ts'

const atRoot = advise('it belongs at the root of the file, beside `message`, so move it there')
const media = (type: string): Twin =>
  advise(`files are sent as \`attachments: [{ type: ${type}, url: … }]\``)
const headerMedia = (type: string): Twin =>
  advise(`a header has its file as \`attachment: { type: ${type}, url: … }\``, 'type')
const insideContent = (where: string): Twin =>
  advise(`it belongs inside ${where}, so move it there`)

/** Kinds of message that WhatsApp has and the API has not. */
const foreignKinds = [
  'address',
  'callPermissionRequest',
  'carousel',
  'catalog',
  'contact',
  'contacts',
  'ctaUrl',
  'event',
  'flow',
  'locationRequest',
  'orderDetails',
  'orderStatus',
  'poll',
  'reaction',
  'sticker',
  'voiceCall',
]

const noSuchMessage = advise(
  'the API has no such message, it sends texts, attachments, locations, lists, reply buttons and products',
)

/** `ctaUrl` is also `cta_url`, `ctaUrlMessage` and `cta_url_message`. */
function spellingsOf(kind: string): readonly string[] {
  const snake = kind.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  return [kind, `${kind}Message`, snake, `${snake}_message`]
}

const body: Twins = {
  ...Object.fromEntries(
    foreignKinds.flatMap(spellingsOf).map((name) => [name, noSuchMessage] as const),
  ),
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

/** What stands in `message` itself, and in what several contents have. */
export const bodyTwins: TwinRows = [
  ['message', body],
  ['attachment', attachment],
  ['headerAttachment', attachment],
  ['header', headers],
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
]
