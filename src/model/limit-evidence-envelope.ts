import { cite, type Evidence } from './limit-evidence-pages.ts'
import type { envelopeLimits } from './limits-envelope.ts'

/** Where the rows of {@link envelopeLimits} come from. */
export const envelopeEvidence: Readonly<Record<keyof typeof envelopeLimits, Evidence>> = {
  countingUnit: {
    checkable: 'lint',
    confidence: 'inferred',
    ...cite('openApi', 'whatsappApiJs', 'courierLabels', 'metaWhatsappRs', 'netflie'),
    date: '2026-08-20',
    note: 'Meta says only "characters". UTF-16 code units of the filled text are never fewer than code points or graphemes, so what passes in this unit passes under each of the three readings; a button label of 20 two-byte letters was accepted, so bytes are not counted. Line feeds, markup signs, joiners and whole addresses all count, nothing is shortened by the API.',
  },
  wellFormedUnicode: {
    checkable: 'lint',
    confidence: 'inferred',
    ...cite('openApi'),
    note: 'The body travels as JSON in UTF-8: a lone surrogate cannot be written in it, and NUL has no place in a text that people read.',
  },
  controlCharacters: {
    checkable: 'lint',
    confidence: 'inferred',
    ...cite('templateReview'),
    note: 'Control characters other than the line feed are documented nowhere, and a line end is meant to be one line feed, never carriage return and line feed.',
  },
  unknownKey: {
    checkable: 'lint',
    confidence: 'official',
    ...cite('metaErrors', 'openApi', 'sessionMessages'),
    note: 'WhatsApp answers an unsupported or misspelt property with error 100. Connectly does not say what it does with one; gateways of its kind drop it in silence, and then a part of the message is missing.',
  },
  contentTypeCount: {
    checkable: 'lint',
    confidence: 'documented',
    ...cite('sessionMessages', 'openApi'),
    note: 'Connectly asks for exactly one of seven content types; `text` beside an interactive object is the body of that object and no second type.',
  },
  messageReferral: {
    checkable: 'lint',
    confidence: 'documented',
    ...cite('sessionMessages'),
    note: 'Connectly marks `referral` read-only: it tells which advertisement an incoming message came from.',
  },
  messageIsEcho: {
    checkable: 'lint',
    confidence: 'documented',
    ...cite('sessionMessages', 'sendSessionMessage'),
    note: 'The field marks messages of the business itself and fits the webhook option of the same name; what it would do in a message that is sent is not described.',
  },
  recipientRequired: {
    checkable: 'send',
    confidence: 'documented',
    ...cite('sessionMessages'),
    note: 'Every request names one recipient, by a phone number or by a business-scoped user id.',
  },
  recipientNumberFormat: {
    checkable: 'send',
    confidence: 'documented',
    ...cite('sessionMessages', 'connectlyErrors', 'metaSending'),
    note: 'An E.164 number: a plus sign, a country code, digits only. Anything else is ERROR_CODE_PHONE_NUMBER_BAD_FORMAT; without plus sign and country code WhatsApp may put its own country in front and reach a stranger.',
  },
  phoneNumberLength: {
    checkable: 'lint',
    confidence: 'documented',
    ...cite('itu', 'sessionMessages'),
    note: 'E.164 allows 15 digits; with the plus sign that Connectly shows this makes 16 characters.',
  },
  bsuidFormat: {
    checkable: 'send',
    confidence: 'official',
    ...cite('metaBsuid', 'connectlyBsuid'),
    note: 'A two-letter country code in capitals, a full stop, and up to 128 letters or digits. The session endpoint takes it bare; the template endpoint wants `bsuid:` in front.',
  },
  recipientIsSender: {
    checkable: 'send',
    confidence: 'documented',
    ...cite('connectlyErrors', 'metaErrors'),
    note: 'A number cannot write to itself: ERROR_CODE_MESSAGE_SELF_INVALID at Connectly, 131021 at WhatsApp.',
  },
  channelType: {
    checkable: 'lint',
    confidence: 'documented',
    ...cite('sessionMessages'),
    note: 'Only `whatsapp` is offered for this endpoint; other values of the schema, such as `sms`, belong to other channels.',
  },
  senderNumberFormat: {
    checkable: 'lint',
    confidence: 'documented',
    ...cite('sessionMessages', 'connectlyErrors'),
    note: 'One of the numbers of the business, as an E.164 number; a business-scoped user id names customers only. Anything else is ERROR_CODE_INVALID_SENDER_ID.',
  },
  senderNamed: {
    checkable: 'lint',
    confidence: 'documented',
    ...cite('connectlyFaq'),
    note: 'With several numbers and no sender Connectly may choose another number than the customer wrote to, and answers that the window is closed although it is open.',
  },
  callbackDataBytes: {
    checkable: 'lint',
    confidence: 'documented',
    ...cite('sessionMessages'),
    note: 'At most 1024 bytes of JSON; more is answered with 400. Whether the server counts as sent or writes the JSON anew is not said, so the compact form is counted, which is what is sent.',
  },
  orderStrategy: {
    checkable: 'lint',
    confidence: 'documented',
    ...cite('sessionMessages'),
    note: 'Two values are documented, `independent` and `short_circuit`; the default is what happens when the key is left out.',
  },
  orderParentRequired: {
    checkable: 'lint',
    confidence: 'inferred',
    ...cite('sessionMessages'),
    note: 'A strategy says how a message depends on its parent; without a parent it has no documented meaning.',
  },
}
