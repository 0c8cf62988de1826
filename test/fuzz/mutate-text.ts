import { type Dice, pick } from '../proof/dice.ts'

/** The longest input that is made. */
export const maxLength = 65_536

const tokens = [
  ...[
    '{{ a }}',
    '{{',
    '}}',
    '\\{{',
    '$each: i in list',
    '$if: not f',
    '*a',
    '&a ',
    '!x ',
    '- ',
    '? ',
    ': ',
    '#',
    ' #',
    '"',
    "'",
  ],
  ...[
    '|-\n',
    '>\n',
    '---\n',
    '...\n',
    '%YAML 1.2\n',
    '{',
    '}',
    '[',
    ']',
    ',',
    '<<: *a',
    '~',
    'null',
    'true',
    '007',
    '1e999',
  ],
  ...[
    '.inf',
    '.nan',
    '2024-01-01',
    '__proto__',
    'constructor',
    'toString',
    '\t',
    '\r',
    '\r\n',
    '\n',
    '\u0000',
    '\u001B[31m',
  ],
  ...[
    '\uFEFF',
    '\u2028',
    '\uD83D',
    '😀',
    '\u202E',
    'ß',
    'İ',
    '\\uD83D',
    '\\x00',
    'message',
    'variables',
    'type: array',
  ],
  ...[
    'maxLength: 9999999',
    'minItems: 99999',
    'pattern: "^(a+)+$"',
    'uniqueItems: true',
    'format: email',
    'multipleOf: 0',
  ],
  '# connectly-disable-next-line blank-text -- why\n',
]

type Change = (text: string, roll: Dice) => string

const changes: readonly Change[] = [
  (text, roll) => splice(text, roll(text.length + 1), 1, ''),
  (text, roll) => splice(text, roll(text.length + 1), 1, String.fromCharCode(roll(256))),
  (text, roll) => splice(text, roll(text.length + 1), 0, pick(roll, tokens)),
  (text, roll) => splice(text, roll(text.length + 1), 1 + roll(6), pick(roll, tokens)),
  (text, roll) => splice(text, roll(text.length + 1), roll(200), ''),
  (text, roll) => {
    const start = roll(text.length + 1)
    return splice(text, roll(text.length + 1), 0, text.slice(start, start + roll(400)))
  },
  (text, roll) => onLine(text, roll, (line) => ' '.repeat(roll(5)) + line.trimStart()),
  (text, roll) => onLine(text, roll, (line) => `${line}\n${line}`),
  (text, roll) => onLine(text, roll, () => ''),
  (text, roll) => onLine(text, roll, (line) => line.replace(/: .*/, `: ${pick(roll, tokens)}`)),
  (text, roll) =>
    onLine(text, roll, (line) =>
      line.replace(/\d+/, String(pick(roll, [0, -1, 1e9, 2 ** 53, 0.5]))),
    ),
  (text, roll) =>
    onLine(
      text,
      roll,
      (line) => `${line.slice(0, roll(9))}${pick(roll, tokens)}${line.slice(roll(9))}`,
    ),
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => `\uFEFF${text}`,
  (text, roll) => text.replaceAll('"', pick(roll, ["'", '', '`'])),
  (text, roll) => swapLines(text, roll),
  (text, roll) => repeatLines(text, roll),
  (text, roll) => {
    const token = pick(roll, tokens)
    return splice(text, roll(text.length + 1), 0, token.repeat(roll(2000)))
  },
]

/** Makes a few random changes to a text. */
export function mutateText(text: string, roll: Dice): string {
  let changed = text
  const rounds = 1 + roll(5)
  for (let round = 0; round < rounds; round++) changed = pick(roll, changes)(changed, roll)
  return changed.slice(0, maxLength)
}

function splice(text: string, start: number, count: number, by: string): string {
  return text.slice(0, start) + by + text.slice(start + count)
}

function onLine(text: string, roll: Dice, change: (line: string) => string): string {
  const lines = text.split('\n')
  const index = roll(lines.length)
  return lines.map((line, other) => (other === index ? change(line) : line)).join('\n')
}

/** Some lines again and again: seldom a few times, seldom until the input is full. */
function repeatLines(text: string, roll: Dice): string {
  const lines = text.split('\n')
  const start = roll(lines.length)
  const part = lines.slice(start, start + 1 + roll(6))
  const size = Math.max(1, part.join('\n').length)
  const times = roll(4) === 0 ? roll(Math.ceil(maxLength / size)) : roll(20)
  const repeated = Array.from({ length: times }, () => part).flat()
  // As elements, not as arguments: a hundred thousand of those are too many.
  return [...lines.slice(0, start), ...repeated, ...lines.slice(start)].join('\n')
}

function swapLines(text: string, roll: Dice): string {
  const lines = text.split('\n')
  const [one, other] = [roll(lines.length), roll(lines.length)]
  const [first = '', second = ''] = [lines[one], lines[other]]
  return lines
    .map((line, index) => {
      if (index === one) return second
      return index === other ? first : line
    })
    .join('\n')
}
