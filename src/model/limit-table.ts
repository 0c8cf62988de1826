import type { Limit } from './limits.ts'

/** What an application needs of a limit. */
export interface BareLimit extends Pick<Limit, 'subject' | 'fields' | 'severity'> {
  readonly kind: string
  readonly min: number | undefined
  readonly max: number | undefined
  readonly unit: string | undefined
}

/** Capital letters stand for these at the front of a field; several of them for several fields. */
export const fieldPrefixes: { readonly [letter: string]: string } = {
  A: 'message.attachments[].',
  B: 'message.replyButtonMessage.',
  L: 'message.listMessage.',
  M: 'message.multiProductMessage.',
  S: 'message.singleProductMessage.',
}

/**
 * Reads limits in the form in which applications carry them, which is a third of the size of
 * objects: `subject|field field|kind=name!,min,max,unit|…;…`. A name stands where a rule asks for the
 * limit by it, `!` where it only warns.
 */
export function readLimitTable(text: string): { readonly [name: string]: BareLimit } {
  const table: Record<string, BareLimit> = {}
  for (const group of text.split(';')) {
    const [subject = '', paths = '', ...written] = group.split('|')
    const fields = paths.split(' ').flatMap(readFields)
    for (const one of written) {
      const [head = '', min, max, unit] = one.split(',')
      const [kind = '', name = group + head] = head.replace('!', '').split('=')
      const severity = head.endsWith('!') ? 'warning' : 'error'
      table[name] = { subject, kind, fields, severity, min: read(min), max: read(max), unit }
    }
  }
  return table
}

/** The fields that one of the table stands for. */
export function readFields(path: string): readonly string[] {
  const rest = path.replace(/^[A-Z]+/, '')
  const prefixes = [...path.slice(0, path.length - rest.length)].map((key) => fieldPrefixes[key])
  return prefixes.length === 0 ? [path] : prefixes.map((prefix) => prefix + rest)
}

function read(number: string | undefined): number | undefined {
  return number ? Number(number) : undefined
}
