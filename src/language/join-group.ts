import type { CompiledMessage, MessageBody } from '../model/message.ts'
import { readExamples } from './examples.ts'
import type { MessageGroup } from './message-group.ts'
import { bodyOf, envelopeOf, fallbackOf } from './message-parts.ts'

/** Joins the files of a message to one value; nothing where a file could not be read. */
export function joinGroup(
  { name, base, variants }: MessageGroup,
  defaultLocale: string,
): CompiledMessage | undefined {
  if (base?.root === undefined) return undefined
  const bodies: Record<string, MessageBody> = {}
  const files: Record<string, string> = {}
  const inherited = fallbackOf(base.root)
  const all = [{ locale: defaultLocale, compilation: base }, ...variants]
  for (const { locale, compilation } of all) {
    const { root, source } = compilation
    const body = root === undefined ? undefined : bodyOf(root, inherited)
    if (body === undefined) return undefined
    bodies[locale] = body
    files[locale] = source.path
  }
  const { description } = base.root
  return {
    name,
    ...(typeof description === 'string' ? { description: description.trim() } : {}),
    variables: base.declarations,
    bodies,
    ...envelopeOf(base.root),
    examples: readExamples(base.root),
    files,
  }
}
