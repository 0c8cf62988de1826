import type { Finding } from '../../model/diagnostic.ts'
import type { JsonObject } from '../../model/json.ts'
import { templateLimits } from '../../model/limits-template.ts'
import { nearMiss } from '../../model/near-miss.ts'
import type { Path } from '../../model/source.ts'
import type { AuthorCheck } from './author-check.ts'
import type { Rule } from './rule.ts'

export const check: AuthorCheck = {
  name: 'template-parameter',
  severity: 'warning',
  *check({ objects }) {
    for (const { field, path, value } of objects) {
      if (field !== 'fallback.parameters') continue
      for (const name of Object.keys(value)) {
        const finding = judgeName(name, [...path, name], value)
        if (finding !== undefined) yield { ...finding, at: 'key' }
      }
    }
  },
}

const knownName = /^(?:header_(?:text|image|video|document)|button_[1-9]\d*_url)$/
const bodyName = /^body_([1-9]\d*)$/

function judgeName(name: string, path: Path, taken: JsonObject): Finding | undefined {
  if (knownName.test(name)) return undefined
  const number = bodyName.exec(name)?.[1]
  const { max } = templateLimits.templateBodyParameterNumber
  if (number !== undefined) {
    if (Number(number) <= max) return undefined
    const message = `\`${name}\` is beyond \`body_${max}\`, the last that is documented: use fewer variables in the template`
    return { path, message, limit: templateLimits.templateBodyParameterNumber }
  }
  const meant = meantBy(name)
  const wayOut =
    meant === undefined
      ? 'known are `header_text`, `header_image`, `header_video`, `header_document`, `body_1` and `button_1_url`'
      : `did you mean \`${meant}\``
  const fix = meant === undefined || Object.hasOwn(taken, meant) ? undefined : renameTo(path, meant)
  const message = `no template is documented to have a parameter \`${name}\`: ${wayOut}`
  return { path, message, limit: templateLimits.templateParameterName, ...(fix ? { fix } : {}) }
}

/** `body1`, `Body-1`, `button_1`, `url_1` and slips of the pen. */
function meantBy(name: string): string | undefined {
  const plain = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase()
  const [, body] = /^body[\s_-]*0*([1-9]\d*)$/.exec(plain) ?? []
  if (body !== undefined) return `body_${body}`
  const [, button] = /^(?:button|url)[\s_-]*0*([1-9]\d*)(?:[\s_-]*url)?$/.exec(plain) ?? []
  if (button !== undefined) return `button_${button}_url`
  const media = ['header_text', 'header_image', 'header_video', 'header_document']
  return (
    media.find((known) => known.replace('_', '') === plain.replace(/[\s_-]/g, '')) ??
    nearMiss(plain, media)
  )
}

function renameTo(path: Path, name: string): NonNullable<Finding['fix']> {
  return { title: `rename to \`${name}\``, safe: false, edits: [{ type: 'rename', path, name }] }
}

export const rule: Rule = {
  name: check.name,
  summary: 'A parameter of the fallback has a name that is not documented.',
  why: 'A value under another name may fill nothing, and then the template is refused for the value that it lacks, just when the fallback is needed.',
  severity: check.severity,
  isLocked: false,
  examples: [
    {
      title: 'documented names',
      yaml: `message: { text: Thank you! }
fallback:
  templateName: thanks
  language: en
  parameters: { header_text: Thanks, body_1: Ana, button_1_url: orders }
`,
      reports: [],
    },
    {
      title: 'a name without its underscore',
      yaml: `message: { text: Thank you! }
fallback:
  templateName: thanks
  language: en
  parameters: { body1: Ana }
`,
      reports: [
        '5:17 no template is documented to have a parameter `body1`: did you mean `body_1`',
      ],
    },
    {
      title: 'a number that is too high',
      yaml: `message: { text: Thank you! }
fallback:
  templateName: thanks
  language: en
  parameters: { body_16: Ana }
`,
      reports: [
        '5:17 `body_16` is beyond `body_15`, the last that is documented: use fewer variables in the template',
      ],
    },
  ],
}
