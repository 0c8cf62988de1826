import type { ApiCodeName } from './api-code.ts'

/** Why the API answers with a code, and what keeps it from doing so. */
export interface CatalogueEntry {
  /** One sentence: what is wrong. */
  readonly cause: string
  /** The rules that find it when a file is linted, most of them also before a message is sent. */
  readonly preventedBy: readonly string[]
  /** What the rules cannot see; absent where they leave nothing for the API to find. */
  readonly remainder?: string
}

const surfaces = (cause: string): CatalogueEntry => ({ cause, preventedBy: [] })

const prevented = (cause: string, ...preventedBy: readonly string[]): CatalogueEntry => ({
  cause,
  preventedBy,
})

/**
 * Every code that the API documents, beside what `api-code.ts` says of the error that surfaces it.
 * @see https://docs.connectly.ai/messaging/error-codes
 */
export const errorCatalogue: { readonly [code in ApiCodeName]: CatalogueEntry } = {
  ERROR_CODE_INVALID_SENDER_ID: {
    cause: 'The number of the sender is not valid.',
    preventedBy: ['phone-number', 'unknown-sender'],
    remainder: 'whether the number is one of the business, where the config lists no `senders`',
  },
  ERROR_CODE_PHONE_NUMBER_BAD_FORMAT: prevented(
    'The number of the recipient is not written in E.164 form.',
    'phone-number',
  ),
  ERROR_CODE_MESSAGE_ATTACHMENTS_NUMBER_INVALID: prevented(
    'There is not exactly one attachment.',
    'too-many-items',
    'too-few-items',
  ),
  ERROR_CODE_MESSAGE_TEXT_EMPTY: prevented('The text is empty.', 'blank-text', 'missing-field'),
  ERROR_CODE_MESSAGE_TEMPLATE_NOT_FOUND: {
    cause: 'No template has this name in this language.',
    preventedBy: ['template-name', 'template-language'],
    remainder: 'which templates are approved',
  },
  ERROR_CODE_MESSAGE_TEMPLATE_INPUT_INVALID: {
    cause: 'The parameters of the template are not valid.',
    preventedBy: ['template-parameter', 'template-value', 'line-feed'],
    remainder: 'which parameters the approved template has',
  },
  ERROR_CODE_MESSAGE_ATTACHMENT_EMPTY: prevented(
    'The URL of the attachment is empty.',
    'blank-text',
    'missing-key',
  ),
  ERROR_CODE_MESSAGE_ATTACHMENT_INVALID: prevented(
    'The URL of the attachment cannot be read.',
    'attachment-url',
  ),
  ERROR_CODE_BUSINESS_MISSES_MATCHING_CHANNEL: surfaces(
    'The business has no WhatsApp number to send from.',
  ),
  ERROR_CODE_MESSAGE_OUTSIDE_OF_ELIGIBILITY_WINDOW: {
    cause:
      'The customer last wrote more than 24 hours ago, or wrote to another number of the business.',
    preventedBy: ['several-senders'],
    remainder: 'when the customer last wrote',
  },
  ERROR_CODE_BUSINESS_REACHED_LIMITS: surfaces(
    'The number is restricted after too many blocks or reports of spam.',
  ),
  ERROR_CODE_MESSAGE_SELF_INVALID: {
    cause: 'The recipient is the sender itself.',
    preventedBy: ['phone-number'],
    remainder: 'which number sends, where no `sender` is named',
  },
  ERROR_CODE_MESSAGE_PHONE_NUMBER_INVALID: {
    cause: 'The number of the recipient is not valid.',
    preventedBy: ['phone-number'],
    remainder: 'whether somebody has this number',
  },
  ERROR_CODE_MESSAGE_CUSTOMER_OPTED_OUT: surfaces('The customer wants no template messages.'),
  ERROR_CODE_MESSAGE_CUSTOMER_NO_CONVERSATION_INITIATION: surfaces(
    'The customer has never written.',
  ),
  ERROR_CODE_BUSINESS_KEY_SECRET_ABSENT: surfaces(
    'Connectly has not set up the API secret of the business.',
  ),
  ERROR_CODE_MESSAGE_TEMPLATE_DELETED: surfaces(
    'The template is being deleted in this language, which takes four weeks.',
  ),
  ERROR_CODE_UNSPECIFIED: surfaces('Something unexpected happened; the trace id names it.'),
}
