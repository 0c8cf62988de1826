import type { JsonObject } from '../model/json.ts'
import { nearMiss } from '../model/near-miss.ts'
import { meantCondition } from './meant-condition.ts'
import { meantLoop } from './meant-loop.ts'

/** The two keys that say whether, and how often, a mapping stands there. */
export type DirectiveName = '$each' | '$if'

/** What a key of another template language stands for. */
export interface MeantDirective {
  readonly name: DirectiveName
  /** What to write there, where that is certain. */
  readonly text?: string
}

type Sense = 'if' | 'unless' | 'else' | 'each'

/** In small letters, without marks between words. */
const senses: ReadonlyMap<string, Sense> = new Map([
  ['if', 'if'],
  ['when', 'if'],
  ['show', 'if'],
  ['showif', 'if'],
  ['visible', 'if'],
  ['visibleif', 'if'],
  ['onlyif', 'if'],
  ['condition', 'if'],
  ['ifnot', 'unless'],
  ['not', 'unless'],
  ['unless', 'unless'],
  ['hide', 'unless'],
  ['hideif', 'unless'],
  ['hidden', 'unless'],
  ['else', 'else'],
  ['elseif', 'else'],
  ['elsif', 'else'],
  ['elif', 'else'],
  ['otherwise', 'else'],
  ['each', 'each'],
  ['for', 'each'],
  ['foreach', 'each'],
  ['repeat', 'each'],
  ['loop', 'each'],
])

const names: readonly DirectiveName[] = ['$each', '$if']

/** What a key means that other template languages have for `$each` and `$if`, with its value. */
export function meantDirective(key: string, value: unknown): MeantDirective | undefined {
  const sense = senseOf(key)
  if (sense === undefined) return undefined
  const text = typeof value === 'string' ? value : ''
  if (sense === 'each') return withText('$each', meantLoop(text))
  if (sense === 'else') return { name: '$if' }
  return withText('$if', meantCondition(sense === 'if' ? text : `not (${text})`))
}

/** Whether a key asks a condition, in the words of this language or of another. */
export function isCondition(key: string): boolean {
  return meantDirective(key, '')?.name === '$if'
}

function withText(name: DirectiveName, text: string | undefined): MeantDirective {
  return text === undefined ? { name } : { name, text }
}

function senseOf(key: string): Sense | undefined {
  const word = key.replaceAll(/[$_-]/g, '').toLowerCase()
  const known = senses.get(word)
  if (known !== undefined || !key.startsWith('$')) return known
  const near = nearMiss(key, names)
  return near === undefined ? undefined : senses.get(near.slice(1))
}

/** A `$each` or `$if` of a mapping, under whichever key its author wrote it. */
export interface Directive {
  readonly key: string
  readonly text: unknown
}

/** What a mapping says of whether, and how often, it stands there. */
export interface OwnDirectives {
  readonly each?: Directive
  readonly condition?: Directive
  /** Whether it says more that nobody can read: that was reported where keys are judged. */
  readonly isUnclear: boolean
}

/**
 * Finds the directives of a mapping. Where authors choose no names, a word of another language
 * counts as what it means, so that what stands in the mapping is judged as it will be.
 */
export function directivesOf(mapping: JsonObject, hasOwnNames: boolean): OwnDirectives {
  const found = new Map<DirectiveName, Directive>()
  for (const name of names) {
    if (Object.hasOwn(mapping, name)) found.set(name, { key: name, text: mapping[name] })
  }
  let isUnclear = false
  for (const key of hasOwnNames ? [] : Object.keys(mapping)) {
    if (key === '$each' || key === '$if') continue
    const meant = meantDirective(key, mapping[key])
    if (meant === undefined) continue
    if (meant.text === undefined || found.has(meant.name)) isUnclear = true
    else found.set(meant.name, { key, text: meant.text })
  }
  const each = found.get('$each')
  const condition = found.get('$if')
  return { ...(each && { each }), ...(condition && { condition }), isUnclear }
}
