import { rule as ambiguousId } from './ambiguous-id.ts'
import { rule as apiKeyInConfig } from './api-key-in-config.ts'
import { rule as attachmentUrl } from './attachment-url.ts'
import { rule as blankText } from './blank-text.ts'
import { rule as callbackDataNearLimit } from './callback-data-near-limit.ts'
import { rule as callbackDataTooLarge } from './callback-data-too-large.ts'
import { rule as contentType } from './content-type.ts'
import { rule as controlCharacter } from './control-character.ts'
import { rule as duplicateKey } from './duplicate-key.ts'
import { rule as duplicateText } from './duplicate-text.ts'
import { rule as edgeBlanks } from './edge-blanks.ts'
import { rule as emojiInButton } from './emoji-in-button.ts'
import { rule as expiringUrl } from './expiring-url.ts'
import { rule as filename } from './filename.ts'
import { rule as forbiddenField } from './forbidden-field.ts'
import { rule as forbiddenKey } from './forbidden-key.ts'
import { rule as foreignPlaceholder } from './foreign-placeholder.ts'
import { rule as headerContent } from './header-content.ts'
import { rule as ignoredField } from './ignored-field.ts'
import { rule as invalidCondition } from './invalid-condition.ts'
import { rule as invalidConfig } from './invalid-config.ts'
import { rule as invalidDeclaration } from './invalid-declaration.ts'
import { rule as invalidEach } from './invalid-each.ts'
import { rule as invalidExample } from './invalid-example.ts'
import { rule as invalidName } from './invalid-name.ts'
import { rule as invalidRetirement } from './invalid-retirement.ts'
import { rule as invalidSuppression } from './invalid-suppression.ts'
import { rule as invalidValue } from './invalid-value.ts'
import { rule as lineFeed } from './line-feed.ts'
import { rule as localeMismatch } from './locale-mismatch.ts'
import { rule as markupNotInterpreted } from './markup-not-interpreted.ts'
import { rule as mediaHeaderOnList } from './media-header-on-list.ts'
import { rule as missingField } from './missing-field.ts'
import { rule as missingKey } from './missing-key.ts'
import { rule as missingLocale } from './missing-locale.ts'
import { rule as missingSectionTitle } from './missing-section-title.ts'
import { rule as nameCollision } from './name-collision.ts'
import { rule as numberOutOfRange } from './number-out-of-range.ts'
import { rule as phoneNumber } from './phone-number.ts'
import { rule as privateHost } from './private-host.ts'
import { rule as retiredIdReused } from './retired-id-reused.ts'
import type { Rule } from './rule.ts'
import { rule as secretInCallbackData } from './secret-in-callback-data.ts'
import { rule as severalSenders } from './several-senders.ts'
import { rule as templateLanguage } from './template-language.ts'
import { rule as templateName } from './template-name.ts'
import { rule as templateParameter } from './template-parameter.ts'
import { rule as templateSyntax } from './template-syntax.ts'
import { rule as templateValue } from './template-value.ts'
import { rule as textTooLong } from './text-too-long.ts'
import { rule as tooFewItems } from './too-few-items.ts'
import { rule as tooManyItems } from './too-many-items.ts'
import { rule as unbalancedMarkup } from './unbalanced-markup.ts'
import { rule as undeclaredVariable } from './undeclared-variable.ts'
import { rule as unknownKey } from './unknown-key.ts'
import { rule as unknownSender } from './unknown-sender.ts'
import { rule as unlistedLocale } from './unlisted-locale.ts'
import { rule as unquotedText } from './unquoted-text.ts'
import { rule as unreadableFile } from './unreadable-file.ts'
import { rule as unsupportedFile } from './unsupported-file.ts'
import { rule as untraceableCallbackData } from './untraceable-callback-data.ts'
import { rule as unusedSuppression } from './unused-suppression.ts'
import { rule as unusedVariable } from './unused-variable.ts'
import { rule as urlNotHttps } from './url-not-https.ts'
import { rule as urlWithCredentials } from './url-with-credentials.ts'
import { rule as uselessValue } from './useless-value.ts'
import { rule as variableInMarkup } from './variable-in-markup.ts'
import { rule as variantWithoutDefault } from './variant-without-default.ts'
import { rule as wrongType } from './wrong-type.ts'
import { rule as wrongVariableType } from './wrong-variable-type.ts'
import { rule as yamlFeature } from './yaml-feature.ts'
import { rule as yamlSyntax } from './yaml-syntax.ts'
import { rule as yamlTooLarge } from './yaml-too-large.ts'

/** Every rule, in the order of its name: those that check bounds, and those of the steps before. */
export const rules: readonly Rule[] = [
  ambiguousId,
  apiKeyInConfig,
  attachmentUrl,
  blankText,
  callbackDataNearLimit,
  callbackDataTooLarge,
  contentType,
  controlCharacter,
  duplicateKey,
  duplicateText,
  edgeBlanks,
  emojiInButton,
  expiringUrl,
  filename,
  forbiddenField,
  forbiddenKey,
  foreignPlaceholder,
  headerContent,
  ignoredField,
  invalidCondition,
  invalidConfig,
  invalidDeclaration,
  invalidEach,
  invalidExample,
  invalidName,
  invalidRetirement,
  invalidSuppression,
  invalidValue,
  lineFeed,
  localeMismatch,
  markupNotInterpreted,
  mediaHeaderOnList,
  missingField,
  missingKey,
  missingLocale,
  missingSectionTitle,
  nameCollision,
  numberOutOfRange,
  phoneNumber,
  privateHost,
  retiredIdReused,
  secretInCallbackData,
  severalSenders,
  templateLanguage,
  templateName,
  templateParameter,
  templateSyntax,
  templateValue,
  textTooLong,
  tooFewItems,
  tooManyItems,
  unbalancedMarkup,
  undeclaredVariable,
  unknownKey,
  unknownSender,
  unlistedLocale,
  unquotedText,
  unreadableFile,
  unsupportedFile,
  untraceableCallbackData,
  unusedSuppression,
  unusedVariable,
  urlNotHttps,
  urlWithCredentials,
  uselessValue,
  variableInMarkup,
  variantWithoutDefault,
  wrongType,
  wrongVariableType,
  yamlFeature,
  yamlSyntax,
  yamlTooLarge,
]

const byName: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.name, rule]))

/** The rule of a name. */
export function findRule(name: string): Rule | undefined {
  return byName.get(name)
}

/** The names of all rules. */
export const ruleNames: ReadonlySet<string> = new Set(byName.keys())
