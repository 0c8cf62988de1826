import { type DefaultBounds, defaultBounds } from '../model/declaration.ts'
import { compareDiagnostics, compareText, type Diagnostic } from '../model/diagnostic.ts'
import type { CompiledMessage } from '../model/message.ts'
import type { Source } from '../model/source.ts'
import { settleOpenIds } from './ambiguous-ids.ts'
import { type Compilation, compile } from './compile.ts'
import { diagnose, type LintedDiagnostic } from './diagnose.ts'
import { judgeExamples } from './examples.ts'
import { checkGroup } from './group-checks.ts'
import { type FileGroup, groupByMessage, type ProjectFile } from './group-files.ts'
import type { GroupFindings, GroupMemory } from './group-memory.ts'
import { joinGroup } from './join-group.ts'
import type { GroupFinding, LocaleVariant, MessageGroup, ProjectLocales } from './message-group.ts'
import { findNameCollisions } from './message-name.ts'
import { limitRules } from './rules/limit-rules.ts'
import type { RuleSettings } from './severity.ts'
import { silence } from './silence.ts'
import { findUnlistedTags, markUnlistedTags } from './unlisted-tags.ts'

/** What the compiler reads of a config. */
export interface ProjectOptions {
  readonly settingsFor: (file: string) => RuleSettings
  readonly defaults?: DefaultBounds
  readonly locales?: ProjectLocales
  /** The numbers that messages may name as their sender. @defaultValue none */
  readonly senders?: readonly string[]
  /** Whether every send carries a key in its `callbackData`. @defaultValue false */
  readonly tracking?: boolean
  /** How many findings of one file are kept. @defaultValue 100 */
  readonly maxDiagnostics?: number
  /** Whether messages are left out: those of thousands of files take room. @defaultValue false */
  readonly isWithoutMessages?: boolean
  /** What was found in messages before; read only where messages are left out. */
  readonly memory?: GroupMemory
}

/** All message files of a project, compiled together. */
export interface ProjectCompilation {
  /** The messages without errors, by name. */
  readonly messages: readonly CompiledMessage[]
  /** Those whose only errors are about what their texts and lists can become. */
  readonly unproven: readonly CompiledMessage[]
  /** Ordered by file, offset and rule. */
  readonly diagnostics: readonly Diagnostic[]
  readonly files: number
  /** How many checks hold for every allowed value. */
  readonly proven: number
  /** The text of every file, for reporters that show it. */
  readonly sources: ReadonlyMap<string, Source>
}

/** Compiles the files of a project: each by itself, then all files of a message together. */
export function compileProject(
  files: readonly ProjectFile[],
  options: ProjectOptions,
): ProjectCompilation {
  const misnamed = [...files.flatMap(diagnoseName), ...diagnoseCollisions(files, options)]
  // What is no YAML file was named by mistake: nothing in it is looked at.
  const messages = files.filter(({ source }) => /\.ya?ml$/.test(source.path))
  const asked = new Set(
    files.filter((file) => file.isContext !== true).map(({ source }) => source.path),
  )
  const groups = groupByMessage(messages)
  const marked = options.locales === undefined ? markUnlistedTags(groups, asked) : groups
  const results = settleOpenIds(
    marked.map(
      (group): GroupResult =>
        options.isWithoutMessages === true
          ? findInGroup(group, options)
          : compileGroup(group, options),
    ),
  )
  const all = [...misnamed, ...results.flatMap((result) => result.diagnostics)]
  const diagnostics = all.filter(({ file }) => asked.has(file))
  const errors = all.filter(({ severity }) => severity === 'error')
  const broken = filesOf(errors)
  const unread = filesOf(errors.filter(({ rule }) => !limitRules.has(rule)))
  const joined = results
    .flatMap((result) => ('message' in result ? [result.message] : []))
    .toSorted((left, right) => compareText(left.name, right.name))
  return {
    messages: joined.filter((message) => !isAmong(message, broken)),
    unproven: joined.filter((message) => isAmong(message, broken) && !isAmong(message, unread)),
    diagnostics: diagnostics.toSorted(compareDiagnostics),
    files: asked.size,
    proven: results.reduce((sum, result) => sum + result.proven, 0),
    sources: new Map(files.map(({ source }) => [source.path, source])),
  }
}

function filesOf(diagnostics: readonly Diagnostic[]): ReadonlySet<string> {
  return new Set(diagnostics.map(({ file }) => file))
}

function isAmong({ files }: CompiledMessage, paths: ReadonlySet<string>): boolean {
  return Object.values(files).some((file) => paths.has(file))
}

