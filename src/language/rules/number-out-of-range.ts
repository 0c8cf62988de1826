import { mayVary } from '../../model/may-vary.ts'
import type { Check } from '../../model/rule.ts'
import type { Rule } from './rule.ts'
import { broken, proven } from './verdict.ts'

export const check: Check = {
  name: 'number-out-of-range',
  severity: 'error',
  *check({ numbers, limits }) {
    for (const { path, field, range, reference, span } of numbers) {
      for (const limit of limits.find(field, 'range')) {
        const { min = -Infinity, max = Infinity } = limit
        if (range.min >= min && range.max <= max) {
          yield proven(path)
          continue
        }
        const allowed = `${limit.unit} lie between ${min} and ${max}`
        if (!mayVary || reference === undefined) {
          yield broken(path, limit, `${limit.subject} is ${range.min}: ${allowed}`)
          continue
        }
        const name = reference.names.join('.')
        const title = `give \`${name}\` \`minimum: ${min}\` and \`maximum: ${max}\``
        const reaches = range.max > max ? range.max : range.min
        yield {
          path,
          ...(span === undefined ? {} : { span }),
          message: `${limit.subject} can be ${Number.isFinite(reaches) ? reaches : 'any number'}: ${allowed}, so ${title}`,
          limit,
          isBreakable: range.min <= max && range.max >= min,
          fix: {
            title,
            safe: false,
            edits: [
              { type: 'set', path: reference.declaredAt, key: 'minimum', value: min },
              { type: 'set', path: reference.declaredAt, key: 'maximum', value: max },
            ],
          },
        }
      }
    }
  },
}

export const rule: Rule = {
  name: check.name,
  summary: 'A coordinate is, or can be, no place on earth.',
  why: 'The API refuses the message.',
  severity: check.severity,
  isLocked: true,
  examples: [
    {
      title: 'coordinates whose variables are bounded',
      yaml: `variables:
  lat: { type: number, minimum: -90, maximum: 90 }
message:
  location: { latitude: "{{ lat }}", longitude: 2.35, name: Shop, address: 1 Main Street }
`,
      reports: [],
    },
    {
      title: 'a latitude that may be anything',
      yaml: `variables:
  lat: number
message:
  location: { latitude: "{{ lat }}", longitude: 2.35, name: Shop, address: 1 Main Street }
`,
      reports: [
        '4:26 latitude can be any number: degrees lie between -90 and 90, so give `lat` `minimum: -90` and `maximum: 90`',
      ],
    },
  ],
}
