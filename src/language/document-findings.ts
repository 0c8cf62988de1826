import { compareText, type TextFix } from '../model/diagnostic.ts'
import type { JsonValue } from '../model/json.ts'
import type { LineIndex, Path, Range } from '../model/source.ts'
import { wholeFinding } from './document-whole.ts'
import type { RangedFinding } from './ranged-finding.ts'
import { type BuildResult, buildTree } from './yaml-build.ts'
import type { LocatedScalar } from './yaml-build-state.ts'
import { findSentCharacters } from './yaml-characters.ts'
import { findForeignBlanks } from './yaml-foreign-blanks.ts'
import { lexYaml, type YamlToken } from './yaml-lex.ts'
import { findByteOverflow, type YamlOverflow, yamlLimits } from './yaml-limits.ts'
import { parseYaml, type YamlError, type YamlTree } from './yaml-parse.ts'
import type { Place } from './yaml-place.ts'
import { quoteText } from './yaml-text-run.ts'
import type { Trap } from './yaml-trap.ts'
import { explainTrap, isSyntaxMistake } from './yaml-trap-wording.ts'
import { findTraps, type MaskedText } from './yaml-traps.ts'
import { explainSyntaxError } from './yaml-wording.ts'

/** What is known of a text once it was read. */
export interface JudgedText {
  readonly value: JsonValue | undefined
  readonly root: Place | undefined
  readonly findings: readonly RangedFinding[]
  readonly comments: readonly YamlToken[]
}

/** More findings than this help nobody. */
const maxFindings = 100

/** Reads a text and finds everything that is wrong with its YAML. */
export function judgeDocument(text: string, lines: LineIndex): JudgedText {
  const overflow = findByteOverflow(text, yamlLimits.bytes)
  if (overflow !== undefined) {
    return unreadable(tooLarge(overflow, `is longer than ${yamlLimits.bytes} bytes`))
  }
  const masked = findTraps(text)
  if (masked.overflow !== undefined) {
    return unreadable(overflowFinding(placeOverflow(masked.overflow, masked)))
  }
  const blanks = findForeignBlanks(text, lexYaml(text))
  if (blanks !== undefined) return unreadable(blanks)
  const tree = parseYaml(masked.text, masked.tokens)
  if (tree.type !== 'tree') return unreadable(overflowFinding(tree))
  const built =
    tree.root === null
      ? undefined
      : buildTree(tree.root, { source: text, masks: masked.masks, tags: tree.tags, lines })
  const size = built?.findings.find(({ rule }) => rule === 'yaml-too-large')
  if (size !== undefined) return unreadable(size)
  const findings = collectFindings({ text, lines, masked, tree, built })
  return {
    value: findings.isReadable ? built?.value : undefined,
    root: built?.place,
    findings: findings.list,
    comments: tree.comments,
  }
}

/** The places in a text whose YAML is known to be right: nothing is looked for. */
export function placeText(text: string, lines: LineIndex): Place | undefined {
  const tree = parseYaml(text)
  if (tree.type !== 'tree' || tree.root === null) return undefined
  return buildTree(tree.root, { source: text, masks: [], tags: tree.tags, lines }).place
}

function unreadable(finding: RangedFinding): JudgedText {
  return { value: undefined, root: undefined, findings: [finding], comments: [] }
}

function tooLarge(offset: number, what: string): RangedFinding {
  return {
    rule: 'yaml-too-large',
    severity: 'error',
    message: `the file ${what}, which is more than is read: split the message, or shorten it`,
    range: { start: offset, end: offset },
    path: [],
  }
}

/** Only the parser knows how deep block collections are: it may find the place a little earlier. */
function placeOverflow(overflow: YamlOverflow, { text, tokens }: MaskedText): YamlOverflow {
  if (overflow.type !== 'too-deep') return overflow
  const tree = parseYaml(text, tokens)
  return tree.type === 'tree' ? overflow : tree
}

function overflowFinding({ type, offset }: YamlOverflow): RangedFinding {
  return tooLarge(offset, describeOverflow(type))
}

