import type { Diagnostic, TextFix } from '../model/diagnostic.ts'
import { lazily } from '../model/lazily.ts'
import { nearMiss } from '../model/near-miss.ts'
import type { Range } from '../model/source.ts'
import type { Document, DocumentComment, RangedFinding } from './document.ts'

/** A rule that a comment names. */
export interface SuppressedRule {
  readonly name: string
  readonly range: Range
}

/** A comment that silences rules on one line, or in the whole file. */
export interface Suppression {
  readonly rules: readonly SuppressedRule[]
  /** 1-based; absent where the whole file is meant. */
  readonly line?: number
  readonly reason: string
  readonly comment: DocumentComment
}

/** What the suppressions of a file are. */
export interface ReadSuppressions {
  readonly suppressions: readonly Suppression[]
  /** Suppressions that are wrong, and suppress nothing. */
  readonly findings: readonly RangedFinding[]
}

/** Reads the suppressions in the comments of a document. */
export function readSuppressions(
  document: Document,
  ruleNames: ReadonlySet<string>,
): ReadSuppressions {
  const suppressions: Suppression[] = []
  const findings: RangedFinding[] = []
  const context: ReadContext = {
    document,
    ruleNames,
    contentStart: lazily(() => findContent(document)),
    commentLines: lazily(
      () => new Set(document.comments.flatMap(({ ownLine, line }) => (ownLine ? [line] : []))),
    ),
  }
  for (const comment of document.comments) {
    const written = readComment(comment)
    if (written === undefined) continue
    const problems = [...findProblems(written, context)]
    findings.push(...problems)
    if (problems.length > 0) continue
    const line = lineOf(written, context)
    const { rules, reason } = written
    suppressions.push({ rules, reason, comment, ...(line !== undefined && { line }) })
  }
  return { suppressions, findings }
}

interface ReadContext {
  readonly document: Document
  readonly ruleNames: ReadonlySet<string>
  /** Where the first line begins that is no comment. */
  readonly contentStart: () => number
  /** The lines with nothing but a comment. */
  readonly commentLines: () => ReadonlySet<number>
}

