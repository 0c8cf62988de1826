import { hash } from 'node:crypto'
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import type { GroupFindings, GroupMemory } from '../language/group-memory.ts'
import { belongsTo } from './code-cache.ts'
import { reasonOf } from './paths.ts'
import { writeTextFile } from './write-text.ts'

// An entry is named by a digest of everything that its findings depend on, so that nothing has to
// be thrown away when a file, the config or an option changes: it is simply not asked for again.

/** Where findings are kept, and for whom. */
export interface LintCachePlace {
  /** Absolute. */
  readonly file: string
  /** Tells this program from every other one, and from other versions of itself. */
  readonly program: string
  /** The user whom the file has to belong to; undefined where the system knows no such numbers. */
  readonly userId?: number | undefined
}

/** The findings of earlier runs, and those of this one. */
export interface LintCache {
  readonly memory: GroupMemory
  /** Writes what this run asked for, and what others did as far as there is room; why not, if not. */
  save(): Promise<string | undefined>
}

/** So many messages are remembered, those of the latest runs first. */
const maxEntries = 20_000
/** So long may the text of a cache be. */
const maxUnits = 32 * 1024 * 1024

type Entries = Map<string, GroupFindings>

/** Opens a cache. One that is damaged, foreign or of another program is as good as none. */
export function openLintCache({ file, program, userId }: LintCachePlace): LintCache {
  const known = parseCache(readOwnFile(file, userId), program)
  const used: Entries = new Map()
  let isChanged = false
  const memory: GroupMemory = {
    recall(inputs) {
      const key = digestOf(inputs)
      const findings = known.get(key)
      if (findings !== undefined) used.set(key, findings)
      return findings
    },
    keep(inputs, findings) {
      // What would not come back as it is stays out, whatever it may be.
      if (!isDeepStrictEqual(JSON.parse(JSON.stringify(findings)), findings)) return
      used.set(digestOf(inputs), findings)
      isChanged = true
    },
  }
  const save = async (): Promise<string | undefined> => {
    if (!isChanged) return undefined
    try {
      await writeTextFile(file, printCache(new Map([...used, ...known]), program), 0o600)
      return undefined
    } catch (error) {
      return reasonOf(error)
    }
  }
  return { memory, save }
}

const title = 'connectly-messages lint cache'

/** The title, the program, the digest of the rest, the rest: JSON, one entry a line. */
function printCache(entries: Entries, program: string): string {
  const lines: string[] = []
  let units = 0
  for (const [key, { diagnostics, proven, ids }] of entries) {
    const line = JSON.stringify([key, proven, diagnostics, ...(ids === undefined ? [] : [ids])])
    units += line.length
    if (lines.length >= maxEntries || units > maxUnits) break
    lines.push(line)
  }
  const body = `[${lines.join(',\n')}]`
  return `${title}\n${program}\n${digestOf(body)}\n${body}\n`
}

function parseCache(text: string | undefined, program: string): Entries {
  const head = `${title}\n${program}\n`
  if (text?.startsWith(head) !== true) return new Map()
  const digest = text.slice(head.length, head.length + digestUnits)
  const body = text.slice(head.length + digestUnits + 1, -1)
  if (digest !== digestOf(body)) return new Map()
  // The digest says that this program wrote it, to the last character.
  const entries = JSON.parse(body) as readonly (readonly [
    string,
    number,
    GroupFindings['diagnostics'],
    GroupFindings['ids']?,
  ])[]
  return new Map(
    entries.map(([key, proven, diagnostics, ids]) => [
      key,
      { proven, diagnostics, ...(ids === undefined ? {} : { ids }) },
    ]),
  )
}

const digestUnits = 43

function digestOf(text: string): string {
  return hash('sha256', text, 'base64url')
}

const othersWrite = 0o022

/** The text of a regular file that nobody else can have written; else nothing. */
function readOwnFile(file: string, userId: number | undefined): string | undefined {
  let handle: number | undefined
  try {
    handle = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    const status = fstatSync(handle)
    if (!status.isFile() || !belongsTo(status, userId, othersWrite)) return undefined
    return status.size > 4 * maxUnits ? undefined : readFileSync(handle, 'utf8')
  } catch {
    // There is none yet, or none for us: everything is looked at as if there were no cache.
    return undefined
  } finally {
    if (handle !== undefined) closeSync(handle)
  }
}
