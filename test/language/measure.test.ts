import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lintBounds } from '../../src/language/lint.ts'
import { measureMessage } from '../../src/language/measure.ts'
import { bodyOf, envelopeOf } from '../../src/language/message-parts.ts'
import type { MessageBounds, TextBounds } from '../../src/model/bounds.ts'
import { hasCharacter } from '../../src/model/character-set.ts'
import { checkVariables } from '../../src/model/check-variables.ts'
import { declaredReasoning } from '../../src/model/declared-reasoning.ts'
import type { NamedFinding } from '../../src/model/diagnostic.ts'
import { type Filled, traceMessage } from '../../src/model/fill.ts'
import { foldCase } from '../../src/model/fold-case.ts'
import { everyLimit } from '../../src/model/limits.ts'
import { mayBeEqual, repeatingLoop } from '../../src/model/may-be-equal.ts'
import { measureFilled } from '../../src/model/measure-filled.ts'
import type { Interval, Possibility } from '../../src/model/shape.ts'
import { formatPath, isInside, type Path } from '../../src/model/source.ts'
import { countIn, countTogether } from '../../src/model/worlds.ts'
import { type ArbitraryMessage, arbitraryMessages } from '../helpers/arbitrary-message.ts'
import { compileAlone, compileYaml } from '../helpers/compile-yaml.ts'
import { type Dice, dice, legalVariables } from '../helpers/legal-values.ts'

interface Case {
  readonly bounds: MessageBounds
  readonly filled: Filled
  /** What the filled message is. */
  readonly actual: MessageBounds
}

/** A message measured with templates, and measured again once it is filled. */
function* fillings({ declarations, root }: ArbitraryMessage, roll: Dice): Generator<Case> {
  const measured = measureMessage(root, declarations, new Set())
  expect(measured.findings).toEqual([])
  for (let round = 0; round < 4; round++) {
    const variables = legalVariables(declarations, roll)
    const body = bodyOf(root)
    if (variables === undefined || body === undefined) return
    const { values, problems } = checkVariables(declarations, variables)
    expect(problems).toEqual([])
    const definition = {
      name: 'x',
      variables: declarations,
      bodies: { en: body },
      ...envelopeOf(root),
    }
    const filled = traceMessage(definition, body, values)
    yield { bounds: measured.bounds, filled, actual: measureFilled(filled.message, everyLimit) }
  }
}

function forAll(judge: (filling: Case) => void): void {
  fc.assert(
    fc.property(arbitraryMessages, dice, (message, roll) => {
      for (const filling of fillings(message, roll)) judge(filling)
    }),
    { numRuns: 150, interruptAfterTimeLimit: 3000 },
  )
}

/** The filled texts that one text of the file has become. */
function textsFrom({ filled, actual }: Case, source: TextBounds): readonly string[] {
  const place = formatPath(source.path)
  return actual.texts
    .filter(({ path }) => formatPath(filled.sourcePath(path)) === place)
    .map((text) => text.source)
}

function isIn(value: number, { min, max }: Interval): boolean {
  return value >= min && value <= max
}

function agrees(possibility: Possibility, holds: boolean): boolean {
  return possibility === 'sometimes' || (possibility === 'always') === holds
}

