import { isDeepStrictEqual } from 'node:util'
import { judgeDocument } from '../../src/language/document-findings.ts'
import { readEverydayYaml } from '../../src/language/yaml-everyday.ts'
import { LineIndex } from '../../src/model/source.ts'

/** What the quick reader reads otherwise than the full one; undefined where they agree. */
export function compareReaders(text: string): string | undefined {
  const quick = readEverydayYaml(text)
  if (quick === undefined) return undefined
  const { value, comments, findings } = judgeDocument(text, new LineIndex(text))
  const [first] = findings
  if (first !== undefined) return `the full reader finds: ${first.message}`
  // Also in the order of keys.
  if (JSON.stringify(value) !== JSON.stringify(quick.value)) return 'the values differ'
  if (!isDeepStrictEqual(value, quick.value)) return 'the values differ by a sign'
  return isDeepStrictEqual(comments, quick.comments) ? undefined : 'the comments differ'
}
