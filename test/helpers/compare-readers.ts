import { isDeepStrictEqual } from 'node:util'
import { judgeDocument, placeText } from '../../src/language/document-findings.ts'
import { readEverydayYaml } from '../../src/language/yaml-everyday.ts'
import type { Place } from '../../src/language/yaml-place.ts'
import { LineIndex } from '../../src/model/source.ts'

/** What the quick reader reads otherwise than the full one; undefined where they agree. */
export function compareReaders(text: string): string | undefined {
  const quick = readEverydayYaml(text)
  if (quick === undefined) return undefined
  const lines = new LineIndex(text)
  const { value, comments, findings, root } = judgeDocument(text, lines)
  const [first] = findings
  if (first !== undefined) return `the full reader finds: ${first.message}`
  // Also in the order of keys.
  if (JSON.stringify(value) !== JSON.stringify(quick.value)) return 'the values differ'
  if (!isDeepStrictEqual(value, quick.value)) return 'the values differ by a sign'
  if (!samePlaces(root, placeText(text, lines))) return 'the places differ'
  return isDeepStrictEqual(comments, quick.comments) ? undefined : 'the comments differ'
}

/** Whether two readings found everything in the same places. */
function samePlaces(left: Place | undefined, right: Place | undefined): boolean {
  const ranges = (place: Place | undefined): string =>
    JSON.stringify(place, (_key, value: unknown) => (value instanceof Map ? [...value] : value))
  return ranges(left) === ranges(right)
}