function describeOverflow(type: YamlOverflow['type']): string {
  switch (type) {
    case 'too-deep':
      return `is nested deeper than ${yamlLimits.depth} levels`
    case 'too-many-nodes':
      return `has more than ${yamlLimits.nodes} values`
    case 'too-many-keys':
      return `has a mapping of more than ${yamlLimits.keys} keys`
    case 'too-many-pieces':
      return `has more than ${yamlLimits.pieces} marks, blanks and texts`
    case 'too-many-anchors':
      return `names more than ${yamlLimits.anchors} values with \`&\``
    case 'too-many-aliases':
      return `writes aliases out more than ${yamlLimits.aliasExpansions} times`
    default:
      return type satisfies never
  }
}

interface Judged {
  readonly text: string
  readonly lines: LineIndex
  readonly masked: MaskedText
  readonly tree: Extract<YamlTree, { readonly type: 'tree' }>
  readonly built: BuildResult | undefined
}

/**
 * One mistake gives one finding: what stands on the line of a trap is its consequence, and after
 * the first syntax error nothing is certain any more.
 */
function collectFindings(judged: Judged): {
  readonly list: readonly RangedFinding[]
  readonly isReadable: boolean
} {
  const { tree, built, masked } = judged
  const [escapes, errors] = splitErrors(tree.errors, judged)
  const scalars = built?.scalars ?? []
  const traps = masked.traps
    .filter(({ isNoText }) => isNoText !== true)
    .map((trap) => trapFinding(trap, scalars, judged.text))
  const found = [...oneEach(traps), ...escapeFindings(escapes, scalars, judged.text)]
  const hasMasks = masked.masks.length > 0
  const whole = wholeFinding({ text: judged.text, tree, place: built?.place, hasMasks })
  const syntax = [
    ...found.filter(isSyntax),
    ...certainErrors(errors, judged),
    ...(built?.findings ?? []).filter(isSyntax),
  ]
  const first = syntax.sort(compareFindings)[0]
  const certain = first?.range.start ?? Number.POSITIVE_INFINITY
  const sent = built === undefined ? [] : findSentCharacters(built.place, judged.text)
  const rest = [...(built?.findings ?? []), ...sent].filter(
    (finding) => !isSyntax(finding) && finding.range.end <= certain,
  )
  const list = [...found.filter((finding) => !isSyntax(finding)), ...rest]
  if (first !== undefined) list.push(first)
  if (whole !== undefined && (first === undefined || tree.directive !== undefined)) list.push(whole)
  const isReadable =
    built?.place.type === 'mapping' &&
    errors.length === 0 &&
    list.every(({ rule }) => rule !== 'yaml-syntax' && rule !== 'yaml-feature')
  return { list: list.sort(compareFindings).slice(0, maxFindings), isReadable }
}

/** The first error of syntax that is not the consequence of a trap on its line. */
function certainErrors(errors: readonly YamlError[], judged: Judged): RangedFinding[] {
  const { tree, masked, lines } = judged
  if (tree.directive !== undefined) return []
  const trapLines = new Set(masked.traps.flatMap((trap) => linesOf(trap, lines)))
  const sorted = errors.toSorted((left, right) => left.start - right.start)
  const first = sorted.find((error) => !linesOf(error, lines).some((line) => trapLines.has(line)))
  return first === undefined ? [] : [syntaxFinding(first, judged)]
}

function isSyntax({ rule }: RangedFinding): boolean {
  return rule === 'yaml-syntax'
}

function compareFindings(left: RangedFinding, right: RangedFinding): number {
  return left.range.start - right.range.start || compareText(left.rule, right.rule)
}

