import { advise, noCounterpart, noType, rename, type TwinRows } from './twin.ts'

/** What stands in requests to the API, and in a config. */
export const elsewhereTwins: TwinRows = [
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
]
