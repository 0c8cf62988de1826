import type { Diagnostic } from '../../model/diagnostic.ts'
import { hashText } from '../../model/hash-text.ts'
import type { Source } from '../../model/source.ts'

/**
 * Gives each diagnostic an identity that survives moved lines: 16 hexadecimal digits made of the
 * file, the rule, the keys on the way to the place and the text there. Indexes do not count, since
 * a row above moves them; several that are alike are numbered in their order.
 */
export function fingerprintsOf(
  diagnostics: readonly Diagnostic[],
  sources: ReadonlyMap<string, Source>,
): ReadonlyMap<Diagnostic, string> {
  const seen = new Map<string, number>()
  const fingerprints = new Map<Diagnostic, string>()
  for (const diagnostic of diagnostics) {
    const identity = identityOf(diagnostic, sources.get(diagnostic.file)?.text ?? '')
    const ordinal = seen.get(identity) ?? 0
    seen.set(identity, ordinal + 1)
    fingerprints.set(diagnostic, digest(`${identity}\n${ordinal}`))
  }
  return fingerprints
}

function identityOf({ file, rule, path, range }: Diagnostic, text: string): string {
  const keys = path.map((step) => (typeof step === 'number' ? '[]' : JSON.stringify(step)))
  const marked = text.slice(range.start, range.end).trim()
  const place = marked === '' ? lineAround(text, range.start) : marked
  return [file, rule, keys.join('.'), place.replace(/\s+/g, ' ')].join('\n')
}

function lineAround(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const end = text.indexOf('\n', offset)
  return text.slice(start, end < 0 ? text.length : end).trim()
}

function digest(text: string): string {
  return [hashText(text, 1), hashText(text, 2)]
    .map((part) => part.toString(16).padStart(8, '0'))
    .join('')
}
