import { type DirectedCase, fileCase, textCase, writtenCase } from '../directed-case.ts'
import { string } from './declare.ts'

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
  writtenCase('a tab in data', 'message: { text: Hi }\ncallbackData: "a\\tb"\n', 'nothing'),
]
