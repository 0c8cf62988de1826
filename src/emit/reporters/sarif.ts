import { rules } from '../../language/rules/index.ts'
import type { Rule } from '../../language/rules/rule.ts'
import type { Diagnostic, Severity, TextEdit } from '../../model/diagnostic.ts'
import type { Range } from '../../model/source.ts'
import { codeBlock } from '../markdown-text.ts'
import { printable } from '../printable.ts'
import { fingerprintsOf } from './fingerprints.ts'
import { reportFromRoot } from './from-root.ts'
import { createPlaces, type PlaceOf } from './places.ts'
import type { Reporter } from './reporter.ts'
import { safeJson } from './safe-json.ts'

const levels: { readonly [severity in Severity]: 'error' | 'warning' | 'note' } = {
  error: 'error',
  warning: 'warning',
  info: 'note',
}

const uriBaseId = '%SRCROOT%'

/** SARIF 2.1.0, for code scanning. */
export const sarif: Reporter = (report, context) => {
  const { diagnostics, sources } = reportFromRoot(report, context)
  const placeOf = createPlaces(sources)
  const fingerprints = fingerprintsOf(diagnostics, sources)
  const used = rules.filter(({ name }) => diagnostics.some(({ rule }) => rule === name))
  const indexes = new Map(used.map(({ name }, index) => [name, index]))
  return safeJson({
    version: '2.1.0',
    $schema:
      'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    runs: [
      {
        tool: { driver: { name: 'connectly', rules: used.map(describeRule) } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: {
          [uriBaseId]: {
            description: {
              text: 'The root of the repository; without one, the folder in which the linter ran.',
            },
          },
        },
        results: diagnostics.map((diagnostic) => ({
          ruleId: diagnostic.rule,
          ...(indexes.has(diagnostic.rule) ? { ruleIndex: indexes.get(diagnostic.rule) } : {}),
          ...describe(diagnostic, placeOf),
          partialFingerprints: { 'connectly/v1': fingerprints.get(diagnostic) },
        })),
      },
    ],
  })
}

function describeRule({ name, summary, why, severity, examples }: Rule): object {
  const bad = examples.find(({ reports }) => reports.length > 0)
  const shown = bad === undefined ? [] : ['For example:', codeBlock([bad.yaml.trimEnd()], 'yaml')]
  return {
    id: name,
    shortDescription: { text: messageText(summary) },
    fullDescription: { text: messageText(why) },
    help: { text: messageText(why), markdown: [why, ...shown].join('\n\n') },
    defaultConfiguration: { level: levels[severity] },
  }
}

function describe(
  { file, severity, message, range, fixes = [] }: Diagnostic,
  placeOf: PlaceOf,
): object {
  return {
    level: levels[severity],
    message: { text: messageText(message) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: locate(file),
          region: regionOf(file, range, placeOf),
        },
      },
    ],
    ...(fixes.length === 0
      ? {}
      : {
          fixes: fixes.map(({ title, edits }) => ({
            description: { text: messageText(title) },
            artifactChanges: changesOf(file, edits, placeOf),
          })),
        }),
  }
}

function changesOf(file: string, edits: readonly TextEdit[], placeOf: PlaceOf): readonly object[] {
  const byFile = Map.groupBy(edits, (edit) => edit.file ?? file)
  return [...byFile].map(([path, changes]) => ({
    artifactLocation: locate(path),
    replacements: changes.map((edit) => ({
      deletedRegion: regionOf(path, edit, placeOf),
      insertedContent: { text: edit.text },
    })),
  }))
}

function locate(file: string): object {
  const uri = file.toWellFormed().split('/').map(encodeURIComponent).join('/')
  return { uri, uriBaseId }
}

function regionOf(file: string, { start, end }: Range, placeOf: PlaceOf): object {
  const from = placeOf(file, start)
  const to = placeOf(file, end)
  return {
    startLine: from.line,
    startColumn: from.column,
    endLine: to.line,
    endColumn: to.column,
  }
}

/** In a message of SARIF `[text](target)` is a link: a user's text makes none. */
function messageText(text: string): string {
  return printable(text).replace(/\[(?=[^\]]*\]\()/g, '\\[')
}
