import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Change } from '../../../src/emit/change.ts'
import type { ChangeReport } from '../../../src/emit/change-reporters/change-report.ts'
import { json } from '../../../src/emit/change-reporters/json.ts'
import { markdown } from '../../../src/emit/change-reporters/markdown.ts'
import { pretty } from '../../../src/emit/change-reporters/pretty.ts'
import { hostileText } from '../../helpers/arbitrary-hostile-text.ts'
import { readRunnerCommands } from '../../helpers/report-readers.ts'

const hidden = /(?!\n)\p{Cc}|[\u2028-\u202E\u2066-\u2069\u200B-\u200F\uFEFF]|\p{Cs}/u
const commands = /##(?:\[|vso\[|teamcity\[)/i

const reports: fc.Arbitrary<ChangeReport> = fc
  .array(fc.tuple(hostileText, hostileText, hostileText), { minLength: 1, maxLength: 6 })
  .map((texts) => ({
    since: texts[0]?.[0] ?? 'main',
    commit: 'abc1234',
    configFileOf: (file) => `../${file}`,
    remarks: texts.slice(0, 1).map(([one]) => one),
    changes: texts.map(
      ([one, two, three], index): Change => ({
        message: `message${index}`,
        kind: 'changed',
        files: [`messages/${one}.yaml`],
        readings: [
          { examples: [two], lines: [{ mark: '-', label: one, text: `${two} ${three}` }] },
          { locale: 'es', examples: [], lines: [{ mark: '+', label: 'text', text: three }] },
        ],
        room: [{ place: one, unit: 'characters', limit: 20, after: 19 }],
        notes: [`\`${one}\` is ${JSON.stringify(two)} now (${three})`],
        breaks: [
          {
            rule: 'choice-removed',
            severity: 'error',
            breaks: ['callers'],
            text: `the button \`${three}\` said ${JSON.stringify(one)} and ${two}`,
            place: { file: `${two}.yaml`, line: 1, column: 1 },
          },
        ],
      }),
    ),
  }))

/** What is left of Markdown when all code is taken away, as CommonMark finds it. */
function withoutCode(text: string): string {
  let fence: string | undefined
  const left: string[] = []
  for (const line of text.split('\n')) {
    if (fence !== undefined) {
      if (line.trim() === fence) fence = undefined
    } else if (/^`{3,}(?:diff|yaml)?$/.test(line)) fence = line.replace(/diff|yaml/, '')
    else left.push(line.replace(/(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g, 'code'))
  }
  expect(fence).toBeUndefined()
  return left.join('\n')
}

it('shows changes of hostile texts so that nothing in them does anything', () => {
  for (const report of fc.sample(reports, 60)) {
    const shown = { pretty: pretty(report, { color: false, width: 80 }), json: json(report, wide) }
    for (const text of Object.values(shown)) {
      expect(hidden.exec(text)).toBeNull()
      expect(commands.exec(text)).toBeNull()
      expect(readRunnerCommands(text)).toEqual([])
    }
    expect(JSON.parse(shown.json).changes).toHaveLength(report.changes.length)
    const text = markdown(report, wide)
    expect(hidden.exec(text)).toBeNull()
    for (const line of withoutCode(text).split('\n')) expect(line).toMatch(ours)
  }
})

const wide = { color: false, width: 80 }

/** Headings, items and words of ours; what users wrote may stand there as words only. */
const ours =
  /^(?:#{3,4} |- (?:\*\*breaks callers\*\*: |breaks \*\*callers\*\*: )?|---$)?(?!.*(?:www\.|GH-\d|:[\w+-]+:))[\p{L}\p{N} ,.;:()'…%-]*$/iu
