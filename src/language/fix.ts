import { compareText, type Diagnostic, type TextEdit } from '../model/diagnostic.ts'
import { applyEdits, doTouch } from '../model/edit.ts'
import { messageKey, type ProjectFile } from './group-files.ts'
import { type FixCandidate, type FixJudge, judgeFixes } from './judge-fixes.ts'
import { compileProject, type ProjectCompilation, type ProjectOptions } from './project.ts'

/** Which fixes are applied. */
export interface FixOptions {
  /** Also those that change what a customer reads, an id, or what callers may pass. */
  readonly unsafe: boolean
}

/** A project after its fixes. */
export interface FixedProject {
  /** Path → text of the files that became others. */
  readonly changed: ReadonlyMap<string, string>
  readonly compilation: ProjectCompilation
}

/** Fixes wait for each other where they meet; nothing sensible waits longer than this. */
const maxRounds = 10

/**
 * Applies the fixes of all diagnostics and compiles again, until nothing changes. A fix that does
 * not mend its finding, or that breaks something else, is left out. Writes nothing.
 */
export function fixProject(
  files: readonly ProjectFile[],
  options: ProjectOptions,
  { unsafe }: FixOptions,
): FixedProject {
  const changed = new Map<string, string>()
  // Only the files of one message can mend or break each other.
  const messages = Map.groupBy(files, messageKey)
  for (const members of messages.values()) {
    for (const { source } of fixMessage(members, options, unsafe)) {
      const before = members.find((member) => member.source.path === source.path)
      if (before?.source.text !== source.text) changed.set(source.path, source.text)
    }
  }
  const fixed = files.map((file) => withText(file, changed.get(file.source.path)))
  return { changed, compilation: compileProject(fixed, options) }
}

function fixMessage(
  files: readonly ProjectFile[],
  options: ProjectOptions,
  unsafe: boolean,
): readonly ProjectFile[] {
  // What a fix breaks in a file beside it counts too.
  const compile = (members: readonly ProjectFile[]): readonly Diagnostic[] =>
    compileProject(
      members.map((member) => ({ ...member, isContext: false })),
      { ...options, maxDiagnostics: Number.POSITIVE_INFINITY },
    ).diagnostics
  const context = new Set(
    files.filter(({ isContext }) => isContext === true).map(({ source }) => source.path),
  )
  const refused = new Set<string>()
  let current = files
  let diagnostics = compile(files)
  for (let round = 0; round < maxRounds; ) {
    const candidates = candidatesOf(diagnostics, unsafe, refused).filter(
      (candidate) => !editsOf(candidate).some(({ file }) => context.has(file)),
    )
    if (candidates.length === 0) return current
    // The safe ones by themselves: what they bring out is no fault of another.
    const safe = candidates.filter(({ fix }) => fix.safe)
    const batch = selectApart(safe.length > 0 ? safe : candidates)
    const before = current
    const judge = judgeFixes(diagnostics, (fixes) => compile(applyFixes(before, fixes)))
    const good = selectGood(batch, judge)
    for (const candidate of batch) if (!good.includes(candidate)) refused.add(keyOf(candidate))
    if (good.length === 0) continue
    current = applyFixes(current, good)
    diagnostics = compile(current)
    round++
  }
  return current
}

/** The fix of each diagnostic that may be applied, without those that were of no use. */
function candidatesOf(
  diagnostics: readonly Diagnostic[],
  unsafe: boolean,
  refused: ReadonlySet<string>,
): readonly FixCandidate[] {
  return diagnostics.flatMap((diagnostic) => {
    const fix = diagnostic.fixes?.find(({ safe }) => safe || unsafe)
    if (fix === undefined) return []
    const candidate = { diagnostic, fix }
    return refused.has(keyOf(candidate)) ? [] : [candidate]
  })
}

function keyOf({ diagnostic: { file, rule, path, message }, fix }: FixCandidate): string {
  return JSON.stringify([file, rule, path, message, fix.title])
}

/** Of fixes that meet, the later and the outer ones wait for the next round. */
function selectApart(candidates: readonly FixCandidate[]): readonly FixCandidate[] {
  const ordered = candidates
    .map((candidate) => ({ candidate, edits: editsOf(candidate) }))
    .toSorted((left, right) => compareEdits(left.edits.at(-1), right.edits.at(-1)))
  const taken = new Map<string, TextEdit[]>()
  return ordered.flatMap(({ candidate, edits }) => {
    const meets = edits.some((edit) => taken.get(edit.file)?.some((other) => doTouch(edit, other)))
    if (meets) return []
    for (const edit of edits) {
      const known = taken.get(edit.file)
      if (known === undefined) taken.set(edit.file, [edit])
      else known.push(edit)
    }
    return [candidate]
  })
}

interface PlacedEdit extends TextEdit {
  readonly file: string
}

function editsOf({ diagnostic, fix }: FixCandidate): readonly PlacedEdit[] {
  return fix.edits.map((edit) => ({ ...edit, file: edit.file ?? diagnostic.file }))
}

/** What ends first comes first; where two end together, the shorter one. */
function compareEdits(left: PlacedEdit | undefined, right: PlacedEdit | undefined): number {
  if (left === undefined || right === undefined) return 0
  return compareText(left.file, right.file) || left.end - right.end || right.start - left.start
}

/** Halves a batch until it is clear which of its fixes are of no use. */
function selectGood(batch: readonly FixCandidate[], judge: FixJudge): readonly FixCandidate[] {
  if (judge(batch)) return batch
  if (batch.length === 1) return []
  const middle = batch.length >> 1
  const good = [
    ...selectGood(batch.slice(0, middle), judge),
    ...selectGood(batch.slice(middle), judge),
  ]
  // Each for itself may be right and all together wrong: then the others are refused.
  return good.length === 0 || judge(good) ? good : good.slice(0, 1)
}

function applyFixes(
  files: readonly ProjectFile[],
  fixes: readonly FixCandidate[],
): readonly ProjectFile[] {
  const edits = Map.groupBy(fixes.flatMap(editsOf), ({ file }) => file)
  return files.map((file) => {
    const own = edits.get(file.source.path)
    return own === undefined ? file : withText(file, applyEdits(file.source.text, own))
  })
}

function withText(file: ProjectFile, text: string | undefined): ProjectFile {
  return text === undefined ? file : { ...file, source: { ...file.source, text } }
}
