/** The plain form of a business-scoped user id. @see connectly-api reference, BSUID (documented, read 2026-11) */
const bsuid = /^[A-Z]{2}\.[A-Za-z0-9]{1,128}$/

/** Whether an id is a business-scoped user id and not a phone number. */
export function isBsuid(id: string): boolean {
  return bsuid.test(id)
}
