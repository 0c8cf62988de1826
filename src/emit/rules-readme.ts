import type { Rule, RuleExample } from '../language/rules/rule.ts'
import { evidenceOf } from '../model/limit-evidence.ts'
import type { Limit } from '../model/limits.ts'
import { limitUnit, limitValue } from './describe-limit.ts'
import { markdownTable } from './markdown-table.ts'

const intro = `# The rules

Generated from the rules in this folder and from the table of limits: \`npm run fix\` renews it, do not edit.

A rule reports an *error*, with which nothing is generated or sent, or a *warning*. Where a rule speaks of one of
the [limits](#limits), the limit's row decides: its severity, whether the preset \`strict\` makes an error of it, and
whether it is *locked*. What is locked makes the API refuse the message, sending impossible or the file unreadable, so
that no config and no suppression can turn it off or lower it.

Everything else can be set in the config (\`rules: { 'unused-variable': 'off' }\`), or suppressed where it stands:

\`\`\`yaml
# connectly-disable-next-line unused-variable -- the next release uses it
\`\`\`

\`# connectly-disable-line\` speaks of its own line, and \`# connectly-disable\` at the top of the whole file. A
suppression gives its reason after \`--\`.
`

const limitsIntro = `## Limits

What the platform imposes. Characters are UTF-16 code units, JavaScript's \`length\`, after the variables are filled
in. The column *seen when* says what it takes to notice a breach: the message alone (\`lint\`), the moment of sending
(\`send\`), or more than the tool can know (\`no\`). The column *known from* says how sure a limit is: \`documented\` by
Connectly, \`official\` from Meta, claimed by another provider only (\`BSP\`), enforced by a library (\`SDK\`), or
\`inferred\` from several of these. A date is when the first source was last changed or read.
`

/** Writes the reference of all rules with their examples, and of the limits that they read. */
export function generateRulesReadme(rules: readonly Rule[], limits: readonly Limit[]): string {
  return [
    intro,
    markdownTable(['rule', 'severity', 'locked', 'what it finds'], rules.map(summaryRow)),
    ...rules.map(section),
    limitsIntro,
    markdownTable(
      [
        'limit',
        'of',
        'value',
        'unit',
        'severity',
        'locked',
        'seen when',
        'known from',
        'date',
        'sources',
      ],
      limits.map(limitRow),
    ),
  ].join('\n')
}

function summaryRow({ name, severity, isLocked, summary }: Rule): readonly string[] {
  return [`[\`${name}\`](#${name})`, severity, isLocked ? 'yes' : '', summary]
}

function section({ name, why, source, examples }: Rule): string {
  const origin = source === undefined ? '' : `\nSource: <${source}>\n`
  return [`## ${name}\n`, `${why}\n${origin}`, ...examples.map(showExample)].join('\n')
}

function showExample(example: RuleExample): string {
  const { title, yaml, path, files, locales, senders, tracking, encoding, reports } = example
  const isGood = reports.length === 0
  const parts = [`**${isGood ? 'Good' : 'Bad'}:** ${title}\n`]
  if (locales !== undefined) parts.push(`${describeLocales(locales)}\n`)
  if (senders !== undefined) parts.push(`With the senders ${senders.map(quoted).join(', ')}:\n`)
  if (tracking === true) parts.push('With `tracking: true`:\n')
  if (encoding === 'latin1') parts.push('Saved as Latin-1:\n')
  if (path !== undefined) parts.push(`\`${path}\`:\n`)
  parts.push(fence('yaml', yaml))
  for (const [other, text] of Object.entries(files ?? {})) {
    parts.push(`beside it \`${other}\`:\n`, fence('yaml', text))
  }
  if (!isGood) parts.push(fence('text', reports.map((report) => `${report}\n`).join('')))
  return parts.join('\n')
}

function quoted(text: string): string {
  return `\`${text}\``
}

function describeLocales(locales: NonNullable<RuleExample['locales']>): string {
  const { default: main, all, fallback = {} } = locales
  const tags = all.map((tag) => `\`${tag}\`${tag === main ? ' (the default)' : ''}`)
  const chains = Object.entries(fallback).map(
    ([locale, chain]) => ` and for ${quoted(locale)} the chain ${chain.map(quoted).join(', ')}`,
  )
  return `With the locales ${tags.join(', ')}${chains.join('')}:`
}

function limitRow(limit: Limit): readonly string[] {
  const { id, subject, severity, strict, refused } = limit
  const evidence = evidenceOf(limit)
  return [
    `\`${id}\``,
    subject,
    limitValue(limit),
    limitUnit(limit),
    strict === undefined ? severity : `${severity}, ${strict} in \`strict\``,
    refused ? 'yes' : '',
    evidence?.checkable ?? '',
    evidence?.confidence ?? '',
    evidence?.date ?? '',
    linkSources(evidence?.source ?? ''),
  ]
}

/** Every address with its host as the text, which says whose word it is. */
function linkSources(source: string): string {
  const addresses = source.split(' ').filter((address) => address !== '')
  return addresses.map((address) => `[${hostOf(address)}](${address})`).join(' ')
}

function hostOf(address: string): string {
  return /^https?:\/\/(?:www\.)?([^/]+)/.exec(address)?.[1] ?? address
}

function fence(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\`\`\`\n`
}
