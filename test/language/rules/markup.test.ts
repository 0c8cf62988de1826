import { describe, expect, it } from 'vitest'
import { type Markup, readMarkup } from '../../../src/language/rules/markup.ts'
import { everyLimit } from '../../../src/model/limits.ts'
import { measureFilled } from '../../../src/model/measure-filled.ts'
import { compileAlone, compileYaml } from '../../helpers/compile-yaml.ts'

function read(body: string): Markup {
  const [text] = measureFilled({ message: { text: body } }, everyLimit).texts
  if (text === undefined) throw new Error('there is no text')
  return readMarkup(text)
}

/** What is formatted, with its marks. */
function formatted(body: string): readonly string[] {
  return read(body).pairs.map(({ open, close }) => body.slice(open, close + 1))
}

/** Each stray mark with what follows it on its line. */
function strays(body: string): readonly string[] {
  return read(body).strays.map(({ span }) => body.slice(span.start).split('\n')[0] ?? '')
}

describe('marks in pairs', () => {
  it.each([
    ['*Sale*', ['*Sale*']],
    ['Only _today_, ~49~ 39 € (*now*)!', ['*now*', '_today_', '~49~']],
    ['*Sale 🎉*', ['*Sale 🎉*']],
    ['*_both_*', ['*_both_*', '_both_']],
    ['«*Sale*»', ['*Sale*']],
    ['¡*Rebajas*!', ['*Rebajas*']],
    ['*販売*中', ['*販売*']],
    ['code `a*b_c`', ['`a*b_c`']],
    ['_see my_file_name_', ['_see my_file_name_']],
    ['*see https://example.com/a_b*', ['*see https://example.com/a_b*']],
    ['*one* and *two*', ['*one*', '*two*']],
    ['*5 €*', ['*5 €*']],
  ])('%s formats %j and leaves none over', (body, expected) => {
    expect(formatted(body)).toEqual(expected)
    expect(strays(body)).toEqual([])
  })
})

describe('signs that are no marks', () => {
  it.each([
    "it's Ana's, rock ’n’ roll",
    'snake_case_name and __init__',
    'your_code',
    '* one\n* two\n* three',
    '- one\n- two',
    '2*3 = 6, 2 * 3 = 6, 5*',
    '~5 minutes, ~ 10 km, ~€20',
    '5~10 days',
    'https://example.com/_next/a_b_?x=*y*&_z',
    'https://example.com/_sale_',
    'www.example.com/~ana/_x',
    'Write to ana_b@example.com or @_ana_b',
    ':* ^_^ -_- >_<',
    '____',
    'From 10 €*\n*without shipping',
    'Free shipping*\nUntil Sunday\n*from 50 €',
    '```\nlet a = b * c_d\n```',
    'a ` b',
    'Dear customers` friends',
    '5*5*5',
    '10*20_30~40',
    '**Sale**',
    '1️⃣ first *️⃣',
  ])('%j is left alone', (body) => {
    expect(strays(body)).toEqual([])
  })
})

describe('marks without a partner', () => {
  it.each([
    ['*Sale until Sunday', ['*Sale until Sunday']],
    ['Only _today _ for you', ['_today _ for you']],
    ['*Sale\ntoday*', ['*Sale', '*']],
    ['*Sale*today', ['*Sale*today']],
    ['(*Sale)', ['*Sale)']],
    ['~old price', ['~old price']],
    ['use `code here', ['`code here']],
    ['```code', ['```code']],
    ['Sale_ today', ['_ today']],
    ['Sale* today', ['* today']],
    ['*one* and *two', ['*two']],
    ['*“Sale”', ['*“Sale”']],
  ])('%j shows %j', (body, expected) => {
    expect(strays(body)).toEqual(expected)
  })
})

it('variables count as words, and escaped braces keep the places right', () => {
  const file = (text: string): string =>
    `variables: { a: "integer" }\nmessage: { text: ${JSON.stringify(text)} }\n`
  const markupOf = (text: string): Markup => {
    const [found] = compileAlone(file(text)).bounds?.texts ?? []
    return found === undefined ? { pairs: [], strays: [] } : readMarkup(found)
  }
  expect(markupOf('*{{ a }}*').pairs).toEqual([{ mark: '*', open: 0, close: 8 }])
  expect(markupOf('~{{ a }} minutes').strays).toEqual([])
  expect(markupOf('{{ a }}*{{ a }}').strays).toEqual([])
  const [stray] = markupOf('\\{{ *{{ a }} b').strays
  expect(stray?.span).toEqual({ start: 4, end: 5 })
})

it('a star at the end of a word may refer to the footer', () => {
  const yaml = (footer: string): string => `message:
  text: Free shipping*
  replyButtonMessage:
    buttons: [{ id: go, text: Go }]
    footer: { text: ${JSON.stringify(footer)} }
`
  const rulesOf = (footer: string): readonly string[] =>
    compileYaml(yaml(footer)).diagnostics.map(({ rule }) => rule)
  expect(rulesOf('* from 50 €')).toEqual([])
  expect(rulesOf('until Sunday')).toEqual(['unbalanced-markup'])
})

it('texts made to be slow are read at once', () => {
  const start = performance.now()
  for (const piece of ['*', '`', '_a', '* a', 'http://*', 'http://_', '```', '*a*\n', '~a~ ']) {
    read(piece.repeat(Math.ceil(20_000 / piece.length)))
  }
  expect(performance.now() - start).toBeLessThan(2000)
})
