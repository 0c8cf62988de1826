import { checks } from './checks.ts'

/** The rules about what a text or a list can become: a file that breaks no others was read as it stands. */
export const limitRules: ReadonlySet<string> = new Set(
  checks.map(({ name }) => name).filter((name) => name !== 'missing-field'),
)
