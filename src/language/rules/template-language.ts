import type { TextBounds } from '../../model/bounds.ts'
import type { Finding, Fix } from '../../model/diagnostic.ts'
import { templateLimits } from '../../model/limits-template.ts'
import type { AuthorCheck } from './author-check.ts'
import type { Rule } from './rule.ts'
import { textLimitsOf } from './text-limits.ts'
import { excerpt } from './verdict.ts'

export const check: AuthorCheck = {
  name: 'template-language',
  severity: 'warning',
  *check(bounds) {
    for (const { text, limit } of textLimitsOf(bounds, 'format')) {
      if (limit !== templateLimits.templateLanguageFormat || text.shape.blank === 'always') continue
      const finding = judgeLanguage(text)
      if (finding !== undefined) yield { ...finding, limit }
    }
  },
}

const language = /^[a-z]{2,3}(?:_[A-Z]{2})?$/

function judgeLanguage({ shape, path, parts }: TextBounds): Finding | undefined {
  const part = parts.find(({ reference }) => reference !== undefined)
  const span = part === undefined ? {} : { span: part.span }
  if (shape.values === undefined) {
    const message = `template language can become anything: write it out, or let its variable have an \`enum\``
    return { path, message, ...span }
  }
  const wrong = shape.values.find((value) => !language.test(value))
  if (wrong === undefined) return undefined
  const meant = spellingOf(wrong)
  const wayOut =
    meant === undefined ? '`en`, `en_US` and `pt_BR` are of the right form' : `write \`${meant}\``
  const message = `template language ${excerpt(wrong)} names no approved version: ${wayOut}`
  const fix = meant === undefined || part !== undefined ? undefined : fixOf(path, meant)
  return { path, message, ...span, ...(fix === undefined ? {} : { fix }) }
}

/** The same tag with an underscore and its letters in the usual case. */
function spellingOf(tag: string): string | undefined {
  const [name = '', region] = tag.trim().split(/[-_]/)
  const spelling = name.toLowerCase() + (region === undefined ? '' : `_${region.toUpperCase()}`)
  return language.test(spelling) && spelling.length === tag.trim().length ? spelling : undefined
}

function fixOf(path: TextBounds['path'], value: string): Fix {
  const edits = [{ type: 'set', path: path.slice(0, -1), key: 'language', value } as const]
  return { title: `write \`${value}\``, safe: false, edits }
}

export const rule: Rule = {
  name: check.name,
  summary: "The language of the fallback does not have the form of a template's language.",
  why: 'Templates have languages such as `en` and `pt_BR`, with an underscore; another spelling names no approved version, just when the fallback is needed.',
  severity: check.severity,
  isLocked: false,
  examples: [
    {
      title: 'a language with an underscore',
      yaml: `message: { text: Obrigado! }
fallback: { templateName: thanks, language: pt_BR }
`,
      reports: [],
    },
    {
      title: 'a language with a hyphen',
      yaml: `message: { text: Obrigado! }
fallback: { templateName: thanks, language: pt-BR }
`,
      reports: ['2:45 template language "pt-BR" names no approved version: write `pt_BR`'],
    },
  ],
}
