import { templateRoot } from '../language/judge.ts'
import { templateRules } from '../language/rule-parts.ts'
import type { TemplateFallback } from '../model/template-fallback.ts'
import { renderFallback } from './render.ts'

/** The approved template that some messages have for a closed window: its request and its rules. */
export const templateFallback: TemplateFallback = {
  render: renderFallback,
  rootOf: templateRoot,
  rules: [templateRules],
}
