import { compareText } from '../model/diagnostic.ts'
import type { Source } from '../model/source.ts'
import type { MessagePath } from './message-name.ts'

/** A message file and what its path says. */
export interface ProjectFile {
  readonly source: Source
  readonly path: MessagePath
  /** Whether it is read only because another file cannot be judged without it. */
  readonly isContext?: boolean
  /** Whether its path stands for nothing: a text that came from nowhere. */
  readonly isUnnamed?: boolean
}

/** The files of one message. */
export interface FileGroup {
  readonly name: string
  readonly base?: Source
  readonly variants: readonly FileVariant[]
  /** Whether nothing is known of files beside it. */
  readonly isUnnamed: boolean
  /** Where it is said of this one that the config lists none of the tags of all files. */
  readonly unlisted?: { readonly file: string; readonly tags: readonly string[] }
}

interface FileVariant {
  readonly locale: string
  readonly source: Source
  /** Whether its tag is wrong, which is said of it already. */
  readonly isMisnamed?: true
}

/** What the files of a message have in common; a wrong name is read all the same. */
export function messageKey({ path }: ProjectFile): string {
  return 'problem' in path ? path.meant.name : path.name
}

/** Puts the files of each message together. */
export function groupByMessage(files: readonly ProjectFile[]): readonly FileGroup[] {
  return [...Map.groupBy(files, messageKey)].flatMap(([name, members]) => {
    const base = members.find((file) => localeOf(file) === undefined)
    // Without a file that it can be a variant of, a file of a wrong name stands for itself.
    const alone = members.filter(({ path }) => base === undefined && 'problem' in path)
    const rest = members.filter((file) => !alone.includes(file))
    return [
      ...(rest.length === 0 ? [] : [groupOf(name, rest, base)]),
      ...alone.map((file) => groupOf(file.source.path, [file], file)),
    ]
  })
}

function groupOf(
  name: string,
  members: readonly ProjectFile[],
  base: ProjectFile | undefined,
): FileGroup {
  const variants = members.flatMap((file): readonly FileVariant[] => {
    const locale = localeOf(file)
    if (locale === undefined || file === base) return []
    const { source, path } = file
    return [{ locale, source, ...('problem' in path ? { isMisnamed: true } : {}) }]
  })
  return {
    name,
    ...(base === undefined ? {} : { base: base.source }),
    variants: variants.toSorted((left, right) => compareText(left.locale, right.locale)),
    isUnnamed: members.some((member) => member.isUnnamed === true),
  }
}

function localeOf({ path }: ProjectFile): string | undefined {
  return 'problem' in path ? path.meant.locale : path.locale
}
