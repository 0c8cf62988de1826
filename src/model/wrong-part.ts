import type { Path } from './source.ts'

/** What a caller has to correct where a rule is broken. */
export type WrongPart = 'recipient' | 'sender' | 'message'

/** The one part of a request that all findings are about; the message itself where they differ. */
export function findWrongPart(findings: readonly { readonly path: Path }[]): WrongPart {
  const parts = new Set(findings.map(({ path: [first] }) => partOf(first)))
  const [only = 'message'] = parts
  return parts.size === 1 ? only : 'message'
}

/** The two endpoints have their recipient in different places. */
function partOf(key: Path[number] | undefined): WrongPart {
  if (key === 'recipient' || key === 'number') return 'recipient'
  return key === 'sender' ? 'sender' : 'message'
}
