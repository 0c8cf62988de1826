import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { CheckedList } from '../../src/host/check-recipients.ts'
import { LineIndex } from '../../src/model/source.ts'
import { checkList, printProblems } from '../helpers/check-list.ts'
import { compileYaml } from '../helpers/compile-yaml.ts'
import { compileHello } from '../helpers/hello-message.ts'
import { makeTempFolder } from '../helpers/temp-folder.ts'

vi.setConfig({ testTimeout: 30_000 })

const message = compileHello()
let folder = ''
beforeEach(() => {
  folder = makeTempFolder().path
})

function checkCsv(text: string | Uint8Array): Promise<CheckedList> {
  return checkList({ text, format: 'csv', message, folder })
}

function checkJsonl(text: string | Uint8Array): Promise<CheckedList> {
  return checkList({ text, format: 'jsonl', message, folder })
}

const [ana, bob] = ['+16044441111', '+447911123456']

describe('a row of a JSONL list', () => {
  const misplaced = '`customer` stands beside `variables` and belongs into it'

  it.each([
    ['{"to":"+16044441111","customer":"Bob"}', [`1:33 invalid-variable ${misplaced}`]],
    ['{"to":"+16044441111","variables":{},"customer":7}', [`1:48 invalid-variable ${misplaced}`]],
    [
      '{"to":"+16044441111","variables":{"customer":"Bob"},"count":3}',
      ['1:61 invalid-variable `count` stands beside `variables`'],
    ],
    ['{"to":"+16044441111","variables":{"customer":"Bob"},"customer":"Bo","x":1}', []],
    ['{"to":"+16044441111","variables":7,"customer":"Bob"}', ['1:34 invalid-variable `variables`']],
    ['{"to":"+16044441111","name":"Bob"}', ['1:1 invalid-variable `customer` is missing: pass']],
  ])('names what stands beside its variables: %s', async (text, expected) => {
    const printed = printProblems(await checkJsonl(text))
    expect(printed).toHaveLength(expected.length)
    for (const [index, line] of printed.entries()) expect(line).toContain(expected[index])
  })

  it('may hold a variable that is called like a key of its own', async () => {
    const [named] = compileYaml(`variables: { name: string, locale: { type: string, default: x } }
message: { text: "Hello {{ name }}, {{ locale }}" }
`).messages
    if (named === undefined) throw new Error('the message has mistakes')
    const check = async (text: string): Promise<readonly string[]> =>
      printProblems(await checkList({ text, format: 'jsonl', message: named, folder }))
    expect(await check('{"to":"+16044441111","name":"Bob","locale":"default"}')).toEqual([
      '1:29 invalid-variable `name` is missing in `variables`, the one beside it is another thing: {"variables": {"name": …}}',
    ])
    expect(
      await check(
        '{"to":"+16044441111","name":"Bob","variables":{"name":"Ana"},"locale":"default"}',
      ),
    ).toEqual([])
  })
})

describe('what a list is found to hold', () => {
  it.each([
    ['csv', `too,customer\n${ana},Ana\n`, { rows: 0, notes: { isCut: true } }],
    ['csv', `to,customer\n${ana},Ana\n${bob},"B"b\n`, { rows: 1, notes: { isCut: true } }],
    ['csv', `to,customer\n${ana},B0b\n`, { rows: 1, notes: { isCut: false, unreadableRows: 0 } }],
    ['jsonl', '{"to"}\n7\n', { rows: 0, notes: { isCut: false, unreadableRows: 2 } }],
  ] as const)(
    'counts the rows of a refused %s list as far as it goes: %j',
    async (format, text, expected) => {
      expect(await checkList({ text, format, message, folder })).toMatchObject(expected)
    },
  )
})

