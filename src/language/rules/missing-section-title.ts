import type { MessageBounds } from '../../model/bounds.ts'
import type { Finding } from '../../model/diagnostic.ts'
import type { Limit } from '../../model/limits.ts'
import { limits } from '../../model/limits.ts'
import { mayVary } from '../../model/may-vary.ts'
import type { Check } from '../../model/rule.ts'
import { exactly, type Interval } from '../../model/shape.ts'
import type { Path } from '../../model/source.ts'
import type { Rule } from './rule.ts'
import { broken, proven } from './verdict.ts'

interface Sections {
  readonly field: string
  readonly several: Limit
  readonly single: Limit
}

const kinds: readonly Sections[] = [
  {
    field: 'message.listMessage.sections',
    several: limits.listSectionTitleRequired,
    single: limits.listSingleSectionTitle,
  },
  {
    field: 'message.multiProductMessage.sections',
    several: limits.multiProductSectionTitleRequired,
    single: limits.multiProductSingleSectionTitle,
  },
]

export const check: Check = {
  name: 'missing-section-title',
  severity: 'error',
  *check(bounds) {
    for (const kind of kinds) {
      const sections = bounds.objects.filter(({ field }) => field === `${kind.field}[]`)
      const isTitled = sections.every(({ value }) => Object.hasOwn(value, 'title'))
      // How many there are is worked out once: it takes all of them.
      const count = isTitled ? undefined : countSections(kind, bounds)
      for (const { path, value } of sections) {
        if (count === undefined || Object.hasOwn(value, 'title')) yield proven(path)
        else yield judgeUntitled(path, count, kind)
      }
    }
  },
}

function countSections({ field }: Sections, { sequences, reasoning }: MessageBounds): Interval {
  const sequence = sequences.find((candidate) => candidate.field === field)
  return sequence === undefined ? exactly(1) : reasoning.countIn(sequence)
}

function judgeUntitled(path: Path, count: Interval, { several, single }: Sections): Finding {
  if (count.max > 1) {
    const isBreakable = mayVary && count.min <= 1
    const message = `section has no \`title\`, which ${isBreakable ? 'it needs as soon as there is another section' : `all of ${count.max} sections need`}: add one`
    const found = broken(path, several, message)
    return mayVary ? { ...found, isBreakable } : found
  }
  const message =
    'section has no `title`: sources differ on whether a single section needs one, so add it'
  return broken(path, single, message)
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
