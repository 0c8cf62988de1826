import { readDeclarations } from '../../src/language/declarations.ts'
import { lintBounds } from '../../src/language/lint.ts'
import { measureMessage } from '../../src/language/measure.ts'
import { compileProject } from '../../src/language/project.ts'
import type { RuleSettings } from '../../src/language/severity.ts'
import type { MessageBounds } from '../../src/model/bounds.ts'
import { defaultBounds } from '../../src/model/declaration.ts'
import type { JsonObject, JsonValue } from '../../src/model/json.ts'
import type { Interval, Possibility, TextShape } from '../../src/model/shape.ts'
import { callerFit, fitDeclaration } from '../../src/model/value-fit.ts'

/** One question to the checker of which the answer was worked out by hand. */
export interface DirectedCase {
  /** The transfer rule that it is about. */
  readonly name: string
  readonly expected: string
  ask(): string
}

/** What is said of the bounds of a file, or by which rule the file is refused before. */
function describe(
  variables: JsonObject,
  rest: JsonObject,
  say: (bounds: MessageBounds) => string,
): string {
  const read = readDeclarations(variables, defaultBounds)
  const measured = measureMessage(rest, read.declarations, read.broken)
  const [problem] = [...read.findings, ...measured.findings]
  return problem === undefined ? say(measured.bounds) : `refused: ${problem.rule}`
}

/** What a text with one variable `v` can become: `1–5 units, 1–15 bytes, blank sometimes`. */
export function textCase(
  name: string,
  declaration: JsonValue,
  expected: string,
  text = '{{ v }}',
): DirectedCase {
  const ask = (): string =>
    describe({ v: declaration }, { message: { text } }, ({ texts }) =>
      texts.map(({ shape }) => describeShape(shape)).join('; '),
    )
  return { name, expected, ask }
}

/** How many bytes callback data with the variable `v` can take. */
export function dataCase(
  name: string,
  declaration: JsonValue,
  expected: string,
  data: JsonValue = '{{ v }}',
): DirectedCase {
  const ask = (): string =>
    describe(
      { v: declaration },
      { callbackData: data },
      ({ callbackData }) => `${showInterval(callbackData?.bytes)} bytes`,
    )
  return { name, expected, ask }
}

/** Which limits buttons break, each named once: `reply-button-id-unique`, or `nothing`. */
export function buttonsCase(
  name: string,
  variables: JsonObject,
  buttons: readonly JsonObject[],
  expected: string,
): DirectedCase {
  const replyButtonMessage = { buttons }
  return fileCase(name, variables, { text: 'Hi', replyButtonMessage }, expected)
}

/** Which limits the sections of a list break. */
export function sectionsCase(
  name: string,
  variables: JsonObject,
  sections: readonly JsonObject[],
  expected: string,
): DirectedCase {
  const listMessage = { button: { text: 'Go' }, sections }
  return fileCase(name, variables, { text: 'Hi', listMessage }, expected)
}

/** Which limits a message breaks. */
export function fileCase(
  name: string,
  variables: JsonObject,
  message: JsonObject,
  expected: string,
  around: JsonObject = {},
): DirectedCase {
  const ask = (): string =>
    describe(variables, { message, ...around }, (bounds) => {
      const broken = lintBounds(bounds).findings.map(({ limit, rule }) => limit?.id ?? rule)
      return broken.length === 0 ? 'nothing' : [...new Set(broken)].toSorted().join(', ')
    })
  return { name, expected, ask }
}

/** Which rules a file breaks, as it is written. */
export function writtenCase(name: string, text: string, expected: string): DirectedCase {
  const ask = (): string => {
    const source = { path: 'messages/case.yaml', text }
    const path = { name: 'case' }
    const settingsFor = (): RuleSettings => ({ preset: 'recommended', rules: {} })
    const { diagnostics } = compileProject([{ source, path }], { settingsFor })
    return diagnostics.map(({ rule }) => rule).join(', ') || 'nothing'
  }
  return { name, expected, ask }
}

/** Whether what callers pass for a variable is still accepted when its declaration has changed. */
export function fitCase(
  name: string,
  before: JsonValue,
  after: JsonValue,
  expected: string,
): DirectedCase {
  const ask = (): string => {
    const variables = { before, after }
    const { declarations, findings } = readDeclarations(variables, defaultBounds)
    const { before: old, after: now } = declarations
    if (old === undefined || now === undefined) return `refused: ${findings[0]?.rule}`
    return fitDeclaration(old, now, callerFit).fits
  }
  return { name, expected, ask }
}

/** The cases that are not answered as they should be, with the answer given. */
export function wrongAnswers(cases: readonly DirectedCase[]): readonly string[] {
  return cases.flatMap(({ name, expected, ask }) => {
    const answer = answerOf(ask)
    return answer === expected ? [] : [`${name}: ${answer}`]
  })
}

/** A weakened checker may break down altogether, which is an answer too. */
function answerOf(ask: () => string): string {
  try {
    return ask()
  } catch (error) {
    return String(error)
  }
}

function describeShape(shape: TextShape): string {
  const facts: readonly (readonly [string, Possibility])[] = [
    ['blank', shape.blank],
    ['line feed', shape.lineFeed],
    ['blank in front', shape.leadingBlank],
    ['blank at end', shape.trailingBlank],
  ]
  const said = facts.flatMap(([name, holds]) => (holds === 'never' ? [] : [`${name} ${holds}`]))
  const sizes = [`${showInterval(shape.length)} units`, `${showInterval(shape.jsonBytes)} bytes`]
  return [...sizes, ...said].join(', ')
}

function showInterval(interval: Interval | undefined): string {
  if (interval === undefined) return 'no'
  return interval.min === interval.max ? `${interval.min}` : `${interval.min}–${interval.max}`
}
