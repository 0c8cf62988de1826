import type { MessageBounds } from '../../model/bounds.ts'
import type { Finding } from '../../model/diagnostic.ts'
import type { Limit } from '../../model/limits.ts'
import { mayVary } from '../../model/may-vary.ts'
import type { Check } from '../../model/rule.ts'
import { exactly, type Interval } from '../../model/shape.ts'
import type { Path } from '../../model/source.ts'
import type { Rule } from './rule.ts'
import { broken, proven } from './verdict.ts'

const sectionFields = ['message.listMessage.sections[]', 'message.multiProductMessage.sections[]']

export const check: Check = {
  name: 'missing-section-title',
  severity: 'error',
  *check(bounds) {
    for (const field of sectionFields) {
      const sections = bounds.objects.filter((object) => object.field === field)
      const isTitled = sections.every(({ value }) => Object.hasOwn(value, 'title'))
      // How many there are is worked out once: it takes all of them.
      const count = isTitled ? undefined : countSections(field, bounds)
      const limit = count && limitFor(field, count, bounds)
      for (const { path, value } of sections) {
        if (!count || !limit || Object.hasOwn(value, 'title')) yield proven(path)
        else yield judgeUntitled(path, count, limit)
      }
    }
  },
}

function countSections(field: string, { sequences, reasoning }: MessageBounds): Interval {
  const sequence = sequences.find((candidate) => `${candidate.field}[]` === field)
  return sequence === undefined ? exactly(1) : reasoning.countIn(sequence)
}

/** Of several sections each needs its title, to a single one it is advised. */
function limitFor(field: string, { max }: Interval, { limits }: MessageBounds): Limit | undefined {
  const wanted = max > 1 ? 'error' : 'warning'
  return limits.find(`${field}.title`, 'required').find(({ severity }) => severity === wanted)
}

function judgeUntitled(path: Path, count: Interval, limit: Limit): Finding {
  if (count.max <= 1) {
    const message =
      'section has no `title`: sources differ on whether a single section needs one, so add it'
    return broken(path, limit, message)
  }
  const isBreakable = mayVary && count.min <= 1
  const message = `section has no \`title\`, which ${isBreakable ? 'it needs as soon as there is another section' : `all of ${count.max} sections need`}: add one`
  const found = broken(path, limit, message)
  return mayVary ? { ...found, isBreakable } : found
}

export const rule: Rule = {
  name: check.name,
  summary: 'A section has no title.',
  why: 'With more than one section WhatsApp refuses the message. With a single one its own pages disagree.',
  severity: check.severity,
  isLocked: true,
  examples: [
    {
      title: 'two sections with titles',
      yaml: `message:
  text: How can we help?
  listMessage:
    button: { text: Choose }
    sections:
      - { title: Orders, rows: [{ id: track, text: Track my order }] }
      - { title: Shop, rows: [{ id: hours, text: Opening hours }] }
`,
      reports: [],
    },
    {
      title: 'two sections, one without a title',
      yaml: `message:
  text: How can we help?
  listMessage:
    button: { text: Choose }
    sections:
      - { title: Orders, rows: [{ id: track, text: Track my order }] }
      - { rows: [{ id: hours, text: Opening hours }] }
`,
      reports: ['7:9 section has no `title`, which all of 2 sections need: add one'],
    },
  ],
}
