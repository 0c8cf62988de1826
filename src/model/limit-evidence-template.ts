import { cite, type Evidence } from './limit-evidence-pages.ts'
import type { templateLimits } from './limits-template.ts'

/** Where the rows of {@link templateLimits} come from. */
export const templateEvidence: Readonly<Record<keyof typeof templateLimits, Evidence>> = {
  templateNameLength: {
    checkable: 'lint',
    confidence: 'official',
    ...cite('templateOverview'),
    note: '1 to 512 characters.',
  },
  templateNameFormat: {
    checkable: 'lint',
    confidence: 'official',
    ...cite('templateOverview', 'templateMessages'),
    note: 'Lower-case letters, digits and underscores; it has to be the exact name of an approved template.',
  },
  templateLanguageRequired: {
    checkable: 'lint',
    confidence: 'documented',
    ...cite('templateMessages', 'oldReference', 'openApi'),
    note: 'A template exists in one or several languages, and the request names one.',
  },
  templateLanguageNonBlank: {
    checkable: 'lint',
    confidence: 'documented',
    ...cite('templateMessages', 'oldReference'),
    note: 'An empty language names no approved version.',
  },
  templateLanguageFormat: {
    checkable: 'lint',
    confidence: 'inferred',
    ...cite('templateMessages'),
    note: 'Documented examples are `en`, `en_US` and `pt_BR`, with an underscore; a tag with a hyphen names no approved version.',
  },
  templateExists: {
    checkable: 'no',
    confidence: 'documented',
    ...cite('templateMessages', 'connectlyErrors', 'metaErrors'),
    note: 'No template with that name and language: ERROR_CODE_MESSAGE_TEMPLATE_NOT_FOUND at Connectly, 132001 at WhatsApp. Only the account can tell.',
  },
  templateParameterName: {
    checkable: 'lint',
    confidence: 'documented',
    ...cite('templateMessages'),
    note: 'Names on the page: `header_text`, `header_image`, `header_video`, `header_document`, `body_1` and so on, `button_1_url`, `button_2_url`. The names for carousel cards were not visible, so another name may be right.',
  },
  templateBodyParameterNumber: {
    checkable: 'lint',
    confidence: 'documented',
    ...cite('templateMessages'),
    note: 'The page shows `body_1` to `body_15`.',
  },
  templateParameterCount: {
    checkable: 'no',
    confidence: 'official',
    ...cite('metaErrors', 'connectlyErrors'),
    note: 'As many values as the approved template has variables, else 132000, or ERROR_CODE_MESSAGE_TEMPLATE_INPUT_INVALID at Connectly. Only the template can tell.',
  },
  templateParameterType: {
    checkable: 'no',
    confidence: 'official',
    ...cite('metaErrors', 'connectlyErrors'),
    note: 'Kind and form of a value have to match the approved component, else 132012. Only the template can tell.',
  },
  templateValueNonBlank: {
    checkable: 'lint',
    confidence: 'inferred',
    ...cite('metaErrors'),
    note: 'Empty values are refused live.',
  },
  templateValueSingleLine: {
    checkable: 'lint',
    confidence: 'inferred',
    ...cite('templateReview'),
    note: 'Live refusal (100, in 2026 also 132018): Param text cannot have new-line/tab characters or more than 4 consecutive spaces.',
  },
  templateValueTab: {
    checkable: 'lint',
    confidence: 'inferred',
    ...cite('templateReview'),
    note: 'A tab is refused like a line feed, with the same error text.',
  },
  templateValueSpaces: {
    checkable: 'lint',
    confidence: 'inferred',
    ...cite('templateReview'),
    note: 'More than four spaces in a row are refused like a line feed, with the same error text.',
  },
  templateValueLength: {
    checkable: 'lint',
    confidence: 'official',
    ...cite('oldReference', 'openApi', 'sinchText'),
    note: '32768 characters, and only where the template has nothing but a body.',
  },
  templateBodyLength: {
    checkable: 'lint',
    confidence: 'official',
    ...cite('oldReference', 'openApi', 'templateComponents', 'metaErrors'),
    note: 'With a header, a footer or buttons the body has at most 1024 characters, fixed text included, and 132005 answers a longer one. The fixed text is not known here: a longer value can pass only in a template that is all body.',
  },
  templateHeaderTextLength: {
    checkable: 'lint',
    confidence: 'official',
    ...cite('templateComponents', 'metaErrors'),
    note: 'The header of a template has at most 60 characters, fixed text included; a value alone that is longer can fit in none (132005).',
  },
  templateMediaUrlFormat: {
    checkable: 'lint',
    confidence: 'documented',
    ...cite('templateMessages', 'openApi'),
    note: 'The value of a media header is the address of the file, absolute, http or https.',
  },
  templateMediaPublic: {
    checkable: 'no',
    confidence: 'official',
    ...cite('metaErrors'),
    note: 'Fetched after the API has accepted the message, as with attachments: a failure arrives later as 131053.',
  },
}
