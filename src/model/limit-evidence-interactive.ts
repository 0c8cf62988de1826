import { cite, type Evidence } from './limit-evidence-pages.ts'
import type { interactiveLimits } from './limits-interactive.ts'

/** Where the rows of {@link interactiveLimits} come from. */
export const interactiveEvidence: Readonly<Record<keyof typeof interactiveLimits, Evidence>> = {
  headerContentCount: {
    checkable: 'lint',
    confidence: 'documented',
    ...cite('sessionMessages', 'openApi'),
    note: 'A media header stands instead of a text header, so both at once contradict each other; a header with neither has nothing to show.',
  },
  headerTextLength: {
    checkable: 'lint',
    confidence: 'official',
    ...cite('listMessages', 'replyButtonMessages', 'openApi', 'oldReference', 'infobipGo'),
    note: '60 characters on every page; emoji are allowed.',
  },
  headerTextNonBlank: {
    checkable: 'lint',
    confidence: 'inferred',
    ...cite('openApi', 'oldReference'),
    note: 'Live refusal of a header without text (131009): Text cannot be null for header type text. White space alone is treated the same.',
  },
  headerTextSingleLine: {
    checkable: 'lint',
    confidence: 'inferred',
    ...cite('templateComponents', 'templateReview'),
    note: 'Free-form headers are not mentioned; template headers may hold no line feed.',
  },
  headerTextMarkup: {
    checkable: 'lint',
    confidence: 'official',
    ...cite('openApi', 'oldReference', 'pywa'),
    note: 'Formatting marks are shown as they are typed.',
  },
  headerAttachmentType: {
    checkable: 'lint',
    confidence: 'official',
    ...cite('openApi', 'oldReference', 'replyButtonMessages'),
    note: 'A header shows an image, a video or a document; audio is no header type.',
  },
  headerCaptionForbidden: {
    checkable: 'lint',
    confidence: 'SDK',
    ...cite('whatsappApiJs', 'sendSessionMessage'),
    note: "Connectly's schema has the field, WhatsApp knows no such caption, and one library refuses it: it is shown nowhere.",
  },
  bodyLength: {
    checkable: 'lint',
    confidence: 'official',
    ...cite(
      'replyButtonMessages',
      'openApi',
      'oldReference',
      'shareProducts',
      'threeSixtyDialog',
      'infobipGo',
    ),
    note: 'Live refusal (131009): Body text length invalid. Min length: 1, Max length: 1024.',
  },
  bodyRequired: {
    checkable: 'lint',
    confidence: 'official',
    ...cite('openApi', 'oldReference', 'sessionMessages'),
    note: "Every interactive kind but the single product needs a body, which stands in `message.text`. Live refusal: (#100) The parameter interactive['body']['text'] is required.",
  },
  bodyNonBlank: {
    checkable: 'lint',
    confidence: 'inferred',
    ...cite('openApi'),
    note: 'Live refusal of an empty body (131009): Body text length invalid. Min length: 1, Max length: 1024. White space alone is treated the same.',
  },
  footerTextLength: {
    checkable: 'lint',
    confidence: 'official',
    ...cite('openApi', 'oldReference', 'replyButtonMessages', 'listMessages', 'shareProducts'),
    note: 'Live refusal (131009): Footer text length invalid. Min length: 0, Max length: 60.',
  },
  footerTextNonBlank: {
    checkable: 'lint',
    confidence: 'inferred',
    ...cite('openApi'),
    note: 'An empty footer passes by the live error text, but shows nothing: leave the footer out.',
  },
  footerTextSingleLine: {
    checkable: 'lint',
    confidence: 'inferred',
    ...cite('openApi'),
    note: 'Line feeds in a footer are documented nowhere.',
  },
}
