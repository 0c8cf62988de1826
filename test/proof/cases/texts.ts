import type { JsonValue } from '../../../src/model/json.ts'
import { type DirectedCase, fileCase, textCase, writtenCase } from '../directed-case.ts'
import { string } from './declare.ts'

const address = 'attachment-url-format'

/** Which limits the address of a picture breaks, with a variable in it and another one. */
function addressCase(
  name: string,
  declaration: JsonValue,
  url: string,
  expected: string,
): DirectedCase {
  const variables = { v: declaration, w: string({ pattern: '^[a-z]{1,9}$' }) }
  return fileCase(name, variables, { attachments: [{ type: 'image', url }] }, expected)
}

/** Texts that are put together of fixed text and variables. */
export const textCases: readonly DirectedCase[] = [
  textCase(
    'a variable beside fixed text',
    string({ maxLength: 3 }),
    '6–8 units, 6–14 bytes',
    'Call {{ v }}',
  ),
  textCase(
    'a variable that stands there twice',
    string({ maxLength: 3 }),
    '2–6 units, 2–18 bytes',
    '{{ v }}{{ v }}',
  ),
  textCase(
    'few values beside fixed text',
    string({ enum: ['a', 'bcd'] }),
    '2–4 units, 2–4 bytes',
    '{{ v }}!',
  ),
  textCase(
    'a blank in front of a variable',
    string({ maxLength: 3 }),
    '2–4 units, 2–10 bytes, blank in front always',
    ' {{ v }}',
  ),
  textCase(
    'a blank behind a variable',
    string({ maxLength: 3 }),
    '2–4 units, 2–10 bytes, blank at end always',
    '{{ v }} ',
  ),
  textCase(
    'fixed text in front of loose blanks',
    string({ maxLength: 2, trim: false }),
    '2–3 units, 2–7 bytes, blank at end sometimes',
    'a{{ v }}',
  ),
  textCase(
    'fixed text behind loose blanks',
    string({ maxLength: 2, trim: false }),
    '2–3 units, 2–7 bytes, blank in front sometimes',
    '{{ v }}a',
  ),
  textCase(
    'a blank behind what may be empty',
    string({ minLength: 0, maxLength: 2 }),
    '2–4 units, 2–8 bytes, blank in front sometimes',
    '{{ v }} a',
  ),
  textCase(
    'a blank in front of what may be empty',
    string({ minLength: 0, maxLength: 2 }),
    '2–4 units, 2–8 bytes, blank at end sometimes',
    'a {{ v }}',
  ),
  textCase(
    'mere blanks and what may be empty',
    string({ minLength: 0, maxLength: 2 }),
    '1–3 units, 1–7 bytes, blank sometimes, blank in front always, blank at end sometimes',
    ' {{ v }}',
  ),
  textCase(
    'a line feed beside a variable',
    string({ maxLength: 2 }),
    '4–5 units, 5–10 bytes, line feed always',
    'a\n{{ v }}b',
  ),
  textCase(
    'escapes beside a variable',
    string({ maxLength: 2 }),
    '5–6 units, 9–14 bytes',
    '"\\\té{{ v }}',
  ),
  textCase(
    'characters of three and four bytes',
    string({ maxLength: 1 }),
    '4 units, 8–10 bytes',
    '漢😀{{ v }}',
  ),
  fileCase(
    'a flag where a condition asks for it',
    { f: 'boolean' },
    {
      text: 'Hi',
      replyButtonMessage: {
        buttons: [
          { $if: 'f', id: 'a', text: `${'x'.repeat(16)}{{ f }}` },
          { id: 'b', text: 'B' },
        ],
      },
    },
    'nothing',
  ),
  fileCase(
    'a flag where its opposite is asked for',
    { f: 'boolean' },
    {
      text: 'Hi',
      replyButtonMessage: {
        buttons: [
          { $if: 'not f', id: 'a', text: `${'x'.repeat(16)}{{ f }}` },
          { id: 'b', text: 'B' },
        ],
      },
    },
    'reply-button-text-length',
  ),
  textCase(
    'a blank in front of what keeps its own',
    string({ pattern: '^ {0,9}$', trim: false, minLength: 0 }),
    '1–10 units, 1–10 bytes, blank always, blank in front always, blank at end always',
    '{{ v }} ',
  ),
  writtenCase('a tab in fixed text', 'message: { text: "C:\\temp" }\n', 'control-character'),
  writtenCase('a tab as it is', 'message:\n  text: a\tb\n', 'control-character'),
  writtenCase('a line separator', 'message: { text: "a\\u2028b" }\n', 'control-character'),
  writtenCase('a line separator as it is', 'message: { text: "a\u2028b" }\n', 'control-character'),
  writtenCase('a line feed in fixed text', 'message: { text: "a\\nb" }\n', 'nothing'),
  writtenCase(
    'a tab that an alias brings',
    'description: &text "a\\tb"\nmessage: { text: *text }\n',
    'control-character',
  ),
  writtenCase('a tab in data', 'message: { text: Hi }\ncallbackData: "a\\tb"\n', 'nothing'),
  addressCase(
    'a host with a label of letters and digits',
    string({ pattern: '^[a-z0-9]{1,9}$' }),
    'https://{{ v }}.example.com/a.png',
    'nothing',
  ),
  addressCase(
    'a host with a number in a label',
    { type: 'integer', minimum: 0 },
    'https://cdn{{ v }}.example.com/a.png',
    'nothing',
  ),
  addressCase(
    'a host with a sign in a label',
    { type: 'integer' },
    'https://xn-{{ v }}.example.com/a.png',
    address,
  ),
  addressCase(
    'a host with hyphens in a label',
    string({ pattern: '^[a-z-]{9}$' }),
    'https://{{ v }}.example.com/a.png',
    address,
  ),
  addressCase(
    'a host that may begin with a full stop',
    string({ minLength: 0, pattern: '^[a-z]{0,9}$' }),
    'https://{{ v }}.example.com/a.png',
    address,
  ),
  addressCase(
    'a host with an open end',
    string({ pattern: '^[a-z]{1,9}$' }),
    'https://example.{{ v }}/a.png',
    address,
  ),
  addressCase(
    'a host with a number at its end',
    string({ pattern: '^[a-z0-9]{1,9}$' }),
    'https://a{{ v }}.256/a.png',
    address,
  ),
  addressCase(
    'a host that a variable ends',
    string({ pattern: '^[a-z]{1,9}$' }),
    'https://example.com{{ v }}',
    address,
  ),
  addressCase(
    'a host that a variable may encode',
    string({ pattern: '^[a-z0-9]{3}$' }),
    'https://xn--{{ v }}.example.com/a.png',
    address,
  ),
  addressCase(
    'a host of few',
    string({ enum: ['a', 'b'] }),
    'https://{{ v }}.example.com/a.png',
    'nothing',
  ),
  addressCase(
    'a host that is none',
    string({ pattern: '^[a-z]{1,9}$' }),
    'https://256.256.256.256/{{ v }}',
    address,
  ),
  addressCase(
    'one wrong host of few',
    string({ enum: ['example.com', '1.2.3.256'] }),
    'https://{{ v }}/{{ w }}',
    address,
  ),
  addressCase(
    'a path behind one host of few',
    string({ enum: ['a', 'b'] }),
    'https://{{ v }}.example.com/{{ w }}',
    'nothing',
  ),
  addressCase(
    'a path that may break an escape',
    string({ pattern: '^[a-z%]{1,9}$' }),
    'https://example.com/{{ v }}',
    address,
  ),
  addressCase(
    'a path that completes an escape',
    string({ pattern: '^[a-z]{1,9}$' }),
    'https://example.com/%{{ v }}',
    address,
  ),
]
