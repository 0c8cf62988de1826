import { rule as ambiguousUnhandled } from './ambiguous-unhandled.ts'
import type { BreakingRule } from './breaking-rule.ts'
import { rule as callbackDataUnread } from './callback-data-unread.ts'
import { rule as choiceAmbiguous } from './choice-ambiguous.ts'
import { rule as choiceMoved } from './choice-moved.ts'
import { rule as choiceNarrowed } from './choice-narrowed.ts'
import { rule as choiceRelabelled } from './choice-relabelled.ts'
import { rule as choiceRemoved } from './choice-removed.ts'
import { rule as choiceRetyped } from './choice-retyped.ts'
import { rule as choiceReused } from './choice-reused.ts'
import { rule as choiceUnhandled } from './choice-unhandled.ts'
import { rule as fallbackRemoved } from './fallback-removed.ts'
import { rule as limitUnproven } from './limit-unproven.ts'
import { rule as localeRemoved } from './locale-removed.ts'
import { rule as localeRequired } from './locale-required.ts'
import { rule as messageRemoved } from './message-removed.ts'
import { rule as messageUnreadable } from './message-unreadable.ts'
import { rule as replyRetyped } from './reply-retyped.ts'
import { rule as trackingStarted } from './tracking-started.ts'
import { rule as variableNarrowed } from './variable-narrowed.ts'
import { rule as variableRemoved } from './variable-removed.ts'
import { rule as variableRenamed } from './variable-renamed.ts'
import { rule as variableRequired } from './variable-required.ts'
import { rule as variableRetyped } from './variable-retyped.ts'

/** Every rule about changes, in the order of its name. */
export const breakingRules: readonly BreakingRule[] = [
  ambiguousUnhandled,
  callbackDataUnread,
  choiceAmbiguous,
  choiceMoved,
  choiceNarrowed,
  choiceRelabelled,
  choiceRemoved,
  choiceRetyped,
  choiceReused,
  choiceUnhandled,
  fallbackRemoved,
  limitUnproven,
  localeRemoved,
  localeRequired,
  messageRemoved,
  messageUnreadable,
  replyRetyped,
  trackingStarted,
  variableNarrowed,
  variableRemoved,
  variableRenamed,
  variableRequired,
  variableRetyped,
]