function linesOf({ start, end }: Range, lines: LineIndex): number[] {
  const first = lines.positionAt(start).line
  const last = lines.positionAt(end).line
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

interface PlacedTrap {
  readonly finding: RangedFinding
  readonly scalar: LocatedScalar | undefined
}

function trapFinding(trap: Trap, scalars: readonly LocatedScalar[], text: string): PlacedTrap {
  const scalar = scalars.find(({ place }) =>
    contains(place.range, trap.isDoubtful ? trap.textStart : trap.start),
  )
  const isWhole = scalar?.place.style === 'plain' && !trap.isDoubtful
  const range = isWhole ? scalar.place.range : { start: trap.textStart, end: trap.end }
  const isMistake = isSyntaxMistake(trap)
  const mend = trap.mend ?? (isMistake ? undefined : putInQuotes(range, text))
  const safe = !(trap.isDoubtful || trap.isGuess)
  const finding: RangedFinding = {
    rule: isMistake ? 'yaml-syntax' : 'unquoted-text',
    severity: 'error',
    message: explainTrap(trap, text),
    range: { start: trap.start, end: trap.end },
    path: scalar?.path ?? [],
    ...(mend && { fixes: [{ ...mend, safe }] }),
  }
  return { finding, scalar }
}

function putInQuotes(range: Range, text: string): Pick<TextFix, 'title' | 'edits'> {
  const quoted = quoteText(text.slice(range.start, range.end))
  return { title: 'put it in quotes', edits: [{ ...range, text: quoted }] }
}

function contains({ start, end }: Range, offset: number): boolean {
  return start <= offset && offset < end
}

/** A text with two traps in it is one mistake. */
function oneEach(traps: readonly PlacedTrap[]): RangedFinding[] {
  const seen = new Set<LocatedScalar>()
  const findings: RangedFinding[] = []
  for (const { finding, scalar } of traps) {
    if (scalar !== undefined && seen.has(scalar)) continue
    if (scalar !== undefined) seen.add(scalar)
    findings.push(finding)
  }
  return findings
}

/** Escapes of braces in double quotes are traps; everything else is an error of syntax. */
function splitErrors(
  errors: readonly YamlError[],
  { text }: Judged,
): readonly [escapes: readonly YamlError[], others: readonly YamlError[]] {
  const isEscape = ({ code, start }: YamlError): boolean =>
    code === 'BAD_DQ_ESCAPE' && text.startsWith('\\{', start)
  return [errors.filter(isEscape), errors.filter((error) => !isEscape(error))]
}

function escapeFindings(
  escapes: readonly YamlError[],
  scalars: readonly LocatedScalar[],
  text: string,
): RangedFinding[] {
  const groups = new Map<LocatedScalar | undefined, YamlError[]>()
  for (const error of escapes) {
    const scalar = scalars.find(({ place }) => contains(place.range, error.start))
    const group = groups.get(scalar)
    if (group === undefined) groups.set(scalar, [error])
    else group.push(error)
  }
  return [...groups].map(([scalar, group]) => escapeFinding(group, scalar?.path ?? [], text))
}

function escapeFinding(group: readonly YamlError[], path: Path, text: string): RangedFinding {
  const start = group[0]?.start ?? 0
  const braces = text.startsWith('\\{{', start) ? '{{' : '{'
  return {
    rule: 'unquoted-text',
    severity: 'error',
    message: `in double quotes YAML wants two backslashes for one: write \`\\\\${braces}\``,
    range: { start, end: start + 1 + braces.length },
    path,
    fixes: [
      {
        title: 'double the backslash',
        safe: true,
        edits: group.map((error) => ({ start: error.start, end: error.start, text: '\\' })),
      },
    ],
  }
}

function syntaxFinding(error: YamlError, { text, built }: Judged): RangedFinding {
  const isUnclosed = error.code === 'MISSING_CHAR' && error.message.includes('closing')
  const scalar = built?.scalars.find(({ place: { range } }) =>
    isUnclosed ? range.end === error.start : contains(range, error.start),
  )
  const { message, range, fix } = explainSyntaxError(error, text, scalar?.place.range)
  const start = scalar?.place.range.start
  return {
    rule: 'yaml-syntax',
    severity: 'error',
    message,
    range: isUnclosed && start !== undefined ? { start, end: start + 1 } : range,
    path: scalar?.path ?? [],
    ...(fix && { fixes: [fix] }),
  }
}
