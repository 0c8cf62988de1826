import type { BreakingExample, BreakingRule } from '../language/breaking/breaking-rule.ts'
import { exampleLocales } from './example-locales.ts'
import { markdownTable } from './markdown-table.ts'

const intro = `# What changes break

Generated from the rules in this folder: \`npm run fix\` renews it, do not edit.

\`connectly diff REF\` compares the messages with those of a commit, each state by the config of its time, and asks these rules.
They speak of *callers* (code that sends a message or handles its replies stops compiling, or is refused at run time), of
*conversations* (taps on messages that customers have are read otherwise, or not at all) and of *limits*. A rule that is
an error makes the command end with 1; \`--fail-on conversations,limits\` names whom it must break for that, or which rules
must find something, and \`none\` is never. The config sets the severity of each, as of the
[rules of lint](../rules/README.md): \`rules: { 'choice-unhandled': 'off' }\`.

One change that is meant so is accepted for its message alone, in the commit that makes it. For a message that is gone,
the file that it had is named. Take the entry out when the change is merged, or it hides the next one:

\`\`\`yaml
overrides:
  - files: [messages/late.yaml]
    rules: { choice-removed: off }
\`\`\`

## Retiring an id

Messages stay on phones, so a button or row that is removed goes on to be tapped. List its id in the message's file:

\`\`\`yaml
retired:
  - { id: wait, reason: Nobody waits any more., date: 2026-03-01 }
\`\`\`

Then taps on it are decoded and handled as before, its handler goes on to compile, and no new button or row of the
message may take the id (\`retired-id-reused\`). \`type: button\` or \`type: row\` says what it was where the message has
neither now; \`variables:\` of the entry declares what stands in the id (\`parcel:{{ parcel.id }}\`) where the message does
not any more. Take the entry out when no such message can be on a phone.

An id is renamed in the same way: the button says what it said under its new id, and the old one is retired. A message
that is gone has no file to list ids in: keep the file until no such message can be on a phone.
`

/** Writes the reference of the rules about changes. */
export function generateBreakingReadme(rules: readonly BreakingRule[]): string {
  const rows = rules.map(({ name, severity, breaks, summary }) => [
    `[\`${name}\`](#${name})`,
    severity,
    breaks.join(', '),
    summary,
  ])
  return [
    intro,
    markdownTable(['rule', 'severity', 'breaks', 'what it finds'], rows),
    ...rules.map(section),
  ].join('\n')
}

function section({ name, why, examples }: BreakingRule): string {
  return [`## ${name}\n`, `${why}\n`, ...examples.map(showExample)].join('\n')
}

function showExample(example: BreakingExample): string {
  const { title, before, after, tracking, reports } = example
  const isGood = reports.length === 0
  const locales = exampleLocales(example, (tag) => `\`${tag}\``)
  return [
    `**${isGood ? 'Good' : 'Bad'}:** ${title}\n`,
    ...(locales === undefined ? [] : [`${locales.charAt(0).toUpperCase()}${locales.slice(1)}.\n`]),
    ...(tracking === undefined
      ? []
      : [`With \`tracking: ${tracking.before}\`, then \`tracking: ${tracking.after}\`.\n`]),
    ...showFiles('Before', before),
    ...showFiles('After', after),
    ...(isGood ? [] : [fence('text', reports.map((report) => `${report}\n`).join(''))]),
  ].join('\n')
}

function showFiles(when: string, files: BreakingExample['before']): readonly string[] {
  const entries = Object.entries(files)
  if (entries.length === 0) return [`${when}: no file.\n`]
  return entries.flatMap(([path, text]) => [`${when}, \`${path}\`:\n`, fence('yaml', text)])
}

function fence(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\`\`\`\n`
}
