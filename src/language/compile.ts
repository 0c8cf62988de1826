import type { MessageBounds } from '../model/bounds.ts'
import type { Declarations, DefaultBounds } from '../model/declaration.ts'
import type { NamedFinding } from '../model/diagnostic.ts'
import { isObject, type JsonObject, setOwn } from '../model/json.ts'
import { type MessageDefinition, type RetiredChoice, unnamedLocale } from '../model/message.ts'
import { isInside, type Source } from '../model/source.ts'
import { withTrackingRoom } from '../model/tracking-bounds.ts'
import { type FileIds, findOpenIds, readIds } from './ambiguous-ids.ts'
import { settleFindings } from './counterexample.ts'
import { coverageOf } from './coverage.ts'
import { readDeclarations } from './declarations.ts'
import { type DiagnoseContext, diagnose, type LintedDiagnostic } from './diagnose.ts'
import { type Document, parseDocument } from './document.ts'
import { findDates } from './find-dates.ts'
import { lintBounds } from './lint.ts'
import { lintForAuthor } from './lint-author.ts'
import { measureMessage } from './measure.ts'
import { bodyOf, envelopeOf } from './message-parts.ts'
import type { RangedFinding } from './ranged-finding.ts'
import { readRetired } from './retired.ts'
import { findReusedIds } from './reused-ids.ts'
import type { RuleSettings } from './severity.ts'
import { severityOf } from './severity.ts'
import { type ShapeFinding, validateMessage } from './validate.ts'

/** A message file by itself: what was read of it and what is wrong with it. */
export interface Compilation {
  readonly source: Source
  readonly document: Document
  /** The file's mapping; absent where it could not be read as one. */
  readonly root?: JsonObject
  readonly declarations: Declarations
  /** Names whose declaration is wrong. */
  readonly broken: ReadonlySet<string>
  readonly bounds?: MessageBounds
  /** Variables that the file uses, or seems to mean. */
  readonly used: ReadonlySet<string>
  /** The ids that are not offered any more. */
  readonly retired: readonly RetiredChoice[]
  /** What customers can tap, where a tap alone has to tell the message. */
  readonly ids?: FileIds
  /** In no order, and before suppressions. */
  readonly diagnostics: readonly LintedDiagnostic[]
  /** How many checks hold for every allowed value. */
  readonly proven: number
}

/** What the compiler must know of a project to compile one file. */
export interface CompileOptions {
  readonly settings: RuleSettings
  readonly defaults: DefaultBounds
  /** The numbers that the config lists as senders. @defaultValue none */
  readonly senders?: readonly string[]
  /** Whether every send carries a key in its `callbackData`. @defaultValue false */
  readonly tracking?: boolean
  /** The default locale's file, when this one is a variant of it. */
  readonly inherited?: Compilation
}

/**
 * Compiles one message file: text → document → checked shape → bounds → diagnostics. A step runs
 * only if the one before gave it something to work on, and is silent where an earlier step spoke.
 */
export function compile(source: Source, options: CompileOptions): Compilation {
  const document = parseDocument(source)
  const { settings, inherited } = options
  const context: DiagnoseContext = {
    document,
    settings,
    ...(inherited === undefined ? {} : { declaredIn: inherited.document }),
  }
  const unread = document.findings.flatMap((finding) => diagnoseRanged(finding, context))
  const root = document.value
  if (!isObject(root)) return { ...nothing, source, document, diagnostics: unread }
  const kind = inherited === undefined ? 'message' : 'variant'
  const shape = validateMessage(root, kind)
  const declared = inherited ?? declare(root, options, shape)
  const { misplaced = {} } = 'misplaced' in declared ? declared : {}
  const measured = measureMessage(root, declared.declarations, declared.broken)
  const bounds = options.tracking === true ? withTrackingRoom(measured.bounds) : measured.bounds
  const linted = lintBounds(bounds)
  // A text with characters that nobody sees is wrong in other ways too: said once.
  const garbled = document.findings.filter(({ rule }) => rule === 'control-character')
  const early = [
    ...shape,
    ...('findings' in declared ? declared.findings : []),
    ...measured.findings,
  ].filter(
    (finding) =>
      !garbled.some(({ path }) => isInside(finding.path, path) || isInside(path, finding.path)),
  )
  const advice = lintForAuthor(bounds, {
    senders: options.senders ?? [],
    variables: [...Object.keys(declared.declarations), ...declared.broken],
    isVariant: inherited !== undefined,
  })
  const isSaid = coverageOf(early)
  const judged = linted.findings.filter((finding) => !isSaid(finding))
  const retired = readRetired(root, { ...declared, bounds, defaults: options.defaults })
  const choices = retired.choices.map(({ choice }) => choice)
  // A variant has the ids of the default file, where they are judged.
  const reused = inherited === undefined ? findReusedIds(bounds, choices) : []
  early.push(...findDates(document, bounds))
  const isToldByTap = inherited === undefined && options.tracking !== true
  const ids = isToldByTap ? readIds(bounds, choices) : undefined
  const late = [...advice, ...retired.findings, ...reused, ...findOpenIds(ids)]
  // What stands beside such a character may be no name and no declaration, said or not.
  // A variant inherits what is wrong with a declaration, and does not say it again.
  const isDeclared = declared.broken.size === 0
  const isSound = isDeclared && early.length === 0 && garbled.length === 0
  const definition = isSound ? definitionOf(root, declared.declarations, options) : undefined
  const hasBreakable = judged.some(({ isBreakable }) => isBreakable === true)
  const settled =
    definition !== undefined && hasBreakable ? settleFindings(judged, definition, bounds) : judged
  const isSaidNow = coverageOf(early)
  const shown = [...settled, ...late.filter((finding) => !isSaidNow(finding))]
  return {
    source,
    document,
    root: root,
    declarations: declared.declarations,
    broken: declared.broken,
    bounds,
    // Nobody is told that what is not declared in its place is not used.
    used: new Set([...measured.used, ...Object.keys(misplaced)]),
    retired: choices,
    ...(ids === undefined ? {} : { ids }),
    diagnostics: [
      ...unread,
      ...[...early, ...shown].flatMap(
        (finding) => explainUnquoted(finding, context) ?? diagnose(finding, context),
      ),
    ],
    proven: linted.proven + judged.length - settled.length,
  }
}

