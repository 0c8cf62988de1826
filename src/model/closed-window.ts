import { windowCodes } from './api-code.ts'
import type { RowOutcome } from './row-state.ts'

/**
 * Whether a row was refused since the 24-hour window is closed, and its template was not tried: it
 * was surely not sent, and the template can follow.
 */
export function metClosedWindow({ state, code = '', isTemplate }: RowOutcome): boolean {
  return state === 'refused' && isTemplate !== true && windowCodes.includes(code)
}
