import { cite, type Evidence } from './limit-evidence-pages.ts'
import type { replyButtonsLimits } from './limits-reply-buttons.ts'

/** Where the rows of {@link replyButtonsLimits} come from. */
export const replyButtonsEvidence: Readonly<Record<keyof typeof replyButtonsLimits, Evidence>> = {
  replyButtonCount: {
    checkable: 'lint',
    confidence: 'documented',
    ...cite('sessionMessages', 'replyButtonMessages', 'openApi'),
    note: 'Connectly says at most three. Live refusal (131009): Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: 3.',
  },
  replyButtonPartsRequired: {
    checkable: 'lint',
    confidence: 'official',
    ...cite('replyButtonMessages', 'openApi'),
    note: 'Every button has an id, which comes back in the reply, and a text.',
  },
  replyButtonTextLength: {
    checkable: 'lint',
    confidence: 'official',
    ...cite('replyButtonMessages', 'openApi', 'heyoo', 'courierLabels'),
    date: '2026-08-20',
    note: 'Measured live on 20 August 2026: 20 characters accepted, 21 and 25 refused (131009): Button title length invalid. Min length: 1, Max length: 20. Connectly calls this title `text`.',
  },
  replyButtonTextNonBlank: {
    checkable: 'lint',
    confidence: 'inferred',
    ...cite('replyButtonMessages', 'openApi'),
    note: 'Live refusal of an empty label (131009): Button title length invalid. Min length: 1, Max length: 20. White space alone is treated the same.',
  },
  replyButtonTextUnique: {
    checkable: 'lint',
    confidence: 'official',
    ...cite('openApi', 'whatsappApiJs', 'infobipJava'),
    note: 'Labels that are equal after trimming are refused live (131009): Duplicate button title.',
  },
  replyButtonTextUniqueIgnoringCase: {
    checkable: 'lint',
    confidence: 'inferred',
    ...cite('openApi'),
    note: 'Whether labels that differ in case only count as equal is not known; a customer can hardly tell them apart.',
  },
  replyButtonTextMarkup: {
    checkable: 'lint',
    confidence: 'official',
    ...cite('openApi', 'oldReference', 'infobipJava'),
    note: 'Formatting marks are shown as they are typed.',
  },
  replyButtonTextEmoji: {
    checkable: 'lint',
    confidence: 'official',
    ...cite('openApi', 'infobipJava', 'gupshupReply'),
    note: 'Meta supports emoji; Infobip and Gupshup do not allow them.',
  },
  replyButtonTextTrimmed: {
    checkable: 'lint',
    confidence: 'SDK',
    ...cite('whatsappApiJs'),
    note: 'One library refuses blanks at the ends; Meta speaks of them for ids only.',
  },
  replyButtonTextSingleLine: {
    checkable: 'lint',
    confidence: 'SDK',
    ...cite('whatsappApiJs'),
    note: 'One library refuses line feeds in a label; Meta is silent.',
  },
  replyButtonIdLength: {
    checkable: 'lint',
    confidence: 'official',
    ...cite('replyButtonMessages', 'openApi', 'exotelInteractive', 'infobipGo'),
    note: '256 characters; the 20 of carousel cards is another product.',
  },
  replyButtonIdNonBlank: {
    checkable: 'lint',
    confidence: 'inferred',
    ...cite('replyButtonMessages', 'openApi'),
    note: 'The id is what comes back when the customer taps; white space alone is treated as empty.',
  },
  replyButtonIdTrimmed: {
    checkable: 'lint',
    confidence: 'official',
    ...cite('openApi', 'oldReference', 'infobipJava', 'whatsappApiJs'),
    note: 'No blanks at the ends of an id.',
  },
  replyButtonIdUnique: {
    checkable: 'lint',
    confidence: 'official',
    ...cite('replyButtonMessages', 'openApi', 'whatsappApiJs'),
    note: 'Unique within the message: two buttons with one id could not be told apart in the reply.',
  },
}
