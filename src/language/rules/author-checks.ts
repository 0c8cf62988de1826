import type { AuthorCheck } from './author-check.ts'
import { check as callbackDataNearLimit } from './callback-data-near-limit.ts'
import { check as expiringUrl } from './expiring-url.ts'
import { check as foreignPlaceholder } from './foreign-placeholder.ts'
import { check as privateHost } from './private-host.ts'
import { check as secretInCallbackData } from './secret-in-callback-data.ts'
import { check as severalSenders } from './several-senders.ts'
import { check as templateLanguage } from './template-language.ts'
import { check as templateParameter } from './template-parameter.ts'
import { check as unbalancedMarkup } from './unbalanced-markup.ts'
import { check as unknownSender } from './unknown-sender.ts'
import { check as unsupportedFile } from './unsupported-file.ts'
import { check as untraceableCallbackData } from './untraceable-callback-data.ts'
import { check as urlNotHttps } from './url-not-https.ts'
import { check as urlWithCredentials } from './url-with-credentials.ts'
import { check as uselessValue } from './useless-value.ts'
import { check as variableInMarkup } from './variable-in-markup.ts'

/** Every check that only authors need, in the order of its name. Applications do not run these. */
export const authorChecks: readonly AuthorCheck[] = [
  callbackDataNearLimit,
  expiringUrl,
  foreignPlaceholder,
  privateHost,
  secretInCallbackData,
  severalSenders,
  templateLanguage,
  templateParameter,
  unbalancedMarkup,
  unknownSender,
  unsupportedFile,
  untraceableCallbackData,
  urlNotHttps,
  urlWithCredentials,
  uselessValue,
  variableInMarkup,
]
