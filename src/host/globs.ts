import { isAbsolute, relative, resolve } from 'node:path'
import picomatch from 'picomatch'
import { toPosix } from './paths.ts'

/** A glob of the config, taken apart. */
export interface MessageGlob {
  /** As it is searched for, relative to the folder of the config. */
  readonly pattern: string
  /** Absolute: the folder below which the names of its files begin. */
  readonly base: string
  /** Whether it finds a file, by its absolute path. */
  matches(file: string): boolean
}

/** The globs of a config: what is looked for, and what is left out of it. */
export interface MessageGlobs {
  readonly included: readonly MessageGlob[]
  /** Patterns of the globs that begin with `!`. */
  readonly excluded: readonly string[]
  isExcluded(file: string): boolean
}

const messageEnding = /\.ya?ml$/
const anyMessage = '**/*.{yaml,yml}'

/** Takes the globs of a config apart. @param root The folder to which they are relative */
export function readGlobs(patterns: readonly string[], root: string): MessageGlobs {
  const excluded = patterns
    .filter((pattern) => pattern.startsWith('!'))
    .map((pattern) => tidy(pattern.slice(1)))
  const matchers = excluded.map((pattern) => createMatcher(pattern, root))
  return {
    included: patterns
      .filter((pattern) => !pattern.startsWith('!'))
      .map((pattern) => readGlob(tidy(pattern), root)),
    excluded,
    isExcluded: (file) => matchers.some((matches) => matches(file)),
  }
}

/** Takes one glob apart; a folder stands for every message file below it. */
export function readGlob(pattern: string, root: string): MessageGlob {
  const scan = picomatch.scan(pattern)
  const fixed = resolve(root, scan.base.replace(/\\(.)/g, '$1'))
  const isFolder = !scan.isGlob && !messageEnding.test(pattern)
  const full = isFolder ? `${pattern.replace(/\/+$/, '')}/${anyMessage}` : pattern
  const base = scan.isGlob || isFolder ? fixed : resolve(fixed, '..')
  return { pattern: full, base, matches: createMatcher(full, root) }
}

/** Whether a text is a glob and not the path of one file. */
export function isGlob(text: string): boolean {
  return picomatch.scan(text).isGlob
}

/** Tells by its absolute path whether a glob finds a file. */
export function createMatcher(pattern: string, root: string): (file: string) => boolean {
  const matches = picomatch(tidy(pattern))
  return isAbsolute(pattern)
    ? (file) => matches(toPosix(file))
    : (file) => matches(toPosix(relative(root, file)))
}

function tidy(pattern: string): string {
  return pattern.replace(/^(?:\.\/)+/, '')
}