const nothing: Pick<Compilation, 'declarations' | 'broken' | 'used' | 'retired' | 'proven'> = {
  declarations: {},
  broken: new Set(),
  used: new Set(),
  retired: [],
  proven: 0,
}

function declare(
  root: JsonObject,
  { defaults }: CompileOptions,
  shape: readonly ShapeFinding[],
): ReturnType<typeof readDeclarations> & { readonly misplaced?: JsonObject } {
  const variables = Object.hasOwn(root, 'variables') ? root['variables'] : undefined
  if (!isObject(variables)) {
    const misplaced = declaredElsewhere(root, shape)
    return { ...readDeclarations(misplaced, defaults), findings: [], misplaced }
  }
  const read = readDeclarations(variables, defaults)
  const isSaid = coverageOf(shape)
  return { ...read, findings: read.findings.filter((finding) => !isSaid(finding)) }
}

/** The declarations that do not stand where they belong: that is said, and of themselves nothing. */
function declaredElsewhere(root: JsonObject, shape: readonly ShapeFinding[]): JsonObject {
  const found = {}
  for (const path of shape.flatMap(({ declares = [] }) => declares)) {
    const [first = '', name] = path
    const value = root[first]
    if (value === undefined) continue
    if (name === undefined) setOwn(found, String(first), value)
    else if (isObject(value)) setOwn(found, String(name), value[name] ?? null)
  }
  return found
}

/** The message as far as this file says it; what it inherits is judged in its own file. */
function definitionOf(
  root: JsonObject,
  variables: Declarations,
  { tracking = false }: CompileOptions,
): MessageDefinition | undefined {
  const body = bodyOf(root)
  if (body === undefined) return undefined
  const bodies = { [unnamedLocale]: body }
  return { name: '', variables, bodies, ...envelopeOf(root), ...(tracking ? { tracking } : {}) }
}

function diagnoseRanged(
  finding: RangedFinding,
  { document, settings }: DiagnoseContext,
): readonly LintedDiagnostic[] {
  const { rule, severity, message, range, path, fixes } = finding
  const decided = severityOf(rule, { path, message, severity }, settings)
  if (decided === 'off') return []
  const file = document.source.path
  const isLocked = severity === 'error'
  return [
    { file, rule, severity: decided, message, range, path, ...(fixes ? { fixes } : {}), isLocked },
  ]
}

/** Where a text was due and YAML read something else, says what YAML did instead. */
function explainUnquoted(
  finding: NamedFinding | ShapeFinding,
  { document }: DiagnoseContext,
): readonly LintedDiagnostic[] | undefined {
  if (finding.rule !== 'wrong-type' || !('expected' in finding)) return undefined
  if (!finding.expected?.includes('string')) return undefined
  const unquoted = document.explainUnquoted(finding.path)
  if (unquoted === undefined) return undefined
  return [
    {
      file: document.source.path,
      rule: 'unquoted-text',
      severity: 'error',
      message: unquoted.message,
      range: unquoted.range,
      path: finding.path,
      ...(unquoted.fix === undefined ? {} : { fixes: [unquoted.fix] }),
      isLocked: true,
    },
  ]
}
