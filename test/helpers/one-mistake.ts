import type { JsonObject, JsonValue } from '../../src/model/json.ts'

/** A value with one mistake in it. */
export interface OneMistake {
  readonly name: string
  readonly value: JsonValue
  readonly rule: string
  /** Where the one finding points. */
  readonly path: readonly (string | number)[]
}

const row = { id: 'track', text: 'Track my order' }
const button = { id: 'yes', text: 'Yes' }
const image = { type: 'image', url: 'https://example.com/room.png' }
const sections = [{ productItems: [{ productRetailerId: 'sku-1' }] }]
const products = { header: { text: 'Summer' }, catalogId: '1', sections }
const hello = { text: 'Hello' }

function list(change: JsonObject): JsonObject {
  const listMessage = { button: { text: 'Open' }, sections: [{ rows: [row] }], ...change }
  return { message: { text: 'Choose', listMessage } }
}

function rows(...items: JsonValue[]): JsonObject {
  return list({ sections: [{ rows: items }] })
}

function buttons(...items: JsonValue[]): JsonObject {
  return { message: { text: 'Choose', replyButtonMessage: { buttons: items } } }
}

function without(value: JsonObject, key: string): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key))
}

function declared(declaration: JsonValue): JsonObject {
  return { variables: { customer: declaration }, message: hello }
}

const inRow = ['message', 'listMessage', 'sections', 0, 'rows', 0] as const
const inButton = ['message', 'replyButtonMessage', 'buttons', 0] as const
const inDeclaration = ['variables', 'customer'] as const

function mistake(
  name: string,
  value: JsonValue,
  rule: string,
  path: readonly (string | number)[],
): OneMistake {
  return { name, value, rule, path }
}

