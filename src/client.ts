/**
 * What applications and generated modules import: no YAML parser, no schema compiler, no
 * documentation of rules.
 */
export { defineMessage } from './emit/define-message.ts'
export { templateFallback } from './emit/template-fallback.ts'
export { type ClientOptions, createClient } from './host/client.ts'
export { type DecodeOptions, decodeEvent, type RawBody } from './host/decode-event.ts'
export { defineReplies, type Replies } from './host/define-replies.ts'
export type { Fetch } from './host/http.ts'
export {
  listRules,
  locationRules,
  mediaRules,
  productRules,
  replyButtonRules,
  textRules,
} from './language/rule-parts.ts'
export type {
  ArrayDeclaration,
  BooleanDeclaration,
  Declaration,
  Declarations,
  NumberDeclaration,
  ObjectDeclaration,
  StringDeclaration,
  StringFormat,
} from './model/declaration.ts'
export type { Severity } from './model/diagnostic.ts'
export {
  ApiError,
  AuthenticationError,
  ConnectlyError,
  InvalidMessageError,
  InvalidVariablesError,
  type MessageDiagnostic,
  NetworkError,
  OutsideWindowError,
  RateLimitError,
  UnknownOutcomeError,
  type UnknownReason,
  type VariableProblem,
} from './model/errors.ts'
export type { Form, Forms, PatternTest } from './model/form.ts'
export type { Format } from './model/formats.ts'
export {
  dateFormat,
  dateTimeFormat,
  e164Format,
  emailFormat,
  timeFormat,
  uriFormat,
  uuidFormat,
} from './model/formats.ts'
export type { JsonArray, JsonObject, JsonValue } from './model/json.ts'
export { linearPattern } from './model/linear-pattern.ts'
export type {
  Fallback,
  GeneratedDefinition,
  MessageBody,
  MessageDefinition,
} from './model/message.ts'
export { nativePattern } from './model/native-pattern.ts'
export type { Endpoint, Payload } from './model/payload.ts'
export type {
  Attachment,
  Footer,
  Header,
  MessageContent,
  MessageOrder,
  Party,
  ProductItem,
  RenderedMessage,
} from './model/rendered-message.ts'
export type { ReplyTable } from './model/reply-table.ts'
export type {
  AmbiguousChoice,
  AmbiguousChoiceEvent,
  AnyChoice,
  Choice,
  ChoiceEvent,
  ChoiceHandler,
  ChoiceHandlers,
  DecodedEvent,
  EventHandler,
  ForeignChoiceEvent,
  ForgedChoiceEvent,
  MessageHandlers,
  NoReplies,
  OtherEvent,
  ReplyHandlers,
  ReplyTypes,
  TapFacts,
  UnknownChoiceEvent,
  WebhookEvent,
} from './model/reply-types.ts'
export type { RulePart } from './model/rule.ts'
export type {
  Client,
  ClientSendOptions,
  MessageFeature,
  MessageSender,
  RenderOptions,
  SendOptions,
  SendResult,
} from './model/sender.ts'
export type { Path } from './model/source.ts'
export type { TemplateFallback } from './model/template-fallback.ts'
export {
  type TrackedSend,
  type TrackingKey,
  type TrackSend,
  withTracking,
} from './model/tracking.ts'
export { choiceValues, listValues, numberValues, type ValueChecks } from './model/value-checks.ts'
export type {
  DeliveryEvent,
  EchoEvent,
  InboundFacts,
  LocationEvent,
  MediaEvent,
  PlainEvent,
  Referral,
  ReferralEvent,
  RefusedEvent,
  TapEvent,
  TappedReply,
  TextEvent,
  UnreadableEvent,
  UnrecognizedEvent,
  WebhookAttachment,
  WebhookFacts,
  WebhookParty,
} from './model/webhook-event.ts'
