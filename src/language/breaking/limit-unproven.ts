import type { Diagnostic } from '../../model/diagnostic.ts'
import { formatPath } from '../../model/source.ts'
import { limitRules } from '../rules/limit-rules.ts'
import type { BreakingRule } from './breaking-rule.ts'
import { messagePairs, type ProjectState } from './project-pair.ts'

export const rule: BreakingRule = {
  name: 'limit-unproven',
  summary: 'A limit that was proven for every value of the variables is not proven any more.',
  why: 'Values with which the message was sent until now are refused, or nothing is generated at all. Lint says at the place which variable to bound.',
  severity: 'error',
  breaks: ['limits'],
  *compare(pair) {
    const known = new Set(findingsOf(pair.before).map(keyOf))
    const compared = new Set([...messagePairs(pair)].map(({ name }) => name))
    for (const diagnostic of findingsOf(pair.after)) {
      const message = pair.after.owners.get(diagnostic.file)
      if (message === undefined || !compared.has(message) || known.has(keyOf(diagnostic))) continue
      const { path, rule: name, severity } = diagnostic
      const text = `${diagnostic.message} (\`${name}\`)`
      yield { message, ...localeOf(pair.after, message, diagnostic.file), path, text, severity }
    }
  },
  examples: [
    {
      title: 'a text that still fits',
      before: {
        'parcel.yaml': `variables:
  courier: string(12)
message:
  text: Your parcel is late.
  replyButtonMessage: { buttons: [{ id: call, text: "Call {{ courier }}" }] }
`,
      },
      after: {
        'parcel.yaml': `variables:
  courier: string(12)
message:
  text: Your parcel is late.
  replyButtonMessage: { buttons: [{ id: call, text: "Ring {{ courier }}!" }] }
`,
      },
      reports: [],
    },
    {
      title: 'a text that does not fit with every value',
      before: {
        'parcel.yaml': `variables:
  courier: string(12)
message:
  text: Your parcel is late.
  replyButtonMessage: { buttons: [{ id: call, text: "Call {{ courier }}" }] }
`,
      },
      after: {
        'parcel.yaml': `variables:
  courier: string(12)
message:
  text: Your parcel is late.
  replyButtonMessage: { buttons: [{ id: call, text: "Telephone {{ courier }}" }] }
`,
      },
      reports: [
        'parcel: button text can be 22 characters, at most 20 are accepted: give `courier` `maxLength: 10` (`text-too-long`)',
      ],
    },
  ],
}

function findingsOf({ diagnostics }: ProjectState): readonly Diagnostic[] {
  return diagnostics.filter(
    ({ rule: name, severity }) => limitRules.has(name) && severity !== 'info',
  )
}

/** A finding that is worse than it was is a new one. */
function keyOf({ file, rule: name, path, severity }: Diagnostic): string {
  return JSON.stringify([file, name, formatPath(path), severity])
}

function localeOf(
  { messages }: ProjectState,
  name: string,
  file: string,
): { readonly locale?: string } {
  const files = Object.entries(messages.get(name)?.files ?? {})
  const locale = files.find(([, path]) => path === file)?.[0]
  return locale === undefined || files.length < 2 ? {} : { locale }
}
