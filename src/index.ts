/** What tools import: the compiler and linter as functions, and the config's types. */

export { type GeneratedFiles, type GenerateOptions, generateFiles } from './emit/generate.ts'
export { type Envelope, renderFallback, renderMessage } from './emit/render.ts'
export { reporters } from './emit/reporters/index.ts'
export type { Report, ReportContext, Reporter } from './emit/reporters/reporter.ts'
export {
  type AcceptedMessage,
  createSandbox,
  type Sandbox,
  type SandboxFinding,
  type SandboxOptions,
} from './host/sandbox.ts'
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
export type { CompiledMessage, MessageDefinition } from './model/message.ts'
export type { Source } from './model/source.ts'
