import type { Diagnostic } from '../model/diagnostic.ts'
import { ConnectlyError } from '../model/errors.ts'
import type { Range, Source } from '../model/source.ts'

/** The config cannot be used: where, and why. */
export class ConfigError extends ConnectlyError {
  override readonly name: string = 'ConfigError'
  /** At least one. Of a TypeScript config they say the key path in `path` and in words. */
  readonly diagnostics: readonly Diagnostic[]
  /** The config's text for reporters that show it, keys blanked out; none for TypeScript. */
  readonly source: Source | undefined

  constructor(diagnostics: readonly Diagnostic[], options: ConfigErrorOptions = {}) {
    const lines = diagnostics.map(({ file, message }) => `${file}: ${message}`)
    super(lines.join('\n'), options.cause === undefined ? {} : { cause: options.cause })
    this.diagnostics = diagnostics
    this.source =
      options.source === undefined
        ? undefined
        : hide(blankKeys(options.source), options.hidden ?? [])
  }

  /** Leaves the text of the config out. */
  override toJSON(): Record<string, unknown> {
    return { name: this.name, message: this.message, diagnostics: this.diagnostics }
  }
}

/** What an error knows beside its diagnostics. */
export interface ConfigErrorOptions {
  readonly source?: Source
  /** Parts of the source that nobody shall see. */
  readonly hidden?: readonly Range[]
  readonly cause?: unknown
}

/** Whether a key of the config means the API key, which never stands in a config. */
export function isKeyName(name: string): boolean {
  return /api[-_ ]?key$/i.test(name)
}

function hide(source: Source, ranges: readonly Range[]): Source {
  let { text } = source
  for (const { start, end } of ranges) {
    const stars = text.slice(start, end).replace(/[^\r\n]/g, '*')
    text = text.slice(0, start) + stars + text.slice(end)
  }
  return { path: source.path, text }
}

/** Puts stars over whatever follows a key that means the API key; every offset stays. */
function blankKeys({ path, text }: Source): Source {
  const blanked = text.replace(
    /(api[-_ ]?key["']?\s*:\s*)([^\r\n]*)/gi,
    (_, head: string, tail: string) => head + '*'.repeat(tail.length),
  )
  return { path, text: blanked }
}