/** The offset after the lines at the top that are empty, comments or marks of a document. */
function findContent({ source, lines }: Document): number {
  for (let line = 1; line <= lines.lineCount; line++) {
    const start = lines.lineStart(line)
    const end = line === lines.lineCount ? source.text.length : lines.lineStart(line + 1)
    if (!/^\s*(?:[#%].*|---\s*(?:#.*)?)?$/s.test(source.text.slice(start, end))) return start
  }
  return source.text.length
}

const directives = [
  'connectly-disable',
  'connectly-disable-line',
  'connectly-disable-next-line',
] as const

interface WrittenSuppression {
  readonly comment: DocumentComment
  readonly directive: string
  readonly directiveRange: Range
  readonly rules: readonly SuppressedRule[]
  readonly reason: string
}

/** Takes a comment apart: `# directive rule, rule -- reason`. */
function readComment(comment: DocumentComment): WrittenSuppression | undefined {
  const match = /^(#+\s*)(connectly-[\w-]*)(.*)$/s.exec(comment.text)
  const [, lead = '', directive = '', rest = ''] = match ?? []
  if (match === null || !isDirectiveLike(directive)) return undefined
  const start = comment.range.start + lead.length
  const directiveRange = { start, end: start + directive.length }
  const dashes = /(?:^|\s)--(?:\s|$)/.exec(rest)
  const names = dashes === null ? rest : rest.slice(0, dashes.index)
  const reason = dashes === null ? '' : rest.slice(dashes.index + dashes[0].length).trim()
  const rules = [...names.matchAll(/[^\s,]+/g)].map(({ 0: name, index }) => {
    const from = directiveRange.end + index
    return { name, range: { start: from, end: from + name.length } }
  })
  return { comment, directive, directiveRange, rules, reason }
}

function isDirectiveLike(word: string): boolean {
  return word.startsWith('connectly-disable') || nearMiss(word, directives) !== undefined
}

function* findProblems(
  written: WrittenSuppression,
  { ruleNames, contentStart }: ReadContext,
): Generator<RangedFinding> {
  const { comment, directive, directiveRange, rules, reason } = written
  if (!directives.some((known) => known === directive)) {
    const meant = nearMiss(directive, directives) ?? 'connectly-disable-next-line'
    yield invalid(`\`${directive}\` does nothing: did you mean \`${meant}\`?`, directiveRange)
    return
  }
  if (directive === 'connectly-disable' && comment.range.start >= contentStart()) {
    const message =
      '`connectly-disable` is for a whole file and stands above its first key: move it there, or use `connectly-disable-next-line`'
    yield invalid(message, directiveRange)
    return
  }
  if (rules.length === 0) {
    yield invalid(
      `\`${directive}\` names no rule: write its id, then \`-- reason\``,
      directiveRange,
    )
    return
  }
  for (const { name, range } of rules) {
    if (!ruleNames.has(name)) yield invalid(describeUnknown(name, ruleNames), range)
  }
  if (reason === '') {
    const message = 'a suppression needs a reason: write ` -- ` and the reason after the rules'
    yield invalid(message, comment.range)
  }
}

function describeUnknown(name: string, ruleNames: ReadonlySet<string>): string {
  const meant = nearMiss(name, [...ruleNames])
  const way =
    meant === undefined ? '`connectly explain` lists all rules' : `did you mean \`${meant}\`?`
  return `there is no rule \`${name}\`: ${way}`
}

function invalid(message: string, range: Range): RangedFinding {
  return { rule: 'invalid-suppression', severity: 'error', message, range, path: [] }
}

function lineOf(
  { directive, comment }: WrittenSuppression,
  context: ReadContext,
): number | undefined {
  if (directive === 'connectly-disable') return undefined
  return directive === 'connectly-disable-line' ? comment.line : nextLine(comment.line, context)
}

/** The next line with something on it: suppressions of one line can stand above each other. */
function nextLine(line: number, { document, commentLines }: ReadContext): number {
  const { lines, source } = document
  let next = line + 1
  while (next < lines.lineCount) {
    const text = source.text.slice(lines.lineStart(next), lines.lineStart(next + 1))
    if (text.trim() !== '' && !commentLines().has(next)) break
    next++
  }
  return next
}

/** What suppressions are applied to, and what none of them can silence. */
export interface ApplyContext<D extends Diagnostic> {
  readonly document: Document
  readonly isLocked: (diagnostic: D) => boolean
}

/** What is left, and what the suppressions themselves got wrong. */
export interface AppliedSuppressions<D extends Diagnostic> {
  readonly diagnostics: readonly D[]
  readonly findings: readonly RangedFinding[]
}

/**
 * Takes out what is suppressed. A suppression that suppresses nothing is a finding, also where all
 * that it names are diagnostics that cannot be suppressed.
 */
export function applySuppressions<D extends Diagnostic>(
  diagnostics: readonly D[],
  suppressions: readonly Suppression[],
  { document, isLocked }: ApplyContext<D>,
): AppliedSuppressions<D> {
  const used = new Set<SuppressedRule>()
  const locked = new Set<SuppressedRule>()
  // The narrower one is asked first, so that one for the whole file counts for the rest only.
  const ordered = suppressions.toSorted(
    (left, right) => Number(isWide(left)) - Number(isWide(right)),
  )
  const left = diagnostics.filter((diagnostic) => {
    const lines = linesOf(diagnostic, document)
    const rules = ordered.flatMap((suppression) => matches(suppression, diagnostic, lines))
    if (isLocked(diagnostic)) {
      for (const rule of rules) locked.add(rule)
      return true
    }
    const [first] = rules
    if (first !== undefined) used.add(first)
    return first === undefined
  })
  const findings = suppressions.flatMap((suppression) =>
    judge(suppression, document, { used, locked }),
  )
  return { diagnostics: left, findings }
}

function isWide({ line }: Suppression): boolean {
  return line === undefined
}

/** The line of a diagnostic, and that on which its text begins: no comment can stand inside one. */
function linesOf({ range, path }: Diagnostic, { lines, rangeAt }: Document): readonly number[] {
  const value = rangeAt(path)
  const isInside = value.start <= range.start && range.end <= value.end
  const starts = isInside ? [range.start, value.start] : [range.start]
  return starts.map((start) => lines.positionAt(start).line)
}

function matches(
  { rules, line }: Suppression,
  { rule }: Diagnostic,
  lines: readonly number[],
): readonly SuppressedRule[] {
  if (line !== undefined && !lines.includes(line)) return []
  return rules.filter(({ name }) => name === rule).slice(0, 1)
}

interface Marks {
  readonly used: ReadonlySet<SuppressedRule>
  readonly locked: ReadonlySet<SuppressedRule>
}

function judge(suppression: Suppression, document: Document, marks: Marks): RangedFinding[] {
  const findings: RangedFinding[] = []
  const isUnused = (rule: SuppressedRule): boolean =>
    !marks.used.has(rule) && !marks.locked.has(rule)
  const isWhole = suppression.rules.every(isUnused)
  for (const rule of suppression.rules) {
    const { name, range } = rule
    if (marks.used.has(rule)) continue
    if (marks.locked.has(rule)) {
      const message = `\`${name}\` cannot be suppressed here: the API refuses the message, whatever a comment says`
      findings.push(invalid(message, range))
    } else if (document.value !== undefined) {
      // In a file that cannot be read no rule ran.
      findings.push({
        rule: 'unused-suppression',
        severity: 'warning',
        message: `\`${name}\` reports nothing ${isWide(suppression) ? 'in this file' : 'on this line'}: remove it from the suppression`,
        range,
        path: [],
        ...(isWhole && { fixes: [removal(suppression.comment, document)] }),
      })
    }
  }
  return findings
}

/** Removes a comment: with its line where it stands alone, else with the blanks before it. */
function removal({ range, line, ownLine }: DocumentComment, document: Document): TextFix {
  const { lines, source } = document
  const lineStart = lines.lineStart(line)
  const before = source.text.slice(lineStart, range.start)
  const edit = ownLine
    ? { start: lineStart, end: Math.max(range.end, lines.lineStart(line + 1)) }
    : { start: lineStart + before.trimEnd().length, end: range.end }
  return { title: 'remove the suppression', safe: true, edits: [{ ...edit, text: '' }] }
}
