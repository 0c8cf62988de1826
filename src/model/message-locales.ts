import { compareText } from './diagnostic.ts'
import type { CompiledMessage, MessageBody } from './message.ts'

/** Whether there is more than the file of the default locale. */
export function hasVariants(message: CompiledMessage): boolean {
  return Object.keys(message.bodies).length > 1
}

/** Whether any of its locales has a template for a closed window. */
export function hasFallback({ bodies }: CompiledMessage): boolean {
  return Object.values(bodies).some(({ fallback }) => fallback !== undefined)
}

/** Every locale that a caller may name: the default locale first, the others in their order. */
export function localesOf(message: CompiledMessage): readonly string[] {
  const [first = '', ...others] = Object.keys(message.bodies)
  const standIns = sortedStandIns(message).map(([locale]) => locale)
  return [first, ...[...others, ...standIns].sort(compareText)]
}

/** The locales that a message lacks, each with the one that stands in for it, in their order. */
export function sortedStandIns({
  standIns = {},
}: CompiledMessage): readonly (readonly [string, string])[] {
  return Object.entries(standIns).sort(([left], [right]) => compareText(left, right))
}

/** What a message says in a locale, or in the one that stands in for it. */
export function bodyIn(
  { bodies, standIns = {} }: CompiledMessage,
  locale: string,
): MessageBody | undefined {
  if (Object.hasOwn(bodies, locale)) return bodies[locale]
  const standIn = Object.hasOwn(standIns, locale) ? standIns[locale] : undefined
  return standIn === undefined ? undefined : bodies[standIn]
}
