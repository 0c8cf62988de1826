import type { Config } from './config.ts'

/**
 * Gives its argument back, so that an editor checks and completes a config file.
 *
 * @example
 * ```ts
 * import { defineConfig } from 'connectly-messages'
 *
 * export default defineConfig({ preset: 'strict', locales: { default: 'en', all: ['en', 'es'] } })
 * ```
 */
export function defineConfig(config: Config): Config {
  return config
}