/** What is found in a group, remembered where somebody does. */
function findInGroup(group: FileGroup, options: ProjectOptions): GroupFindings {
  const { memory } = options
  const inputs = memory === undefined ? '' : describeInputs(group, options)
  const known = memory?.recall(inputs)
  if (known !== undefined) return known
  const { message: _message, ...findings } = compileGroup(group, options)
  memory?.keep(inputs, findings)
  return findings
}

/**
 * All that the findings of a group depend on: its files by path and text, and the options. The one
 * function among these is asked for what it says of the files.
 */
function describeInputs(
  group: FileGroup,
  { memory, settingsFor, ...rest }: ProjectOptions,
): string {
  const sources = [group.base, ...group.variants.map(({ source }) => source)]
  const settings = sources.map((source) => source && settingsFor(source.path))
  return JSON.stringify([group, settings, rest])
}

interface GroupResult extends GroupFindings {
  readonly message?: CompiledMessage
}

function compileGroup(files: FileGroup, options: ProjectOptions): GroupResult {
  const group = compileFiles(files, options)
  const compilations = [
    ...(group.base === undefined ? [] : [group.base]),
    ...group.variants.map(({ compilation }) => compilation),
  ]
  const found = new Map(
    compilations.map((compilation) => [compilation, [...compilation.diagnostics]]),
  )
  const add = ({ compilation, finding }: GroupFinding): void => {
    found.get(compilation)?.push(...diagnoseIn(compilation, finding, options))
  }
  for (const finding of checkGroup(group, files.isUnnamed ? undefined : options.locales)) {
    add(finding)
  }
  for (const finding of findUnlistedTags(group, files)) add(finding)
  const { locales, tracking = false } = options
  const message = joinGroup(group, { locales, tracking })
  if (message !== undefined && group.base !== undefined && isClean(found)) {
    for (const finding of judgeExamples(message)) add({ compilation: group.base, finding })
  }
  return {
    diagnostics: [...found].flatMap(([compilation, list]) =>
      silence(compilation.document, list, {
        settings: options.settingsFor(compilation.source.path),
        ...(options.maxDiagnostics === undefined ? {} : { maxDiagnostics: options.maxDiagnostics }),
      }),
    ),
    proven: compilations.reduce((sum, compilation) => sum + compilation.proven, 0),
    ...(group.base?.ids === undefined ? {} : { ids: { message: group.name, ...group.base.ids } }),
    ...(message === undefined ? {} : { message }),
  }
}

function compileFiles({ name, base, variants }: FileGroup, options: ProjectOptions): MessageGroup {
  const compileOne = (source: Source, inherited?: Compilation): Compilation =>
    compile(source, {
      settings: options.settingsFor(source.path),
      defaults: options.defaults ?? defaultBounds,
      senders: options.senders ?? [],
      tracking: options.tracking ?? false,
      ...(inherited === undefined ? {} : { inherited }),
    })
  const main = base === undefined ? undefined : compileOne(base)
  const compiled = variants.map(
    ({ source, ...variant }): LocaleVariant => ({
      ...variant,
      compilation: compileOne(source, main),
    }),
  )
  return { name, ...(main === undefined ? {} : { base: main }), variants: compiled }
}

function isClean(found: ReadonlyMap<Compilation, readonly LintedDiagnostic[]>): boolean {
  return [...found.values()].every((list) => list.every(({ severity }) => severity !== 'error'))
}

function diagnoseIn(
  compilation: Compilation,
  finding: GroupFinding['finding'],
  { settingsFor }: ProjectOptions,
): readonly LintedDiagnostic[] {
  const { document, source } = compilation
  return diagnose(finding, { document, settings: settingsFor(source.path) })
}

const atStart = { start: 0, end: 0 }

function diagnoseName({ source, path }: ProjectFile): readonly Diagnostic[] {
  if (!('problem' in path)) return []
  const message = path.problem
  return [
    {
      file: source.path,
      rule: 'invalid-name',
      severity: 'error',
      message,
      range: atStart,
      path: [],
    },
  ]
}

function diagnoseCollisions(
  files: readonly ProjectFile[],
  { locales }: ProjectOptions,
): readonly Diagnostic[] {
  const named = files.flatMap(({ source, path }) =>
    'problem' in path ? [] : [{ path: source.path, ...path }],
  )
  return findNameCollisions(named, locales?.default).map(({ files: same, message }) => ({
    file: same.at(-1)?.path ?? '',
    rule: 'name-collision',
    severity: 'error',
    message,
    range: atStart,
    path: [],
  }))
}
