import { isBsuid } from './bsuid.ts'
import { describeValue } from './describe-value.ts'
import { formats } from './formats.ts'

/** A recipient in the one form that the API is given, or what is wrong with the text. */
export type ReadRecipient = { readonly to: string } | { readonly message: string }

/** What people put between digits, and marks that cannot be seen and come along when one copies. */
const separators = /[\s().\u2010-\u2015-]|[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g

/**
 * Reads a recipient as a list gives it: a BSUID, or a phone number, brought into E.164 form so that
 * two spellings of one number are one recipient. Nothing is guessed: a number without its country
 * code belongs to somebody in whichever country is assumed.
 */
export function readRecipient(text: string): ReadRecipient {
  const trimmed = text.trim()
  if (trimmed === '')
    return { message: 'the recipient is missing: write a number such as +16044441111' }
  if (isBsuid(trimmed)) return { to: trimmed }
  const compact = trimmed.replace(separators, '')
  const hasTrunkZero = /\(\s*0\s*\)/.test(trimmed)
  if (!hasTrunkZero && formats.e164.matches(compact)) return { to: compact }
  return { message: `${describeValue(trimmed)} is no recipient: ${wayOut(trimmed, compact)}` }
}

function wayOut(text: string, compact: string): string {
  if (/^\+?\d+(?:[.,]\d+)?e\+?\d+$/i.test(text)) {
    return 'a spreadsheet turned the number into this, and its last digits are lost: format the column as text and export it again'
  }
  if (/^\+?\d+[.,]0+$/.test(text)) {
    return 'a spreadsheet took it for an amount: format the column as text and export it again'
  }
  if (/\(\s*0\s*\)/.test(text)) {
    return 'the (0) is dialled inside the country only: leave it out'
  }
  if (/^00[1-9]/.test(compact)) return 'write `+` instead of 00'
  if (/^[1-9]\d+$/.test(compact)) {
    return 'write `+` and the country code before the number, as in +16044441111'
  }
  if (/^0\d+$/.test(compact)) {
    return 'write `+` and the country code instead of the 0, as in +16044441111'
  }
  if (/^\+\d+$/.test(compact)) return 'it must have 7 to 15 digits, and the first is no 0'
  return 'write a number with its country code (+16044441111) or a business-scoped user id (US.13491208655302741918)'
}
