import { envelopeLimits } from '../model/limits-envelope.ts'
import { interactiveLimits } from '../model/limits-interactive.ts'
import { listLimits } from '../model/limits-list.ts'
import { locationLimits } from '../model/limits-location.ts'
import { mediaLimits } from '../model/limits-media.ts'
import { productsLimits } from '../model/limits-products.ts'
import { replyButtonsLimits } from '../model/limits-reply-buttons.ts'
import { templateLimits } from '../model/limits-template.ts'
import { textLimits } from '../model/limits-text.ts'
import type { RulePart } from '../model/rule.ts'
import { check as attachmentUrl } from './rules/attachment-url.ts'
import { check as blankText } from './rules/blank-text.ts'
import { check as callbackDataTooLarge } from './rules/callback-data-too-large.ts'
import { check as duplicateText } from './rules/duplicate-text.ts'
import { check as edgeBlanks } from './rules/edge-blanks.ts'
import { check as emojiInButton } from './rules/emoji-in-button.ts'
import { check as filename } from './rules/filename.ts'
import { check as forbiddenField } from './rules/forbidden-field.ts'
import { check as headerContent } from './rules/header-content.ts'
import { check as ignoredField } from './rules/ignored-field.ts'
import { check as lineFeed } from './rules/line-feed.ts'
import { check as markupNotInterpreted } from './rules/markup-not-interpreted.ts'
import { check as mediaHeaderOnList } from './rules/media-header-on-list.ts'
import { check as missingField } from './rules/missing-field.ts'
import { check as missingSectionTitle } from './rules/missing-section-title.ts'
import { check as numberOutOfRange } from './rules/number-out-of-range.ts'
import { check as phoneNumber } from './rules/phone-number.ts'
import { check as templateName } from './rules/template-name.ts'
import { check as templateValue } from './rules/template-value.ts'
import { check as textTooLong } from './rules/text-too-long.ts'
import { check as tooFewItems } from './rules/too-few-items.ts'
import { check as tooManyItems } from './rules/too-many-items.ts'

// An application carries the rules of the content that its messages have, so each part names all
// that look at it. Tools run every rule on everything.

/** What every message is held to. */
export const commonRules: RulePart = {
  keys: [],
  limits: [envelopeLimits],
  checks: [
    blankText,
    callbackDataTooLarge,
    forbiddenField,
    ignoredField,
    missingField,
    phoneNumber,
    textTooLong,
  ],
}

/** What a text is held to. */
export const textRules: RulePart = { keys: ['text'], limits: [textLimits], checks: [] }

/** What attachments are held to, and a file in a header. */
export const mediaRules: RulePart = {
  keys: ['attachments', 'attachment'],
  limits: [mediaLimits],
  checks: [attachmentUrl, filename, tooFewItems, tooManyItems],
}

/** What a location is held to. */
export const locationRules: RulePart = {
  keys: ['location'],
  limits: [locationLimits, mediaLimits],
  checks: [numberOutOfRange],
}

/** What a list is held to. */
export const listRules: RulePart = {
  keys: ['listMessage'],
  limits: [interactiveLimits, listLimits],
  checks: [
    duplicateText,
    edgeBlanks,
    headerContent,
    lineFeed,
    markupNotInterpreted,
    mediaHeaderOnList,
    missingSectionTitle,
    tooFewItems,
    tooManyItems,
  ],
}

/** What reply buttons are held to. */
export const replyButtonRules: RulePart = {
  keys: ['replyButtonMessage'],
  limits: [interactiveLimits, replyButtonsLimits],
  checks: [
    duplicateText,
    edgeBlanks,
    emojiInButton,
    headerContent,
    lineFeed,
    markupNotInterpreted,
    tooFewItems,
    tooManyItems,
  ],
}

/** What products are held to, one or several. */
export const productRules: RulePart = {
  keys: ['singleProductMessage', 'multiProductMessage'],
  limits: [interactiveLimits, productsLimits],
  checks: [
    duplicateText,
    headerContent,
    lineFeed,
    markupNotInterpreted,
    missingSectionTitle,
    tooFewItems,
    tooManyItems,
  ],
}

/** What a template is held to. */
export const templateRules: RulePart = {
  keys: [],
  limits: [templateLimits],
  checks: [attachmentUrl, lineFeed, templateName, templateValue],
}
