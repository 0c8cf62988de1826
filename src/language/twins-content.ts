import {
  advise,
  noType,
  rename,
  superfluous,
  type Twin,
  type TwinRows,
  type Twins,
} from './twin.ts'

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

/** What stands in lists, reply buttons and product messages. */
export const contentTwins: TwinRows = [
  ['footer', { ...labels, body: rename('text') }],
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
]
