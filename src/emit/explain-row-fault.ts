import type { RowFault } from '../model/recipient-row.ts'
import type { ExplainOptions } from './explain-rule.ts'
import { wrapText } from './printable.ts'
import { createPaint } from './style.ts'

/** What `connectly bulk` finds in a list of recipients: what it means, and what to do. */
const faults: { readonly [fault in RowFault]: readonly [cause: string, wayOut: string] } = {
  'recipients-encoding': [
    'The list is not UTF-8, so nobody can know which names and texts it holds.',
    'Save it as UTF-8.',
  ],
  'recipients-syntax': [
    'The list cannot be read as CSV or JSONL: a quote is not closed, a row has more or fewer cells than the first line has names, or a line is no JSON object.',
    'Mend the row at the place that is named, or write the list anew with the program that made it.',
  ],
  'recipients-column': [
    'A column is missing, or stands there twice: `to` is compulsory, and so is one for each variable without a `default`.',
    'Name the columns in the first line as the message names its variables; `connectly render` shows which it has.',
  ],
  'invalid-recipient': [
    'A number is not in E.164 form, a user id has another form, a name is not accepted, or the recipient is the sender.',
    'Write numbers with `+` and their country, such as `+16044441111`.',
  ],
  'duplicate-recipient': [
    'Two rows are for one customer, who would be sent the message twice.',
    'Remove one of the rows.',
  ],
  'unknown-locale': [
    'A row names a locale in which the message does not exist; there is no silent fall-back.',
    'Write the locale, name another one, or set `locales.fallback` in the config.',
  ],
  'invalid-variable': [
    'A value does not satisfy the declaration of its variable, or cannot be read: arrays and objects are JSON in a cell.',
    'Write a value that fits, or widen the declaration in the message.',
  ],
  'invalid-message': [
    'With the values of this row the message breaks a rule, which is named beside it.',
    'Change the values; `connectly explain` and the name of the rule say why it exists.',
  ],
}

/** The names of all faults of lists. */
export const rowFaults: readonly string[] = Object.keys(faults)

/** Explains one fault of a list; undefined where there is none of that name. */
export function explainRowFault(
  name: string,
  { color, width }: ExplainOptions,
): string | undefined {
  const found = Object.entries(faults).find(([fault]) => fault === name)
  if (found === undefined) return undefined
  const paint = createPaint(color)
  const [cause, wayOut] = found[1]
  const head = [
    `${paint('strong', name)} ${paint('error', 'error')}`,
    ...wrapText(
      'In a list of recipients; `connectly bulk` sends nothing while one is there.',
      width,
    ),
  ]
  const parts = [head, wrapText(cause, width), wrapText(wayOut, width)]
  return parts.map((lines) => lines.join('\n')).join('\n\n')
}
