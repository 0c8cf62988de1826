import { type Compilation, compile } from '../../src/language/compile.ts'
import { parseMessagePath } from '../../src/language/message-name.ts'
import {
  compileProject,
  type ProjectCompilation,
  type ProjectOptions,
} from '../../src/language/project.ts'
import type { RuleSettings } from '../../src/language/severity.ts'
import { defaultBounds } from '../../src/model/declaration.ts'
import type { Diagnostic } from '../../src/model/diagnostic.ts'
import { LineIndex } from '../../src/model/source.ts'

/** What holds without a config. */
export const recommended: RuleSettings = { preset: 'recommended', rules: {} }

/** Compiles one message file as a project of its own. */
export function compileYaml(text: string, path = 'messages/example.yaml'): ProjectCompilation {
  return compileFiles({ [path]: text })
}

/** Compiles files of `messages/`, by path, as one project. */
export function compileFiles(
  files: { readonly [path: string]: string },
  options: Partial<ProjectOptions> = {},
): ProjectCompilation {
  const sources = Object.entries(files).map(([path, text]) => ({
    source: { path, text },
    path: parseMessagePath(path.replace(/^messages\//, ''), options.locales?.all),
  }))
  return compileProject(sources, { settingsFor: () => recommended, ...options })
}

/** Compiles one file by itself: what the steps before the project give. */
export function compileAlone(text: string): Compilation {
  const source = { path: 'messages/example.yaml', text }
  return compile(source, { settings: recommended, defaults: defaultBounds })
}

/** `line:column severity rule: message`. */
export function printDiagnostic(
  { range, severity, rule, message }: Diagnostic,
  text: string,
): string {
  const { line, column } = new LineIndex(text).positionAt(range.start)
  return `${line}:${column} ${severity} ${rule}: ${message}`
}