describe('a CSV list', () => {
  it('is read with every kind of line break, delimiter and mark', async () => {
    for (const end of ['\n', '\r\n', '\r']) {
      for (const delimiter of [',', ';', '\t', '|']) {
        for (const mark of ['', '\uFEFF']) {
          const rows = [
            ['to', 'customer'],
            [ana, 'Ana'],
            [bob, '"Bob"'],
          ]
          const text = mark + rows.map((cells) => cells.join(delimiter)).join(end)
          const { rows: count, problems, lines } = await checkCsv(text)
          expect({ count, problems, lines: [...lines] }).toEqual({
            count: 2,
            problems: [],
            lines: [2, 3],
          })
        }
      }
    }
  })

  it('may mix its line breaks, and leaves blank lines out', async () => {
    const checked = await checkCsv(`to,customer\r\n${ana},Ana\n\n,\r\n${bob},Bob\r\n\r\n`)
    expect(checked).toMatchObject({ rows: 2, problems: [], notes: { blankLines: 3 } })
    expect([...checked.lines]).toEqual([2, 5])
  })

  it.each([
    ['sep=;\r\n', ';'],
    ['\uFEFFsep=;\n', ';'],
    ['"sep=;"\n', ';'],
    ['SEP=;;;\n', ';'],
    ['sep=\t\n', '\t'],
    ['sep=,\n', ','],
  ])('may begin with the line by which Excel names its delimiter: %j', async (line, delimiter) => {
    const row = (...cells: readonly string[]): string => `${cells.join(delimiter)}\n`
    const text = `${line}${row('to', 'customer')}${row(ana, 'Ana')}${row(bob, 'B0b')}`
    const { rows, lines, problems } = await checkCsv(text)
    expect([rows, ...lines]).toEqual([2, 3, 4])
    expect(problems).toMatchObject([{ line: 4, column: 15, fault: 'invalid-variable' }])
  })

  it('says what is wrong in the order of the file, whoever finds it', async () => {
    const { problems } = await checkCsv(`to,customer,count\n${ana},Ana,1\n${ana},B0b,100\n`)
    expect(problems.map(({ line, column, fault }) => [line, column, fault])).toEqual([
      [3, 1, 'duplicate-recipient'],
      [3, 14, 'invalid-variable'],
      [3, 18, 'invalid-variable'],
    ])
  })

  it('says how the column of a variable is called that is named like one of ours', async () => {
    const [named] = compileYaml(`variables: { name: string, to: string, locale: string }
message: { text: "Hello {{ name }}, {{ locale }}, {{ to }}" }
`).messages
    if (named === undefined) throw new Error('the message has mistakes')
    const checked = await checkList({ text: 'to,name\n', format: 'csv', message: named, folder })
    const problems = printProblems(checked)
    expect(problems).toHaveLength(3)
    expect(problems[0]).toMatch(
      /^1:1 recipients-column the column `variables.name` is missing: `.*` needs its variable `name`, and a column `name` is the name of the recipient, so call the one of the variable `variables.name`$/,
    )
  })

  it('counts rows by their calling codes', async () => {
    const { callingCodes } = await checkCsv(`to,customer\n${ana},A\nUS.1,B\n+16044442222,C\n`)
    expect([...callingCodes]).toEqual([
      ['+1', 2],
      ['US', 1],
    ])
  })

  it.each([
    ['', '1:1 recipients-column the file is empty'],
    ['\n\n', '1:1 recipients-column the file is empty'],
    ['sep=;\n', '1:1 recipients-column the file is empty'],
    ['sep=::\nto::customer\n', '1:5 recipients-syntax the delimiter "::" is none that'],
    ['\uFEFF"sep=x"\nto\n', '1:6 recipients-syntax the delimiter "x" is none that'],
    ['sep=;\nto;custmer\n', '2:4 recipients-column there is no column `custmer`'],
    ['to,customer,to\n', '1:13 recipients-column the column `to` stands twice'],
    ['\uFEFFto,custmer\n', '1:4 recipients-column there is no column `custmer`'],
    ['to,__proto__,customer\n', '1:4 recipients-column `__proto__`'],
    [`to,customer\n${ana}\n`, '2:1 recipients-syntax the row has 1 cell'],
    [`to,customer\n${ana},A,B\n`, '2:16 recipients-syntax the row has 3 cells'],
    [`to,customer\n${ana},"A\n`, '2:14 recipients-syntax a quote is opened here and never closed'],
    [
      `to,customer\n${ana},"A"x\n`,
      '2:14 recipients-syntax the cell goes on after its closing quote',
    ],
    [`to,customer\n${ana},A"x\n`, '2:14 recipients-syntax a quote stands inside a cell'],
    [`to,customer\n\n16044441111,Ana\n`, '3:1 invalid-recipient "16044441111" is no recipient'],
    [`customer,to\n"A\nB",${ana}\n`, '2:1 invalid-variable `customer` holds a line feed'],
    [`to,customer,count\n${ana},"Ana",x\n`, '2:20 invalid-variable `count` is "x"'],
    [`to,customer,count\n${ana},Ana,100\n`, '2:18 invalid-variable `count` is 100'],
    [`to,customer\n${ana},A1\n`, '2:14 invalid-variable `customer` is "A1"'],
    [`to,customer,locale\n${ana},Ana,es\n`, '2:18 unknown-locale `hello` does not exist in "es"'],
    [
      `to,customer\n${ana},A\n+1 604 444 1111,B\n`,
      '3:1 duplicate-recipient the recipient of line 3 stands in line 2 already',
    ],
    [
      `to,customer\nUS.1,A\nUS.1,B\n`,
      '3:1 duplicate-recipient the recipient of line 3 stands in line 2 already',
    ],
    [`to,name,customer\n${ana},"A\u0007",A\n`, '2:14 invalid-recipient `name` holds the control'],
  ])('reports %j at its place', async (text, problem) => {
    const checked = await checkCsv(text)
    expect(checked.problemCount).toBe(1)
    expect(printProblems(checked)[0]).toContain(problem)
  })

  it('finds a repetition also where the rows are wrong besides', async () => {
    const checked = await checkCsv(`to,customer\n${ana},1\n${ana},2\n`)
    expect(checked.problems.map(({ line, fault }) => [line, fault])).toEqual([
      [2, 'invalid-variable'],
      [3, 'duplicate-recipient'],
      [3, 'invalid-variable'],
    ])
  })

  it('gives the place of a cell behind cells of several lines', async () => {
    const text = `to,segment,customer\n${ana},"a\r\nb,""c""",1\n`
    expect(printProblems(await checkCsv(text))[0]).toMatch(/^3:10 invalid-variable/)
  })

  it('names the byte that is no UTF-8', async () => {
    const text = Buffer.concat([Buffer.from(`to,customer\n${ana},é`), Buffer.from([0xe9, 0x0a])])
    const [problem] = printProblems(await checkCsv(text))
    expect(problem).toMatch(/^2:15 recipients-encoding .*0xe9 at byte offset 27/)
  })

  it('says that a file is UTF-16', async () => {
    const text = Buffer.from('\uFEFFto,customer\n', 'utf16le')
    expect(printProblems(await checkCsv(text))[0]).toMatch(/^1:1 recipients-encoding .*UTF-16/)
  })

  it('refuses a row that never ends', async () => {
    const text = `to,customer\n${ana},"${'A\n'.repeat(40_000)}`
    expect(printProblems(await checkCsv(text))[0]).toMatch(
      /^2:1 recipients-syntax the row is longer/,
    )
  })

  it('shows the first hundred of many mistakes, and counts all', async () => {
    const checked = await checkCsv(`to,customer\n${'x,1\n'.repeat(700)}`)
    expect(checked.problems).toHaveLength(100)
    expect(checked.problemCount).toBe(1400)
  })

  it('places every cell of any list where it stands', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r\n', ' ', 'é', '😀') })
    const row = fc.tuple(cell, cell)
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 4 }), async (rows) => {
        const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
        let text = 'a,b,to,customer\n'
        const starts: number[] = []
        for (const [index, cells] of rows.entries()) {
          text += `${cells.map(quoted).join(',')},`
          starts.push(text.length)
          text += `x,Ana${index}\n`
        }
        const places = new LineIndex(text)
        const { problems } = await checkCsv(text)
        const found = problems.filter(({ fault }) => fault === 'invalid-recipient')
        expect(found.map(({ line, column }) => [line, column])).toEqual(
          starts.map((start) => {
            const { line, column } = places.positionAt(start)
            return [line, column]
          }),
        )
      }),
      { numRuns: 50 },
    )
  })
})

