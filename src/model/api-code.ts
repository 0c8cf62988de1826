/** What one `ERROR_CODE_…` of the API means for the sender. */
export interface ApiCode {
  /** The class that surfaces it, below `ConnectlyError`. */
  readonly surfacesAs: 'ApiError' | 'OutsideWindowError'
  /** The way out: completes the sentence "Connectly refused the message: …". */
  readonly advice: string
}

/**
 * Every code that the API documents.
 * @see https://docs.connectly.ai/messaging/error-codes
 */
export type ApiCodeName =
  | 'ERROR_CODE_INVALID_SENDER_ID'
  | 'ERROR_CODE_PHONE_NUMBER_BAD_FORMAT'
  | 'ERROR_CODE_MESSAGE_ATTACHMENTS_NUMBER_INVALID'
  | 'ERROR_CODE_MESSAGE_TEXT_EMPTY'
  | 'ERROR_CODE_MESSAGE_TEMPLATE_NOT_FOUND'
  | 'ERROR_CODE_MESSAGE_TEMPLATE_INPUT_INVALID'
  | 'ERROR_CODE_MESSAGE_ATTACHMENT_EMPTY'
  | 'ERROR_CODE_MESSAGE_ATTACHMENT_INVALID'
  | 'ERROR_CODE_BUSINESS_MISSES_MATCHING_CHANNEL'
  | 'ERROR_CODE_MESSAGE_OUTSIDE_OF_ELIGIBILITY_WINDOW'
  | 'ERROR_CODE_BUSINESS_REACHED_LIMITS'
  | 'ERROR_CODE_MESSAGE_SELF_INVALID'
  | 'ERROR_CODE_MESSAGE_PHONE_NUMBER_INVALID'
  | 'ERROR_CODE_MESSAGE_CUSTOMER_OPTED_OUT'
  | 'ERROR_CODE_MESSAGE_CUSTOMER_NO_CONVERSATION_INITIATION'
  | 'ERROR_CODE_BUSINESS_KEY_SECRET_ABSENT'
  | 'ERROR_CODE_MESSAGE_TEMPLATE_DELETED'
  | 'ERROR_CODE_UNSPECIFIED'

/** In the order of the documentation. */
const advices: { readonly [code in ApiCodeName]: string } = {
  ERROR_CODE_INVALID_SENDER_ID:
    'give `sender` one of your own WhatsApp numbers in E.164 form (+14151111234)',
  ERROR_CODE_PHONE_NUMBER_BAD_FORMAT: "write the recipient's number in E.164 form (+16044441111)",
  ERROR_CODE_MESSAGE_ATTACHMENTS_NUMBER_INVALID: 'send exactly one attachment a message',
  ERROR_CODE_MESSAGE_TEXT_EMPTY: 'give the message a text that is not blank',
  ERROR_CODE_MESSAGE_TEMPLATE_NOT_FOUND:
    'check the name and the language of the template against the approved ones',
  ERROR_CODE_MESSAGE_TEMPLATE_INPUT_INVALID:
    'pass exactly the parameters that the approved template declares',
  ERROR_CODE_MESSAGE_ATTACHMENT_EMPTY: 'give the attachment a `url`',
  ERROR_CODE_MESSAGE_ATTACHMENT_INVALID:
    'give the attachment a complete public URL that begins with https://',
  ERROR_CODE_BUSINESS_MISSES_MATCHING_CHANNEL:
    'connect a WhatsApp number to this business, or check `businessId`',
  ERROR_CODE_MESSAGE_OUTSIDE_OF_ELIGIBILITY_WINDOW:
    'the customer last wrote more than 24 hours ago, send an approved template (or name the `sender` that the customer wrote to)',
  ERROR_CODE_BUSINESS_REACHED_LIMITS:
    'stop sending and look at the quality of the number: it is restricted after too many blocks or reports',
  ERROR_CODE_MESSAGE_SELF_INVALID: 'choose another recipient: this one is the sender itself',
  ERROR_CODE_MESSAGE_PHONE_NUMBER_INVALID:
    "check the recipient's number: WhatsApp does not reach it",
  ERROR_CODE_MESSAGE_CUSTOMER_OPTED_OUT:
    'take this customer off the list: they want no template messages',
  ERROR_CODE_MESSAGE_CUSTOMER_NO_CONVERSATION_INITIATION:
    'the customer has never written, send an approved template',
  ERROR_CODE_BUSINESS_KEY_SECRET_ABSENT: 'ask Connectly to set up the API secret of this business',
  ERROR_CODE_MESSAGE_TEMPLATE_DELETED:
    'use another template: this one is being deleted, its name is free after four weeks',
  ERROR_CODE_UNSPECIFIED:
    'check the message with `connectly lint`, then ask Connectly, with the trace id',
}

/** The codes that say that the 24-hour window is closed, or was never open. */
export const windowCodes: readonly string[] = [
  'ERROR_CODE_MESSAGE_OUTSIDE_OF_ELIGIBILITY_WINDOW',
  'ERROR_CODE_MESSAGE_CUSTOMER_NO_CONVERSATION_INITIATION',
]

/** What is known of a code; the API may have more codes than it documents. */
export function findApiCode(code: string): ApiCode | undefined {
  if (!isApiCode(code)) return undefined
  const surfacesAs = windowCodes.includes(code) ? 'OutsideWindowError' : 'ApiError'
  return { surfacesAs, advice: advices[code] }
}

/** Whether the API documents a code. */
export function isApiCode(code: string): code is ApiCodeName {
  return Object.hasOwn(advices, code)
}

/** All documented codes, in the order of the documentation. */
export function listApiCodes(): readonly ApiCodeName[] {
  return Object.keys(advices).filter(isApiCode)
}
