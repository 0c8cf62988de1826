/** What tools import: the compiler and linter as functions, and the config's types. */

export { type GeneratedFiles, type GenerateOptions, generateFiles } from './emit/generate.ts'
export { renderFallback, renderMessage } from './emit/render.ts'
export { reporters } from './emit/reporters/index.ts'
export type { Report, ReportContext, Reporter } from './emit/reporters/reporter.ts'
export { createSandbox, type Sandbox } from './host/sandbox.ts'
export type { AcceptedMessage } from './host/sandbox-accepted.ts'
export type { SandboxClock } from './host/sandbox-clock.ts'
export type { DeliveryStatus } from './host/sandbox-events.ts'
export type { InboundMessage, Tap } from './host/sandbox-inbound.ts'
export type { SandboxLog, SandboxLogEntry } from './host/sandbox-log.ts'
export type { SandboxOptions } from './host/sandbox-options.ts'
export type { SandboxFinding } from './host/sandbox-refusals.ts'
export type { ScenarioName } from './host/sandbox-scenarios.ts'
export { type SandboxServer, type ServerOptions, serveSandbox } from './host/sandbox-server.ts'
export type { StatusReport } from './host/sandbox-status.ts'
export type { WebhookAttempt, WebhookTarget } from './host/sandbox-webhook.ts'
export type { SandboxWebhook } from './host/sandbox-webhooks.ts'
export type { ServiceWindow } from './host/sandbox-windows.ts'
export { judgeWire, type WireFinding } from './language/judge-wire.ts'
export { type MessagePath, parseMessagePath } from './language/message-name.ts'
export {
  compileProject,
  type ProjectCompilation,
  type ProjectFile,
  type ProjectOptions,
} from './language/project.ts'
export { rules } from './language/rules/index.ts'
export type { Rule, RuleExample } from './language/rules/rule.ts'
export type { RuleSettings } from './language/severity.ts'
export type { Config, ResolvedConfig } from './model/config.ts'
export { defineConfig } from './model/define-config.ts'
export type { Diagnostic, Severity, TextEdit, TextFix } from './model/diagnostic.ts'
export type { Envelope } from './model/envelope.ts'
export type { CompiledMessage, MessageDefinition } from './model/message.ts'
export type { Source } from './model/source.ts'
