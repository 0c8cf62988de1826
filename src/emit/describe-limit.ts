import type { Limit, LimitKind } from '../model/limits.ts'

const demands: { readonly [kind in LimitKind]: string } = {
  length: '',
  bytes: '',
  count: '',
  range: '',
  rate: '',
  other: '',
  required: 'needed',
  forbidden: 'not accepted',
  unique: 'no two alike',
  'unique-ignoring-case': 'no two alike',
  'non-blank': 'not blank',
  trimmed: 'no blanks at its ends',
  'single-line': 'one line',
  format: 'a certain form only',
  value: 'certain values only',
  markup: 'shown as typed',
  emoji: 'no emoji',
}

/** What the numbers of a limit count; empty where it has none. */
export function limitUnit({ kind, unit, min, max }: Limit): string {
  return kind !== 'non-blank' && unit !== 'none' && (min ?? max) !== undefined ? unit : ''
}

/** What a limit asks for, without its unit: `at most 20`. */
export function limitValue({ kind, min, max }: Limit): string {
  if (kind === 'non-blank') return demands[kind]
  if (min !== undefined && max !== undefined) return min === max ? `${min}` : `${min} to ${max}`
  if (max !== undefined) return `at most ${max}`
  return min === undefined ? demands[kind] : `at least ${min}`
}
