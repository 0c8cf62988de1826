import { cite, type Evidence } from './limit-evidence-pages.ts'
import type { textLimits } from './limits-text.ts'

/** Where the rows of {@link textLimits} come from. */
export const textEvidence: Readonly<Record<keyof typeof textLimits, Evidence>> = {
  messageTextLength: {
    checkable: 'lint',
    confidence: 'official',
    ...cite(
      'textMessages',
      'oldReference',
      'openApi',
      'sinchText',
      'gupshupText',
      'vonage',
      'infobipGo',
    ),
    note: "Live refusal: (#100) Param text['body'] must be at most 4096 characters long.",
  },
  messageTextNonBlank: {
    checkable: 'lint',
    confidence: 'documented',
    ...cite('connectlyErrors', 'infobipGo', 'vonage', 'whatsappApiJs'),
    note: 'Connectly answers an empty text with ERROR_CODE_MESSAGE_TEXT_EMPTY; white space alone is treated the same.',
  },
}
