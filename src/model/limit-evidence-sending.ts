import { cite, type Evidence } from './limit-evidence-pages.ts'
import type { sendingLimits } from './limits-sending.ts'

/** Where the rows of {@link sendingLimits} come from. */
export const sendingEvidence: Readonly<Record<keyof typeof sendingLimits, Evidence>> = {
  requestRate: {
    checkable: 'send',
    confidence: 'documented',
    ...cite('sessionMessages', 'templateMessages'),
    note: 'Each endpoint is documented at 200 requests a second, beyond that 429. Whether both share one budget, and whose budget it is, is not said.',
  },
  serviceWindow: {
    checkable: 'send',
    confidence: 'documented',
    ...cite('sessionMessages', 'connectlyErrors', 'metaSending', 'metaErrors', 'shareProducts'),
    note: 'Free-form messages reach a customer within 24 hours after their last message; later it is ERROR_CODE_MESSAGE_OUTSIDE_OF_ELIGIBILITY_WINDOW, 131047 at WhatsApp, and only a template gets through.',
  },
  pairRate: {
    checkable: 'send',
    confidence: 'official',
    ...cite('aboutPlatform', 'metaErrors'),
    note: 'One message to the same customer every 6 seconds, about ten a minute; beyond that 131056.',
  },
  pairBurst: {
    checkable: 'send',
    confidence: 'official',
    ...cite('aboutPlatform'),
    note: 'A burst is borrowed from later quota: after 20 at once about two minutes pass before the next. WhatsApp advises to wait 4 to the power of the attempt, in seconds.',
  },
  numberThroughput: {
    checkable: 'send',
    confidence: 'official',
    ...cite('metaThroughput', 'metaErrors'),
    note: '80 a second for a number by default, sent and received together, up to 1000 on request, 20 for a number that the WhatsApp Business app shares; beyond that 130429.',
  },
  throughputUpgrade: {
    checkable: 'no',
    confidence: 'official',
    ...cite('metaThroughput', 'metaErrors'),
    note: 'While its throughput is raised, for up to a minute, calls for a number fail with 131057.',
  },
  messagingTier: {
    checkable: 'no',
    confidence: 'official',
    ...cite('messagingLimits'),
    note: 'The smallest tier; the others are 2,000, 10,000, 100,000 and without limit. Templates count towards it, replies inside the window do not.',
  },
  deliveryTimeToLive: {
    checkable: 'no',
    confidence: 'official',
    ...cite('metaSending'),
    note: 'A message that cannot be delivered is dropped after 30 days.',
  },
  deliveryOrder: {
    checkable: 'no',
    confidence: 'official',
    ...cite('metaSending'),
    note: 'Not guaranteed: wait until one message is delivered before the next is sent.',
  },
  acceptedIsNotDelivered: {
    checkable: 'no',
    confidence: 'official',
    ...cite('metaSending', 'metaErrors'),
    note: 'An answer of success with an id means accepted; a refusal may still follow by webhook.',
  },
}