describe('the bounds of a message, whatever its variables are', () => {
  it('hold every text that it becomes', () => {
    forAll((filling) => {
      for (const { shape, source, ...text } of filling.bounds.texts) {
        for (const actual of textsFrom(filling, { shape, source, ...text })) {
          const bytes = Buffer.byteLength(JSON.stringify(actual)) - 2
          const { values, alphabet } = shape
          const holds = {
            length: isIn(actual.length, shape.length),
            jsonBytes: isIn(bytes, shape.jsonBytes),
            blank: agrees(shape.blank, actual.trim() === ''),
            lineFeed: agrees(shape.lineFeed, actual.includes('\n')),
            leadingBlank: agrees(shape.leadingBlank, actual !== actual.trimStart()),
            trailingBlank: agrees(shape.trailingBlank, actual !== actual.trimEnd()),
            values: values?.includes(actual) ?? true,
            alphabet: [...actual].every(
              (character) => !alphabet || hasCharacter(alphabet, character.codePointAt(0) ?? 0),
            ),
          }
          expect(holds, `${JSON.stringify(actual)} of ${JSON.stringify(source)}`).toEqual(
            Object.fromEntries(Object.keys(holds).map((key) => [key, true])),
          )
        }
      }
    })
  })

  it('hold every number, and the bytes of callbackData', () => {
    forAll(({ bounds, filled, actual }) => {
      for (const { path, range } of bounds.numbers) {
        const numbers = actual.numbers.filter(
          (number) => formatPath(number.path) === formatPath(path),
        )
        expect(numbers).toHaveLength(1)
        for (const number of numbers) expect(isIn(number.range.min, range)).toBe(true)
      }
      const { callbackData } = filled.message
      expect(callbackData === undefined).toBe(bounds.callbackData === undefined)
      if (callbackData === undefined || bounds.callbackData === undefined) return
      const bytes = Buffer.byteLength(JSON.stringify(callbackData))
      expect(isIn(bytes, bounds.callbackData.bytes)).toBe(true)
      expect(actual.callbackData?.bytes).toEqual({ min: bytes, max: bytes })
    })
  })

  it('hold how many items every sequence gets, and all sequences of a field together', () => {
    forAll(({ bounds, filled, actual }) => {
      for (const sequence of bounds.sequences) {
        const place = formatPath(sequence.path)
        const got = actual.sequences.filter(
          ({ path }) => formatPath(filled.sourcePath(path)) === place,
        )
        for (const { items } of got) expect(isIn(items.length, countIn(sequence))).toBe(true)
      }
      for (const field of new Set(bounds.sequences.map((sequence) => sequence.field))) {
        const itemsOf = (message: MessageBounds) =>
          message.sequences
            .filter((sequence) => sequence.field === field)
            .flatMap(({ items }) => items)
        expect(isIn(itemsOf(actual).length, countTogether(itemsOf(bounds)))).toBe(true)
      }
    })
  })

  it('say of texts that they never are equal only where they never are', () => {
    forAll((filling) => {
      const { texts } = filling.bounds
      for (const [index, text] of texts.entries()) {
        const own = textsFrom(filling, text).map((actual) => actual.trim())
        if (repeatingLoop(text) === undefined)
          expect(new Set(own).size, text.source).toBe(own.length)
        for (const other of texts.slice(0, index)) {
          if (other.field !== text.field) continue
          const others = textsFrom(filling, other).map((actual) => actual.trim())
          if (!mayBeEqual(other, text, 'trimmed')) {
            expect(own.filter((actual) => others.includes(actual))).toEqual([])
          }
          if (!mayBeEqual(other, text, 'ignoring-case')) {
            const folded = others.map(foldCase)
            expect(own.filter((actual) => folded.includes(foldCase(actual)))).toEqual([])
          }
        }
      }
    })
  })
})

describe('what lint says of a message, whatever its variables are', () => {
  const id = ({ rule, limit }: NamedFinding): string => `${rule} ${limit?.id}`

  it('leaves out nothing that makes the API refuse a filled message', () => {
    forAll(({ bounds, filled, actual }) => {
      const said = lintBounds(bounds).findings
      for (const broken of lintBounds(actual).findings) {
        // What is only cosmetic is judged on fixed text.
        if (broken.severity !== 'error') continue
        const place = filled.sourcePath(broken.path)
        expect(
          said.some((finding) => isSaid(finding, broken, place)),
          `${id(broken)} at ${formatPath(place)}: ${broken.message}; said: ${said.map((f) => `${id(f)} ${formatPath(f.path)}`).join()}`,
        ).toBe(true)
      }
    })
  })

  it('is the same of a filled message, whether it is reasoned about as finished or as declared', () => {
    forAll(({ actual }) => {
      const declared = lintBounds({ ...actual, reasoning: declaredReasoning })
      expect(lintBounds(actual)).toEqual(declared)
    })
  })

  it('calls certain only what every filled message breaks', () => {
    forAll(({ bounds, filled, actual }) => {
      const found = lintBounds(actual).findings
      const always = bounds.texts.filter(({ guard, loops }) => guard.length + loops.length === 0)
      for (const finding of lintBounds(bounds).findings) {
        if (finding.isBreakable === true || finding.rule !== 'text-too-long') continue
        if (!always.some(({ path }) => formatPath(path) === formatPath(finding.path))) continue
        const broken = found.filter((other) => id(other) === id(finding))
        const places = broken.map(({ path }) => formatPath(filled.sourcePath(path)))
        expect(places).toContain(formatPath(finding.path))
      }
    })
  })

  /** Two texts that meet are reported at one of them, and so are items that are too many. */
  function isSaid(finding: NamedFinding, broken: NamedFinding, place: Path): boolean {
    if (finding.rule !== broken.rule) return false
    if (broken.rule === 'duplicate-text') return true
    const isLeftOpen = finding.severity === 'warning' && finding.limit === undefined
    if (!isLeftOpen && finding.limit?.id !== broken.limit?.id) return false
    const isCount = finding.limit?.kind === 'count'
    return isCount || isInside(place, finding.path) || isInside(finding.path, place)
  }
})

