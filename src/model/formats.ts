import type { StringFormat } from './declaration.ts'

/** What a format accepts. */
export interface Format {
  /** What a text of the format is, for people: `a calendar date such as 2026-01-31`. */
  readonly description: string
  matches(text: string): boolean
}

/** The format `date`: RFC 3339 `full-date`. */
export const dateFormat: Format = {
  description: 'a calendar date such as `2026-01-31`',
  matches: isDate,
}

/** The format `date-time`: RFC 3339, with an offset. */
export const dateTimeFormat: Format = {
  description: 'a date and time with its offset such as `2026-01-31T09:30:00Z`',
  matches: (text) =>
    isDate(text.slice(0, 10)) && /^[Tt]$/.test(text.slice(10, 11)) && isTime(text.slice(11)),
}

/** The format `time`: RFC 3339 `full-time`. */
export const timeFormat: Format = {
  description: 'a time with its offset such as `09:30:00Z`',
  matches: isTime,
}

/** The format `uuid`, in 36 characters. */
export const uuidFormat: Format = {
  description: 'a UUID of 36 characters such as `123e4567-e89b-12d3-a456-426614174000`',
  matches: (text) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text),
}

/** The format `email`: a dot-atom and a domain of two labels or more. */
export const emailFormat: Format = {
  description: 'an e-mail address such as `ana@example.com`',
  matches: isEmail,
}

/** The format `uri`: an absolute http or https URL in ASCII. */
export const uriFormat: Format = {
  description: 'an absolute http or https URL in ASCII such as `https://example.com/a`',
  matches: isUri,
}

/** The format `e164`: a phone number with `+` and its country code. */
export const e164Format: Format = {
  description: 'a phone number in E.164 form such as `+16044441111`',
  matches: (text) => /^\+[1-9][0-9]{6,14}$/.test(text),
}

/** The formats of string variables. Each is stricter than it is polite: what passes, works. */
export const formats: { readonly [name in StringFormat]: Format } = {
  date: dateFormat,
  'date-time': dateTimeFormat,
  time: timeFormat,
  uuid: uuidFormat,
  email: emailFormat,
  uri: uriFormat,
  e164: e164Format,
}

/** Whether a text has a format. */
export function matchesFormat(format: StringFormat, text: string): boolean {
  return formats[format].matches(text)
}

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** RFC 3339 `full-date` that stands in the calendar. */
function isDate(text: string): boolean {
  const match = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(text)
  if (match === null) return false
  const [year, month, day] = match.slice(1).map(Number)
  if (year === undefined || month === undefined || day === undefined) return false
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const days = month === 2 && isLeapYear ? 29 : (monthDays[month - 1] ?? 0)
  return day >= 1 && day <= days
}

/** RFC 3339 `full-time`; a 60th second only where one can be inserted, at 23:59 UTC. */
function isTime(text: string): boolean {
  const match =
    /^([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.[0-9]+)?(?:[Zz]|([+-])([0-9]{2}):([0-9]{2}))$/.exec(text)
  if (match === null) return false
  const [hour = 0, minute = 0, second = 0] = match.slice(1, 4).map(Number)
  const [offsetHour = 0, offsetMinute = 0] = match.slice(5, 7).map((part) => Number(part ?? 0))
  if (hour > 23 || minute > 59 || second > 60 || offsetHour > 23 || offsetMinute > 59) return false
  if (second < 60) return true
  const offset = (match[4] === '-' ? -1 : 1) * (offsetHour * 60 + offsetMinute)
  return (hour * 60 + minute - offset + 2880) % 1440 === 1439
}

/** A dot-atom of at most 64 characters, `@`, and a domain of at least two labels. */
function isEmail(text: string): boolean {
  const at = text.indexOf('@')
  const local = text.slice(0, at)
  if (at < 1 || local.length > 64) return false
  const atoms = local.split('.')
  if (!atoms.every((atom) => /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+$/.test(atom))) return false
  const labels = text.slice(at + 1).split('.')
  if (labels.length < 2 || !labels.every(isLabel)) return false
  return /^(?:[A-Za-z]{2,63}|xn--[A-Za-z0-9-]{1,59})$/i.test(labels.at(-1) ?? '')
}

function isLabel(label: string): boolean {
  return label.length <= 63 && /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/.test(label)
}

/** RFC 3986 characters and percent-escapes only, with a host; the platform has the last word. */
function isUri(text: string): boolean {
  if (
    !/^https?:\/\/[A-Za-z0-9[][^/?#]*/i.test(text) &&
    !/^https?:\/\/[^/?#@]+@[^/?#]/i.test(text)
  ) {
    return false
  }
  if (!/^(?:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+$/.test(text)) return false
  return URL.canParse(text)
}