describe('a JSONL list', () => {
  it('is read line by line, with or without a line break at its end', async () => {
    const lines = [
      `{"to": "${ana}", "name": "Ana", "variables": {"customer": "Ana", "count": 2}}`,
      '',
      `{"to": "${bob}", "name": null, "locale": "default", "variables": {"customer": "Bob"}}\r`,
      `{"to": "US.1", "variables": {"customer": "Cyd"}}`,
    ]
    const checked = await checkJsonl(`\uFEFF${lines.join('\n')}`)
    expect(printProblems(checked)).toEqual([])
    expect(checked).toMatchObject({ rows: 3, notes: { blankLines: 1 } })
    expect([...checked.lines]).toEqual([1, 3, 4])
  })

  it('may be put together from files with byte-order marks', async () => {
    const line = (to: string): string => `\uFEFF{"to": "${to}", "variables": {"customer": "A"}}\n`
    expect(await checkJsonl(line(ana) + line(bob))).toMatchObject({ rows: 2, problems: [] })
  })

  it('names keys that mean nothing once', async () => {
    const line = (to: string): string => `{"to": "${to}", "x": 1, "variables": {"customer": "A"}}\n`
    const { notes } = await checkJsonl(line(ana) + line(bob))
    expect([...notes.ignored]).toEqual(['`x`'])
  })

  it.each([
    [`{"to": "${ana}"`, '1:22 recipients-syntax the JSON ends too early'],
    [`{"to": "${ana}",}`, '1:23 recipients-syntax this is no JSON'],
    ['[1]', '1:1 recipients-syntax the line is a list'],
    ['"x"', '1:1 recipients-syntax the line is "x"'],
    [`{"to": "${ana}", "to": "${bob}"}`, '1:24 recipients-syntax the key "to" stands twice'],
    [
      '{"to": 16044441111, "variables": {"customer": "A"}}',
      '1:8 invalid-recipient the recipient is',
    ],
    ['{"variables": {"customer": "A"}}', '1:1 invalid-recipient the recipient is missing'],
    [`{"to": "${ana}"}`, '1:1 invalid-variable `customer` is missing'],
    [`{"to": "${ana}", "variables": 5}`, '1:37 invalid-variable `variables` is 5'],
    [
      `{"to": "${ana}", "variables": {"customer": "A", "count": "2"}}`,
      '1:64 invalid-variable `count` is "2"',
    ],
    [
      `{"to": "${ana}", "variables": {"customer": "A", "cuont": 2}}`,
      '1:64 invalid-variable `cuont` is no declared variable',
    ],
    [
      `{"to": "${ana}", "variables": {"customer": "A", "__proto__": 2}}`,
      'invalid-variable `__proto__` is no declared variable',
    ],
    [
      `{"to": "${ana}", "locale": 5, "variables": {"customer": "A"}}`,
      '1:34 unknown-locale `hello` does not exist in 5',
    ],
  ])('reports %j at its place', async (text, problem) => {
    const checked = await checkJsonl(text)
    expect(checked.problemCount).toBe(1)
    expect(printProblems(checked)[0]).toContain(problem)
  })

  it('refuses a line without end, and reads the next one', async () => {
    const checked = await checkJsonl(`{"to": "${'1'.repeat(300_000)}"}\n[]\n`)
    expect(checked.problems.map(({ line }) => line)).toEqual([1, 2])
  })
})

describe('any bytes', () => {
  it('are a list or a mistake with a place', async () => {
    const bytes = fc.uint8Array({ maxLength: 60 })
    const start = fc.constantFrom('', 'to,customer\n', `to,customer\n${ana},`, `{"to": "${ana}", `)
    await fc.assert(
      fc.asyncProperty(
        start,
        bytes,
        fc.constantFrom('csv', 'jsonl'),
        async (head, tail, format) => {
          const text = Buffer.concat([Buffer.from(head), tail])
          const checked = await checkList({ text, format, message, folder })
          for (const { line, column, message: sentence } of checked.problems) {
            expect(line).toBeGreaterThan(0)
            expect(column).toBeGreaterThan(0)
            expect(sentence).not.toBe('')
          }
        },
      ),
      { numRuns: 200 },
    )
  })
})
