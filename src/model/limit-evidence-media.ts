import { cite, type Evidence } from './limit-evidence-pages.ts'
import type { mediaLimits } from './limits-media.ts'

/** Where the rows of {@link mediaLimits} come from. */
export const mediaEvidence: Readonly<Record<keyof typeof mediaLimits, Evidence>> = {
  attachmentCount: {
    checkable: 'lint',
    confidence: 'documented',
    ...cite('sessionMessages', 'connectlyErrors'),
    note: 'One attachment a message; another number is ERROR_CODE_MESSAGE_ATTACHMENTS_NUMBER_INVALID.',
  },
  attachmentType: {
    checkable: 'lint',
    confidence: 'documented',
    ...cite('sessionMessages'),
    note: 'Connectly names four types: `image`, `video`, `audio` and `document`. Stickers, contacts and reactions cannot be sent here.',
  },
  attachmentTypeRequired: {
    checkable: 'lint',
    confidence: 'documented',
    ...cite('sessionMessages'),
    note: 'The type stands in the attachment itself and decides what the URL is taken for.',
  },
  attachmentTextForbidden: {
    checkable: 'lint',
    confidence: 'inferred',
    ...cite('sessionMessages'),
    note: 'Connectly gives `text` no role beside an attachment or a location: it would be a second content type. The text of an attachment is its caption.',
  },
  attachmentUrlRequired: {
    checkable: 'lint',
    confidence: 'documented',
    ...cite('connectlyErrors', 'oldReference', 'openApi'),
    note: 'The URL is the only way to name a file; an absent or empty one is ERROR_CODE_MESSAGE_ATTACHMENT_EMPTY.',
  },
  attachmentUrlNonBlank: {
    checkable: 'lint',
    confidence: 'documented',
    ...cite('connectlyErrors'),
    note: 'An empty URL is ERROR_CODE_MESSAGE_ATTACHMENT_EMPTY.',
  },
  attachmentUrlFormat: {
    checkable: 'lint',
    confidence: 'official',
    ...cite('openApi', 'oldReference', 'connectlyErrors'),
    note: 'An absolute address with host, http or https (better https). One that cannot be parsed is ERROR_CODE_MESSAGE_ATTACHMENT_INVALID.',
  },
  attachmentUrlLength: {
    checkable: 'lint',
    confidence: 'BSP',
    ...cite('vonage', 'infobipGo', 'infobipRust'),
    note: 'Meta gives no limit. Vonage accepts up to 2000 characters, Infobip up to 2048.',
  },
  attachmentUrlMetaCdn: {
    checkable: 'lint',
    confidence: 'inferred',
    ...cite('metaSending'),
    note: "Meta's page is silent. Public code reports that signed addresses of Meta's own delivery network (hosts named scontent or lookaside) answer 403 to the fetcher.",
  },
  captionLength: {
    checkable: 'lint',
    confidence: 'official',
    ...cite('imageMessages', 'videoMessages', 'documentMessages', 'openApi', 'courierMedia'),
    note: 'Meta says 1024 for image, video and document. Infobip and Vonage let 3000 pass in their own checks, which proves nothing for WhatsApp.',
  },
  audioCaptionForbidden: {
    checkable: 'lint',
    confidence: 'official',
    ...cite('oldReference', 'audioMessages', 'chatwootCaption'),
    note: 'Audio has no caption; sending one was refused live.',
  },
  filenameForbidden: {
    checkable: 'lint',
    confidence: 'documented',
    ...cite('sessionMessages', 'oldReference'),
    note: 'Only documents carry a file name.',
  },
  filenameRequired: {
    checkable: 'lint',
    confidence: 'official',
    ...cite('documentMessages', 'oldReference'),
    note: 'Without a name with an ending the customer sees a nameless file; the ending picks the icon.',
  },
  filenameLength: {
    checkable: 'lint',
    confidence: 'BSP',
    ...cite('infobipGo', 'infobipRust'),
    note: 'Meta gives no limit; Infobip stops at 240 characters.',
  },
  filenameFormat: {
    checkable: 'lint',
    confidence: 'inferred',
    ...cite('documentMessages'),
    note: 'What becomes of path separators, control characters and line feeds in a file name is documented nowhere.',
  },
}
