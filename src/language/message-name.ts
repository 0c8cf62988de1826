import { compareText } from '../model/diagnostic.ts'
import { usualTag } from './locale-tag.ts'

/** What the path of a message file says. */
export type MessagePath =
  | { readonly name: string; readonly locale?: string }
  | {
      readonly problem: string
      /** What seems to be meant; neither may be what it should. */
      readonly meant: { readonly name: string; readonly locale?: string }
    }

/** A message file together with what its path says. */
export interface NamedFile {
  /** Relative to the working directory, with `/`. */
  readonly path: string
  readonly name: string
  readonly locale?: string
}

/** Files that would become one and the same generated name. */
export interface NameCollision {
  readonly identifier: string
  /** At least two, in the order of their paths. */
  readonly files: readonly NamedFile[]
  readonly message: string
}

/** What decides below which folder a file's name begins. Paths are absolute, with `/`. */
export interface NameBaseOptions {
  /** The fixed part of the first glob that finds the file, if one does. */
  readonly globBase?: string
  /** The folder argument that led to the file, if one did. */
  readonly folder?: string
}

const ending = /\.ya?ml$/
const segmentPattern = /^[a-z0-9][a-z0-9_-]*$/
const deviceName = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/

/**
 * Reads name and locale from a path.
 *
 * @param path Below the folder where names begin, with `/`: `orders/shipped.pt-BR.yaml`
 * @param locales The tags that the config lists
 */
export function parseMessagePath(path: string, locales: readonly string[] = []): MessagePath {
  if (!ending.test(path)) {
    return { problem: `a message file ends in \`.yaml\` or \`.yml\``, meant: { name: path } }
  }
  const segments = path.replace(ending, '').split('/')
  const file = segments.pop() ?? ''
  const dot = file.indexOf('.')
  const stem = dot < 0 ? file : file.slice(0, dot)
  const name = [...segments, stem].join('/')
  const tag = dot < 0 ? undefined : file.slice(dot + 1)
  const problem = problemOfName(name)
  if (problem !== undefined) return { problem, meant: withLocale(name, tag) }
  if (tag === undefined) return { name }
  const locale = readLocale(tag, locales)
  const { tag: meant } = locale
  if (locale.problem !== undefined)
    return { problem: locale.problem, meant: { name, locale: meant } }
  if (meant === tag) return { name, locale: meant }
  const better = `${stem}.${meant}${ending.exec(path)?.[0]}`
  const said = `\`${tag}\` is written \`${meant}\`: rename the file to \`${better}\``
  return { problem: said, meant: { name, locale: meant } }
}

/** The message that a file belongs to, also where its tag is wrong; none where the name is. */
export function messageOfPath(path: MessagePath): string | undefined {
  const { name } = 'problem' in path ? path.meant : path
  return isMessageName(name) ? name : undefined
}

function withLocale(name: string, locale?: string): { name: string; locale?: string } {
  return locale === undefined ? { name } : { name, locale }
}

/** Whether a text is the name of a message: path segments that are safe in every file system. */
export function isMessageName(name: string): boolean {
  return problemOfName(name) === undefined
}

/** The part of generated names that comes from a message's name: `orders/shipped` → `OrdersShipped`. */
export function identifierOf(name: string): string {
  return name
    .split(/[/_-]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
}

/**
 * Finds files that cannot stand beside each other: their names give one identifier, or they are
 * one message in one locale.
 *
 * @param defaultLocale The locale of files without a tag, where the config names one
 */
export function findNameCollisions(
  files: readonly NamedFile[],
  defaultLocale?: string,
): readonly NameCollision[] {
  const collisions: NameCollision[] = []
  const sorted = files.toSorted((left, right) => compareText(left.path, right.path))
  const groups = Map.groupBy(sorted, (file) => identifierOf(file.name))
  for (const [identifier, group] of groups) {
    const names = [...new Set(group.map((file) => file.name))]
    if (names.length > 1) {
      const list = names.map((name) => `\`${name}\``).join(' and ')
      const message = `${list} both become \`send${identifier}\`: rename one of them`
      collisions.push({ identifier, files: group, message })
      continue
    }
    const variants = Map.groupBy(group, (file) => file.locale ?? defaultLocale)
    for (const same of variants.values()) {
      if (same.length < 2) continue
      const list = same.map((file) => `\`${file.path}\``).join(' and ')
      const message = `${list} are the same message${inLocale(same[0], defaultLocale)}: keep one of them`
      collisions.push({ identifier, files: same, message })
    }
  }
  return collisions
}

/**
 * The folder below which a file's name begins: the fixed part of the glob that finds it, else the
 * nearest folder called `messages` above it, else the folder argument, else the file's own folder.
 *
 * @param file Absolute, with `/`
 */
export function nameBase(file: string, { globBase, folder }: NameBaseOptions = {}): string {
  if (globBase !== undefined) return globBase
  const segments = file.split('/').slice(0, -1)
  const messages = segments.lastIndexOf('messages')
  if (messages >= 0) return segments.slice(0, messages + 1).join('/')
  return folder ?? segments.join('/')
}

function problemOfName(name: string): string | undefined {
  const segments = name.split('/')
  for (const [index, segment] of segments.entries()) {
    if (!segmentPattern.test(segment)) {
      return `\`${segment}\` cannot be part of a message's name: use a-z, 0-9, \`_\` and \`-\`, beginning with a letter${suggestion(segment)}`
    }
    if (index === 0 && !/^[a-z]/.test(segment)) {
      return `\`${segment}\` begins with a digit: begin it with a letter`
    }
    if (segment === 'index') {
      return '`index` is the name of the generated index: call the file or folder something else'
    }
    if (deviceName.test(segment)) {
      return `\`${segment}\` is the name of a device on Windows: call the file or folder something else`
    }
  }
  return undefined
}

function suggestion(segment: string): string {
  const better = segment
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[\s.]+/g, '-')
  return segmentPattern.test(better) ? ` (\`${better}\`)` : ''
}

interface ReadTag {
  /** As it should be written, where that is known. */
  readonly tag: string
  readonly problem?: string
}

function readLocale(tag: string, locales: readonly string[]): ReadTag {
  if (locales.includes(tag)) return { tag }
  const usual = usualTag(tag)
  const wanted = (usual ?? tag).toLowerCase()
  const expected = locales.find((locale) => locale.toLowerCase() === wanted) ?? usual
  if (expected !== undefined) return { tag: expected }
  return {
    tag,
    problem: `\`${tag}\` is no locale: between name and ending stands a tag such as \`es\` or \`pt-BR\`, or one that \`locales.all\` of the config lists`,
  }
}

function inLocale(file: NamedFile | undefined, defaultLocale: string | undefined): string {
  const locale = file?.locale ?? defaultLocale
  return locale === undefined ? '' : ` in \`${locale}\``
}
