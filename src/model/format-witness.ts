import type { StringFormat } from './declaration.ts'

/**
 * Writes the text number `variant` (from 0) of a format in exactly so many units; undefined where
 * there is none. Different variants give texts that differ in more than case.
 */
export function writeFormat(
  format: StringFormat,
  length: number,
  variant: number,
): string | undefined {
  switch (format) {
    case 'date':
      return length === 10 ? writeDate(variant) : undefined
    case 'date-time': {
      const time = writeTime(length - 11, variant)
      return time && `2026-12-31T${time}`
    }
    case 'time':
      return writeTime(length, variant)
    case 'uuid':
      return length === 36 ? writeUuid(variant) : undefined
    case 'email':
      return writeEmail(length, variant)
    case 'uri':
      return writeUri(length, variant)
    case 'e164':
      return length < 8 || length > 16 ? undefined : writePhone(length - 1, variant)
    default:
      return format satisfies never
  }
}

/** The 28 days that every month has, backwards from the last. */
function writeDate(variant: number): string | undefined {
  const year = 2026 + Math.floor(variant / 336)
  if (year > 9999) return undefined
  const month = 12 - (Math.floor(variant / 28) % 12)
  return `${year}-${pad(month, 2)}-${pad(28 - (variant % 28), 2)}`
}

/** `23:59:59Z`, or with a fraction of a second or an offset where there is more room. */
function writeTime(length: number, variant: number): string | undefined {
  const second = variant % 60
  const minute = Math.floor(variant / 60) % 60
  const hour = 23 - Math.floor(variant / 3600)
  if (hour < 0) return undefined
  const base = `${pad(hour, 2)}:${pad(59 - minute, 2)}:${pad(59 - second, 2)}`
  const room = length - base.length
  if (room === 1) return `${base}Z`
  return room < 3 ? undefined : `${base}.${'9'.repeat(room - 2)}Z`
}

function writeUuid(variant: number): string {
  return `ffffffff-ffff-4fff-bfff-${pad(variant, 12)}`
}

function writePhone(digits: number, variant: number): string | undefined {
  const number = 10 ** digits - 1 - variant
  return number < 10 ** (digits - 1) ? undefined : `+${number}`
}

/** A one-letter mailbox in a domain as long as need be: its labels have 63 characters at most. */
function writeEmail(length: number, variant: number): string | undefined {
  const room = length - '@.co'.length
  if (room < 2) return undefined
  const tag = letters(variant)
  if (tag.length >= Math.min(room, 64)) return undefined
  return `${tag}@${writeLabels(room - tag.length)}.co`
}

/** So many characters of labels joined by full stops. */
function writeLabels(length: number): string {
  const count = Math.ceil((length + 1) / 64)
  const letters = length - (count - 1)
  return Array.from({ length: count }, (_, index) => {
    const size = Math.floor(letters / count) + (index < letters % count ? 1 : 0)
    return 'w'.repeat(size)
  }).join('.')
}

function writeUri(length: number, variant: number): string | undefined {
  if (length < 8) return undefined
  const tag = letters(variant)
  const host = 'http://a/'
  if (length > host.length + tag.length) {
    return host + 'W'.repeat(length - host.length - tag.length) + tag
  }
  const room = length - 'http://'.length
  return tag.length > room ? undefined : `http://${tag.padStart(room, 'w')}`
}

/** Counts in letters: a, b … z, ba, bb …; different numbers never give the same text. */
function letters(variant: number): string {
  const last = String.fromCharCode(0x61 + (variant % 26))
  return variant < 26 ? last : letters(Math.floor(variant / 26)) + last
}

function pad(number: number, size: number): string {
  return String(number).padStart(size, '0')
}