/** Message files with one mistake each. */
export const oneMistake: readonly OneMistake[] = [
  mistake('a list at the root', [], 'wrong-type', []),
  mistake('no message', {}, 'missing-key', []),
  mistake('a text at the root', { text: 'Hello' }, 'unknown-key', ['text']),
  mistake('a misspelt message', { mesage: hello }, 'unknown-key', ['mesage']),
  mistake('an unknown root key', { message: hello, archived: true }, 'unknown-key', ['archived']),
  mistake('a prototype key', JSON.parse('{"message":{"text":"a"},"__proto__":1}'), 'unknown-key', [
    '__proto__',
  ]),
  mistake('an inherited name', { message: hello, toString: 1 }, 'unknown-key', ['toString']),
  mistake('a recipient', { message: hello, recipient: { id: '+1604' } }, 'forbidden-key', [
    'recipient',
  ]),
  mistake('a message id', { message: { id: 'x', text: 'Hello' } }, 'forbidden-key', [
    'message',
    'id',
  ]),
  mistake('a referral', { message: { referral: {}, text: 'Hello' } }, 'forbidden-key', [
    'message',
    'referral',
  ]),
  mistake('an empty message', { message: {} }, 'content-type', ['message']),
  mistake('no message at all', { message: null }, 'wrong-type', ['message']),
  mistake(
    'two kinds of content',
    { message: { attachments: [image], location: { latitude: 1, longitude: 2 } } },
    'content-type',
    ['message', 'location'],
  ),
  mistake(
    'two interactive kinds',
    {
      message: {
        ...hello,
        replyButtonMessage: { buttons: [button] },
        multiProductMessage: products,
      },
    },
    'content-type',
    ['message', 'multiProductMessage'],
  ),
  mistake(
    'a text beside attachments',
    { message: { ...hello, attachments: [image] } },
    'content-type',
    ['message', 'text'],
  ),
  mistake('a snake-case content', { message: { ...hello, list_message: {} } }, 'unknown-key', [
    'message',
    'list_message',
  ]),
  mistake('a snake-case content alone', { message: { list_message: {} } }, 'unknown-key', [
    'message',
    'list_message',
  ]),
  mistake(
    'a near miss of a content',
    { message: { ...hello, replyButtonsMessage: { buttons: [button] } } },
    'unknown-key',
    ['message', 'replyButtonsMessage'],
  ),
  mistake('an interactive object', { message: { interactive: {} } }, 'unknown-key', [
    'message',
    'interactive',
  ]),
  mistake('an image of the Cloud API', { message: { image: { link: 'x' } } }, 'unknown-key', [
    'message',
    'image',
  ]),
  mistake('a row with a title', rows({ id: 'a', title: 'A' }), 'unknown-key', [...inRow, 'title']),
  mistake('a row with an own word', rows({ id: 'a', foo: 'A' }), 'unknown-key', [...inRow, 'foo']),
  mistake('a row without id', rows({ text: 'A' }), 'missing-key', inRow),
  mistake('an empty row', rows({}), 'missing-key', inRow),
  mistake('a number as row id', rows({ id: 1, text: 'A' }), 'wrong-type', [...inRow, 'id']),
  mistake('a row that is a text', rows('A'), 'wrong-type', inRow),
  mistake('a reserved key in a row', rows({ ...row, $for: 'x' }), 'forbidden-key', [
    ...inRow,
    '$for',
  ]),
  mistake('a list button that is a text', list({ button: 'Open' }), 'wrong-type', [
    'message',
    'listMessage',
    'button',
  ]),
  mistake(
    'a header of the Cloud API',
    list({ header: { type: 'image', image: {} } }),
    'unknown-key',
    ['message', 'listMessage', 'header', 'image'],
  ),
  mistake('a repeated header', list({ header: { $each: 'a in b', text: 'A' } }), 'forbidden-key', [
    'message',
    'listMessage',
    'header',
    '$each',
  ]),
  mistake('a body in a list', list({ body: { text: 'A' } }), 'unknown-key', [
    'message',
    'listMessage',
    'body',
  ]),
  mistake('a footer without text', list({ footer: {} }), 'missing-key', [
    'message',
    'listMessage',
    'footer',
  ]),
  mistake('a button with a title', buttons({ id: 'a', title: 'A' }), 'unknown-key', [
    ...inButton,
    'title',
  ]),
  mistake('an attachment that is no list', { message: { attachments: image } }, 'wrong-type', [
    'message',
    'attachments',
  ]),
  mistake(
    'an attachment with a link',
    { message: { attachments: [{ type: 'image', link: 'x' }] } },
    'unknown-key',
    ['message', 'attachments', 0, 'link'],
  ),
  mistake(
    'a misspelt attachment type',
    { message: { attachments: [{ ...image, type: 'imgae' }] } },
    'invalid-value',
    ['message', 'attachments', 0, 'type'],
  ),
  mistake(
    'an attachment type that is a number',
    { message: { attachments: [{ ...image, type: 1 }] } },
    'wrong-type',
    ['message', 'attachments', 0, 'type'],
  ),
  mistake(
    'a conditional attachment',
    { message: { attachments: [{ $if: 'a', ...image }] } },
    'forbidden-key',
    ['message', 'attachments', 0, '$if'],
  ),
  mistake('half a location', { message: { location: { latitude: 1 } } }, 'missing-key', [
    'message',
    'location',
  ]),
  mistake('a short latitude', { message: { location: { lat: 1, longitude: 2 } } }, 'unknown-key', [
    'message',
    'location',
    'lat',
  ]),
  mistake(
    'a latitude with a unit',
    { message: { location: { latitude: '{{ lat }} km', longitude: 2 } } },
    'invalid-value',
    ['message', 'location', 'latitude'],
  ),
  mistake(
    'a snake-case catalogue',
    {
      message: {
        ...hello,
        multiProductMessage: { ...without(products, 'catalogId'), catalog_id: '1' },
      },
    },
    'unknown-key',
    ['message', 'multiProductMessage', 'catalog_id'],
  ),
  mistake(
    'a product id of the Cloud API',
    { message: { singleProductMessage: { catalogId: '1', product_retailer_id: 'a' } } },
    'unknown-key',
    ['message', 'singleProductMessage', 'product_retailer_id'],
  ),
  mistake('an unknown short form', declared('strnig(40)'), 'invalid-value', inDeclaration),
  mistake('an array as short form', declared('array'), 'invalid-value', inDeclaration),
  mistake('an empty declaration', declared(null), 'wrong-type', inDeclaration),
  mistake('a declaration without type', declared({ maxLength: 4 }), 'missing-key', inDeclaration),
  mistake('an unknown type', declared({ type: 'text' }), 'invalid-value', [
    ...inDeclaration,
    'type',
  ]),
  mistake('a misspelt keyword', declared({ type: 'string', maxLenght: 4 }), 'unknown-key', [
    ...inDeclaration,
    'maxLenght',
  ]),
  mistake('a negative length', declared({ type: 'string', maxLength: -1 }), 'invalid-value', [
    ...inDeclaration,
    'maxLength',
  ]),
  mistake('a length that is a text', declared({ type: 'string', maxLength: '4' }), 'wrong-type', [
    ...inDeclaration,
    'maxLength',
  ]),
  mistake(
    'a name with a hyphen',
    { variables: { 'a-b': 'string' }, message: hello },
    'invalid-value',
    ['variables', 'a-b'],
  ),
  mistake(
    'an example without variables',
    { message: hello, examples: [{ name: 'a' }] },
    'missing-key',
    ['examples', 0],
  ),
  mistake(
    'a reserved callback key',
    { message: hello, callbackData: [{ $c: 1 }] },
    'forbidden-key',
    ['callbackData', 0, '$c'],
  ),
  mistake(
    'another channel',
    { message: hello, sender: { id: '+14151111234', channelType: 'sms' } },
    'invalid-value',
    ['sender', 'channelType'],
  ),
  mistake(
    'a misspelt strategy',
    { message: hello, order: { strategy: 'shortCircuit' } },
    'invalid-value',
    ['order', 'strategy'],
  ),
  mistake(
    'a number as parameter',
    { message: hello, fallback: { templateName: 'a', language: 'en', parameters: { body_1: 1 } } },
    'wrong-type',
    ['fallback', 'parameters', 'body_1'],
  ),
  mistake(
    'a fallback with a name',
    { message: hello, fallback: { name: 'a', language: 'en' } },
    'unknown-key',
    ['fallback', 'name'],
  ),
]

/** Message files whose one mistake is the shape of another API: editors show it key by key. */
export const foreignShapes: readonly OneMistake[] = [
  mistake(
    'an action in a list',
    { message: { ...hello, listMessage: { action: {} } } },
    'unknown-key',
    ['message', 'listMessage', 'action'],
  ),
  mistake(
    'a reply of the Cloud API',
    buttons({ type: 'reply', reply: { id: 'a', title: 'A' } }),
    'unknown-key',
    [...inButton, 'reply'],
  ),
]

/** Message files whose mistake is left to a rule. */
export const ruled: readonly JsonObject[] = [
  list({ header: {} }),
  list({ header: { text: 'A', attachment: image } }),
  list({ header: { attachment: { ...image, type: 'audio' } } }),
  { message: hello, sender: 'US.134912' },
  { message: hello, sender: { id: '4151111234' } },
]