describe('measureMessage', () => {
  const yaml = (variables: string, text: string): string =>
    `variables:\n${variables}message:\n  text: ${JSON.stringify(text)}\n`

  it('adds up the fixed text and the variables of a text', () => {
    const { bounds } = compileAlone(
      yaml(
        '  a: string(5)\n  b: { type: integer, minimum: 1, maximum: 99 }\n',
        'x {{ a }}-{{ b }}',
      ),
    )
    const [text] = bounds?.texts ?? []
    expect(text?.field).toBe('message.text@text')
    expect(text?.shape.length).toEqual({ min: 5, max: 10 })
    expect(text?.parts.map(({ span }) => [span.start, span.end])).toEqual([
      [0, 2],
      [2, 9],
      [9, 10],
      [10, 17],
    ])
    expect(text?.parts[1]?.reference).toMatchObject({
      names: ['a'],
      declaredAt: ['variables', 'a'],
    })
  })

  it('knows which variables are used, in texts, loops, conditions and callbackData', () => {
    const { diagnostics } = compileYaml(`variables:
  a: string
  b: boolean
  c: { type: array, maxItems: 2, uniqueBy: id, items: { type: object, properties: { id: string(9) } } }
  d: string(9)
  e: string
message:
  text: "x {{ a }}"
  replyButtonMessage:
    buttons:
      - { $each: x in c, id: "x{{ x.id }}", text: "x{{ x.id }}" }
      - { $if: b, id: end, text: End }
      - { id: stop, text: Stop }
callbackData: ["{{ d }}"]
`)
    const unused = diagnostics.filter(({ rule }) => rule === 'unused-variable')
    expect(unused.map(({ path }) => path)).toEqual([['variables', 'e']])
  })

  it('leaves out a text in which something could not be read', () => {
    const { bounds, diagnostics } = compileAlone(yaml('  a: string\n', '{{ a }} {{ b }}'))
    expect(bounds?.texts).toEqual([])
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['undeclared-variable'])
  })

  it('counts the items of a loop in a loop by both', () => {
    const { bounds } = compileAlone(`variables:
  days:
    type: array
    minItems: 1
    maxItems: 3
    uniqueBy: day
    items:
      type: object
      properties:
        day: { type: string, pattern: '^[a-z]{3}$' }
        hours: { type: array, minItems: 2, maxItems: 3, uniqueItems: true, items: { type: string, pattern: '^[0-9]{2}$' } }
message:
  text: When?
  listMessage:
    button: { text: Choose }
    sections:
      - $each: d in days
        title: "{{ d.day }}"
        rows: [{ $each: h in d.hours, id: "{{ d.day }}{{ h }}", text: "{{ d.day }} {{ h }}" }]
`)
    const rows = bounds?.sequences.filter(({ field }) => field.endsWith('.rows')) ?? []
    expect(countTogether(rows.flatMap(({ items }) => items))).toEqual({ min: 2, max: 9 })
    expect(rows.map((sequence) => countIn(sequence))).toEqual([{ min: 2, max: 3 }])
  })
})
