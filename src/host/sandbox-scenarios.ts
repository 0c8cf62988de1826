/** Faults of a connection or of the service: a request meets at most one of them. */
export const fateNames = [
  '429-storm',
  'reset-before',
  'reset-after',
  'cut-body',
  'hang',
  'hang-after',
  '500',
  '500-after',
  'window-closed',
  'opted-out',
  'business-limits',
] as const

/** What can come on top of anything else. */
export const extraNames = [
  'slow',
  'delivery-failed',
  'webhooks-repeated',
  'webhooks-unordered',
] as const

/** A fault that decides what becomes of a request. */
export type FateName = (typeof fateNames)[number]

/** Something that comes on top. */
export type ExtraName = (typeof extraNames)[number]

/** A fault that the sandbox can rehearse. */
export type ScenarioName = FateName | ExtraName

/** Every scenario, in the order in which people read of them. */
export const scenarioNames: readonly ScenarioName[] = [...fateNames, ...extraNames]

/** How long a `slow` answer takes. */
export const slowMs = 3000
/** How long a storm lasts, and how long it is calm after it at least. */
export const stormMs = 3000

/** A fault of the answer opens no window and mends no message. */
const judged = 'the message is accepted unless something else refuses it'

/** What each scenario does, for people. */
export const scenarioTexts: { readonly [name in ScenarioName]: string } = {
  '429-storm': `429 with Retry-After for everybody, for ${stormMs / 1000} s, then calm for as long; in a header for one request`,
  'reset-before': 'the connection is reset before the request is read; nothing is accepted',
  'reset-after': `${judged}, and the connection reset before the answer`,
  'cut-body': `${judged}, and the answer ends in the middle of its body`,
  hang: 'no answer ever comes; nothing is accepted',
  'hang-after': `${judged}, and no answer ever comes`,
  '500': 'answered with 500; nothing is accepted',
  '500-after': `${judged}, and answered with 500`,
  'window-closed': 'session messages meet a closed 24-hour window; templates pass',
  'opted-out': 'the customer wants no messages of this business',
  'business-limits': 'the number is restricted after too many blocks or reports',
  slow: `the answer takes ${slowMs / 1000} s`,
  'delivery-failed': 'the message is accepted, and a webhook says later that it failed',
  'webhooks-repeated': 'each webhook about the message comes twice',
  'webhooks-unordered': 'the webhooks about the message come in reverse order',
}
