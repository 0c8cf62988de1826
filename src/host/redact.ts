/** Makes a text from outside fit for an error: without the key, on one line, not endless. */
export type Redact = (text: string) => string

/** Shorter keys are no secrets, and hiding them would cut pieces out of ordinary words. */
const shortestSecret = 8
const longestText = 500

/** Returns a function that removes the key, control characters and what is too long to read. */
export function createRedact(apiKey: string): Redact {
  return (text) => {
    const hidden = apiKey.length < shortestSecret ? text : text.replaceAll(apiKey, '[key removed]')
    const plain = hidden.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()
    return plain.length > longestText ? `${plain.slice(0, longestText)}…` : plain
  }
}
