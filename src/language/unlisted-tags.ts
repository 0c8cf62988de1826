import { compareText } from '../model/diagnostic.ts'
import type { FileGroup } from './group-files.ts'
import type { GroupFinding, MessageGroup } from './message-group.ts'

/**
 * Marks the message at which it is said that the config lists no locales although files are written
 * in some. It is one mistake, however many files there are.
 *
 * @param asked The files of which findings are told
 */
export function markUnlistedTags(
  groups: readonly FileGroup[],
  asked: ReadonlySet<string>,
): readonly FileGroup[] {
  const files = groups.flatMap((group) =>
    group.base === undefined || group.isUnnamed
      ? []
      : group.variants
          .filter(({ isMisnamed }) => isMisnamed !== true)
          .map(({ locale, source: { path } }) => ({ group, locale, path })),
  )
  const [first] = files
    .filter(({ path }) => asked.has(path))
    .toSorted((left, right) => compareText(left.path, right.path))
  if (first === undefined) return groups
  const tags = [...new Set(files.map(({ locale }) => locale))].toSorted(compareText)
  const unlisted = { file: first.path, tags }
  return groups.map((group) => (group === first.group ? { ...group, unlisted } : group))
}

/** Says once that files are written in locales and the config lists none. */
export function* findUnlistedTags(
  { variants }: MessageGroup,
  { unlisted }: FileGroup,
): Iterable<GroupFinding> {
  const variant = variants.find(({ compilation }) => compilation.source.path === unlisted?.file)
  if (variant === undefined || unlisted === undefined) return
  const { tags } = unlisted
  const languages = tags.map((tag) => tag.split('-')[0])
  const main = usualLanguages.find((tag) => !languages.includes(tag)) ?? 'en'
  const message = `the config lists no locales, so callers call the files without a tag \`default\`, and have to change that later: add \`locales: { default: ${main}, all: [${[main, ...tags].join(', ')}] }\` to the config (for \`${main}\`, the language of those files)`
  yield {
    compilation: variant.compilation,
    finding: { rule: 'unlisted-locale', path: [], message },
  }
}

/** Languages that files without a tag may well be in. */
const usualLanguages = ['en', 'es', 'pt', 'fr', 'de']
