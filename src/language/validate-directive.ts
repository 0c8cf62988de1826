import type { PathEdit } from '../model/diagnostic.ts'
import { hasOwn } from '../model/json.ts'
import { formatPath, type Path } from '../model/source.ts'
import type { DirectiveName, MeantDirective } from './meant-directive.ts'
import type { ShapeFinding } from './shape-finding.ts'

/** Says what a key of another template language is called here, and what to write. */
export function explainDirective(
  key: string,
  { name, text }: MeantDirective,
  path: Path,
  mapping: { readonly [key: string]: unknown },
): ShapeFinding {
  const isReserved = key.startsWith('$')
  const place = { rule: isReserved ? 'forbidden-key' : 'unknown-key', path, at: 'key' } as const
  const parent = path.slice(0, -1)
  const subject = isReserved
    ? `there is no \`${key}\``
    : `unknown key \`${key}\` in \`${formatPath(parent)}\``
  if (hasOwn(mapping, name)) return { ...place, message: `${subject}: ${already[name]}` }
  if (text === undefined) return { ...place, message: `${subject}: ${forms[name]}` }
  const isLate = name === '$each' && Object.keys(mapping)[0] !== key
  const title = `write \`${name}: ${text}\``
  const message = `${subject}: ${title}${isLate ? ' as the first key' : ''}`
  if (isLate) return { ...place, message }
  const edits: readonly PathEdit[] = [
    { type: 'rename', path, name },
    { type: 'set', path: parent, key, value: text },
  ]
  return { ...place, message, fix: { title, safe: false, edits } }
}

const already: { readonly [name in DirectiveName]: string } = {
  $each: '`$each` stands here already, and a mapping has one loop',
  $if: '`$if` stands here already, and a mapping has one condition: declare a boolean variable that says both',
}

const forms: { readonly [name in DirectiveName]: string } = {
  $each: 'a loop is `$each: item in list`, as the first key of what it repeats',
  $if: 'a condition is `$if: flag` or `$if: not flag`, with `flag` a boolean variable',
}
