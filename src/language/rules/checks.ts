import type { Check } from '../../model/rule.ts'
import { check as attachmentUrl } from './attachment-url.ts'
import { check as blankText } from './blank-text.ts'
import { check as callbackDataTooLarge } from './callback-data-too-large.ts'
import { check as duplicateText } from './duplicate-text.ts'
import { check as edgeBlanks } from './edge-blanks.ts'
import { check as emojiInButton } from './emoji-in-button.ts'
import { check as filename } from './filename.ts'
import { check as forbiddenField } from './forbidden-field.ts'
import { check as headerContent } from './header-content.ts'
import { check as ignoredField } from './ignored-field.ts'
import { check as lineFeed } from './line-feed.ts'
import { check as markupNotInterpreted } from './markup-not-interpreted.ts'
import { check as mediaHeaderOnList } from './media-header-on-list.ts'
import { check as missingField } from './missing-field.ts'
import { check as missingSectionTitle } from './missing-section-title.ts'
import { check as numberOutOfRange } from './number-out-of-range.ts'
import { check as phoneNumber } from './phone-number.ts'
import { check as templateName } from './template-name.ts'
import { check as templateValue } from './template-value.ts'
import { check as textTooLong } from './text-too-long.ts'
import { check as tooFewItems } from './too-few-items.ts'
import { check as tooManyItems } from './too-many-items.ts'

/** Every check, in the order of its name. Applications run these too: no documentation here. */
export const checks: readonly Check[] = [
  attachmentUrl,
  blankText,
  callbackDataTooLarge,
  duplicateText,
  edgeBlanks,
  emojiInButton,
  filename,
  forbiddenField,
  headerContent,
  ignoredField,
  lineFeed,
  markupNotInterpreted,
  mediaHeaderOnList,
  missingField,
  missingSectionTitle,
  numberOutOfRange,
  phoneNumber,
  templateName,
  templateValue,
  textTooLong,
  tooFewItems,
  tooManyItems,
]
