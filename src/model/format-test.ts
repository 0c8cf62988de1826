import type { Form, Forms } from './form.ts'
import { type Format, formats } from './formats.ts'
import { mayVary } from './may-vary.ts'
import { staleCode } from './stale-code.ts'

/**
 * What judges the format of a declaration: tools know all of them by name, generated code brings those
 * that it needs.
 * @throws ConnectlyError in an application whose code an older version generated.
 */
export function formatOf(format: Forms[Form]['format']): Format {
  if (typeof format !== 'string') return format
  if (!mayVary) throw staleCode()
  return formats[format]
}
