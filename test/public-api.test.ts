import { readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as client from '../src/client.ts'
import * as tools from '../src/index.ts'

const source = join(import.meta.dirname, '../src')

/** Names that a module exports, values and types, as its export lists have them. */
function exportedNames(file: string): readonly string[] {
  const text = readFileSync(join(source, file), 'utf8')
  return [...text.matchAll(/^export (?:type )?\{([^}]*)\}/gm)]
    .flatMap(([, list = '']) => list.split(','))
    .map((name) => name.trim().replace(/^type /, ''))
    .filter((name) => name !== '')
    .toSorted()
}

interface Import {
  readonly from: string
  /** Whether it is loaded only when a function asks for it. */
  readonly isLater: boolean
}

/** What a module loads; `import type` and `export type` load nothing. */
function importsOf(file: string): readonly Import[] {
  const text = readFileSync(join(source, file), 'utf8')
  const statements = text.matchAll(
    /^(?:import|export)\b(?! type\b)(?:[^'"`;]*?\bfrom)?\s*'([^']+)'/gm,
  )
  const calls = text.matchAll(/\bimport\(\s*'([^']+)'\s*\)/g)
  return [
    ...[...statements].map(([, from = '']) => ({ from, isLater: false })),
    ...[...calls].map(([, from = '']) => ({ from, isLater: true })),
  ]
}

/** Every module and package that an entry can load, its own files below `src/`. */
function reach(entry: string): { readonly files: Set<string>; readonly packages: Set<string> } {
  const files = new Set([entry])
  const packages = new Set<string>()
  for (const file of files) {
    for (const { from } of importsOf(file)) {
      if (!from.startsWith('.')) packages.add(from)
      else files.add(relative(source, join(source, dirname(file), from)).replaceAll('\\', '/'))
    }
  }
  return { files, packages }
}

describe('connectly-messages', () => {
  it('exports these values', () => {
    expect(Object.keys(tools).toSorted()).toMatchInlineSnapshot(`
      [
        "compileProject",
        "createSandbox",
        "defineConfig",
        "generateFiles",
        "judgeWire",
        "parseMessagePath",
        "renderFallback",
        "renderMessage",
        "reporters",
        "rules",
        "serveSandbox",
      ]
    `)
  })

  it('exports these names, types included', () => {
    expect(exportedNames('index.ts')).toMatchInlineSnapshot(`
      [
        "AcceptedMessage",
        "CompiledMessage",
        "Config",
        "DeliveryStatus",
        "Diagnostic",
        "Envelope",
        "GenerateOptions",
        "GeneratedFiles",
        "InboundMessage",
        "MessageDefinition",
        "MessagePath",
        "ProjectCompilation",
        "ProjectFile",
        "ProjectOptions",
        "Report",
        "ReportContext",
        "Reporter",
        "ResolvedConfig",
        "Rule",
        "RuleExample",
        "RuleSettings",
        "Sandbox",
        "SandboxClock",
        "SandboxFinding",
        "SandboxLog",
        "SandboxLogEntry",
        "SandboxOptions",
        "SandboxServer",
        "SandboxWebhook",
        "ScenarioName",
        "ServerOptions",
        "ServiceWindow",
        "Severity",
        "Source",
        "StatusReport",
        "Tap",
        "TextEdit",
        "TextFix",
        "WebhookAttempt",
        "WebhookTarget",
        "WireFinding",
        "compileProject",
        "createSandbox",
        "defineConfig",
        "generateFiles",
        "judgeWire",
        "parseMessagePath",
        "renderFallback",
        "renderMessage",
        "reporters",
        "rules",
        "serveSandbox",
      ]
    `)
  })
})

describe('connectly-messages/client', () => {
  const { files, packages } = reach('client.ts')

  it('exports these values', () => {
    expect(Object.keys(client).toSorted()).toMatchInlineSnapshot(`
      [
        "ApiError",
        "AuthenticationError",
        "ConnectlyError",
        "InvalidMessageError",
        "InvalidVariablesError",
        "NetworkError",
        "OutsideWindowError",
        "RateLimitError",
        "UnknownOutcomeError",
        "choiceValues",
        "createClient",
        "dateFormat",
        "dateTimeFormat",
        "decodeEvent",
        "defineMessage",
        "defineReplies",
        "e164Format",
        "emailFormat",
        "linearPattern",
        "listRules",
        "listValues",
        "locationRules",
        "mediaRules",
        "nativePattern",
        "numberValues",
        "productRules",
        "replyButtonRules",
        "templateFallback",
        "textRules",
        "timeFormat",
        "uriFormat",
        "uuidFormat",
        "withTracking",
      ]
    `)
  })

  it('exports these names, types included', () => {
    expect(exportedNames('client.ts')).toMatchInlineSnapshot(`
      [
        "AmbiguousChoice",
        "AmbiguousChoiceEvent",
        "AnyChoice",
        "ApiError",
        "ArrayDeclaration",
        "Attachment",
        "AuthenticationError",
        "BooleanDeclaration",
        "Choice",
        "ChoiceEvent",
        "ChoiceHandler",
        "ChoiceHandlers",
        "Client",
        "ClientOptions",
        "ClientSendOptions",
        "ConnectlyError",
        "Declaration",
        "Declarations",
        "DecodeOptions",
        "DecodedEvent",
        "DeliveryEvent",
        "EchoEvent",
        "Endpoint",
        "EventHandler",
        "Fallback",
        "Fetch",
        "Footer",
        "ForeignChoiceEvent",
        "ForgedChoiceEvent",
        "Form",
        "Format",
        "Forms",
        "GeneratedDefinition",
        "Header",
        "InboundFacts",
        "InvalidMessageError",
        "InvalidVariablesError",
        "JsonArray",
        "JsonObject",
        "JsonValue",
        "LocationEvent",
        "MediaEvent",
        "MessageBody",
        "MessageContent",
        "MessageDefinition",
        "MessageDiagnostic",
        "MessageFeature",
        "MessageHandlers",
        "MessageOrder",
        "MessageSender",
        "NetworkError",
        "NoReplies",
        "NumberDeclaration",
        "ObjectDeclaration",
        "OtherEvent",
        "OutsideWindowError",
        "Party",
        "Path",
        "PatternTest",
        "Payload",
        "PlainEvent",
        "ProductItem",
        "RateLimitError",
        "RawBody",
        "Referral",
        "ReferralEvent",
        "RefusedEvent",
        "RenderOptions",
        "RenderedMessage",
        "Replies",
        "ReplyHandlers",
        "ReplyTable",
        "ReplyTypes",
        "RulePart",
        "SendOptions",
        "SendResult",
        "Severity",
        "StringDeclaration",
        "StringFormat",
        "TapEvent",
        "TapFacts",
        "TappedReply",
        "TemplateFallback",
        "TextEvent",
        "TrackSend",
        "TrackedSend",
        "TrackingKey",
        "UnknownChoiceEvent",
        "UnknownOutcomeError",
        "UnknownReason",
        "UnreadableEvent",
        "UnrecognizedEvent",
        "ValueChecks",
        "VariableProblem",
        "WebhookAttachment",
        "WebhookEvent",
        "WebhookFacts",
        "WebhookParty",
        "choiceValues",
        "createClient",
        "dateFormat",
        "dateTimeFormat",
        "decodeEvent",
        "defineMessage",
        "defineReplies",
        "e164Format",
        "emailFormat",
        "linearPattern",
        "listRules",
        "listValues",
        "locationRules",
        "mediaRules",
        "nativePattern",
        "numberValues",
        "productRules",
        "replyButtonRules",
        "templateFallback",
        "textRules",
        "timeFormat",
        "uriFormat",
        "uuidFormat",
        "withTracking",
      ]
    `)
  })

  it('loads one package', () => {
    expect([...packages]).toEqual(['ky'])
  })

  it('loads neither YAML, nor compiled schemas, nor commands', () => {
    const heavy = /yaml|valid|schema|commands\/|reporters\/|explain|config/
    const known = ['model/config.ts']
    expect([...files].filter((file) => heavy.test(file) && !known.includes(file))).toEqual([])
  })

  it('loads the rules only as checks', () => {
    expect(files).toContain('language/rules/checks.ts')
    expect(files).not.toContain('language/rules/index.ts')
    const importers = [...files].filter((file) =>
      /\{[^}]*\brule\b[^}]*\} from '\.[^']*\/rules\//.test(
        readFileSync(join(source, file), 'utf8'),
      ),
    )
    expect(importers).toEqual([])
  })
})
