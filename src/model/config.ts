import { type DefaultBounds, defaultBounds } from './declaration.ts'
import type { RuleSetting } from './diagnostic.ts'
import type { FallbackChains } from './stand-in.ts'

/** A named set of severities. */
export type Preset = 'recommended' | 'strict'

/** The ending with which the generated index names its modules. */
export type ImportExtension = 'ts' | 'js'

/** The form of the generated senders: TypeScript, or JavaScript beside one file of types. */
export type EmitForm = 'ts' | 'js'

/** Rule id → what becomes of its findings. */
export interface RuleSeverities {
  readonly [rule: string]: RuleSetting
}

/** Rule settings for some of the files. */
export interface Override {
  /** Globs, relative to the config file. */
  readonly files: readonly string[]
  readonly rules: RuleSeverities
}

/** The locales of a project. */
export interface Locales {
  /** The locale of the files that carry no tag. */
  readonly default: string
  /** Every locale that each message should have; the default locale comes first. */
  readonly all: readonly string[]
  /** Locale → the locales that stand in for it, best first. */
  readonly fallback: FallbackChains
}

/** What a user may write into the config; everything has a default. */
export interface Config {
  /** Where editors find the schema of a JSON config; nothing else reads it. */
  readonly $schema?: string | undefined
  /** Globs of the message files, relative to the config file. @defaultValue `['messages/**\/*.{yaml,yml}']` */
  readonly messages?: readonly string[] | undefined
  /** Folder of the generated senders, relative to the config file. @defaultValue `'generated'` */
  readonly output?: string | undefined
  /** @defaultValue `'recommended'` */
  readonly preset?: Preset | undefined
  /** Severities that differ from the preset's. */
  readonly rules?: RuleSeverities | undefined
  /** Severities for some of the files; the last one that matches wins. */
  readonly overrides?: readonly Override[] | undefined
  readonly locales?: LocalesConfig | undefined
  /** Bounds for strings and lists that state none. @defaultValue `{ maxLength: 256, maxItems: 30 }` */
  readonly defaults?: DefaultsConfig | undefined
  /** The numbers that a message may name as its sender, in E.164 form. */
  readonly senders?: readonly string[] | undefined
  /** Whether every send carries a key by which replies and delivery events are traced back. @defaultValue false */
  readonly tracking?: boolean | undefined
  /** The Connectly business; `CONNECTLY_BUSINESS_ID` wins over it. */
  readonly businessId?: string | undefined
  /** Where the API is; `CONNECTLY_BASE_URL` wins over it. @defaultValue `'https://api.connectly.ai'` */
  readonly baseUrl?: string | undefined
  /** What is generated: TypeScript, or JavaScript beside one file of types. @defaultValue `'ts'` */
  readonly emit?: EmitForm | undefined
  /** The ending with which an index in TypeScript names its modules. @defaultValue `'ts'` */
  readonly importExtension?: ImportExtension | undefined
}

/** The locales, as a user may write them. */
export interface LocalesConfig {
  /** The locale of the files that carry no tag. */
  readonly default: string
  /** Every locale that each message should have. @defaultValue the default locale alone */
  readonly all?: readonly string[] | undefined
  /** Locale → the locales that stand in for it, best first. */
  readonly fallback?: FallbackChains | undefined
}

/** The default bounds, as a user may write them. */
export interface DefaultsConfig {
  readonly maxLength?: number | undefined
  readonly maxItems?: number | undefined
}

/** A config in which every default is filled in. */
export interface ResolvedConfig {
  readonly messages: readonly string[]
  readonly output: string
  readonly preset: Preset
  readonly rules: RuleSeverities
  readonly overrides: readonly Override[]
  readonly locales: Locales | undefined
  readonly defaults: DefaultBounds
  readonly senders: readonly string[]
  readonly tracking: boolean
  readonly businessId?: string
  readonly baseUrl: string
  readonly emit: EmitForm
  readonly importExtension: ImportExtension
}

/** Where the API is, unless somebody says otherwise. */
export const defaultBaseUrl = 'https://api.connectly.ai'

/** The globs that find the messages of a project that names none. */
export const defaultMessages: readonly string[] = ['messages/**/*.{yaml,yml}']

/** Fills every default in. The config was validated before. */
export function resolveConfig(config: Config): ResolvedConfig {
  return {
    messages: config.messages ?? defaultMessages,
    output: config.output ?? 'generated',
    preset: config.preset ?? 'recommended',
    rules: config.rules ?? {},
    overrides: config.overrides ?? [],
    locales: config.locales === undefined ? undefined : resolveLocales(config.locales),
    defaults: {
      maxLength: config.defaults?.maxLength ?? defaultBounds.maxLength,
      maxItems: config.defaults?.maxItems ?? defaultBounds.maxItems,
    },
    senders: config.senders ?? [],
    tracking: config.tracking ?? false,
    ...(config.businessId === undefined ? {} : { businessId: config.businessId }),
    baseUrl: config.baseUrl ?? defaultBaseUrl,
    emit: config.emit ?? 'ts',
    importExtension: config.importExtension ?? 'ts',
  }
}

/** The environment variables that stand above the config. */
export interface ConfigEnvironment {
  readonly [name: string]: string | undefined
}

/**
 * Lets `CONNECTLY_BUSINESS_ID` and `CONNECTLY_BASE_URL` win over the config. Empty values count as
 * unset, as they do in most CI systems. The key is not read here: it never becomes part of a config.
 */
export function applyEnvironment(
  config: ResolvedConfig,
  environment: ConfigEnvironment,
): ResolvedConfig {
  const businessId = environment['CONNECTLY_BUSINESS_ID']
  const baseUrl = environment['CONNECTLY_BASE_URL']
  return {
    ...config,
    ...(businessId ? { businessId } : {}),
    ...(baseUrl ? { baseUrl } : {}),
  }
}

function resolveLocales(locales: LocalesConfig): Locales {
  const others = (locales.all ?? []).filter((locale) => locale !== locales.default)
  return {
    default: locales.default,
    all: [...new Set([locales.default, ...others])],
    fallback: locales.fallback ?? {},
  }
}
