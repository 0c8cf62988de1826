import type { Guard, Loop, MessageBounds, Reference, TextPart } from '../model/bounds.ts'
import type { Declarations } from '../model/declaration.ts'
import { declaredReasoning } from '../model/declared-reasoning.ts'
import type { NamedFinding } from '../model/diagnostic.ts'
import { itemsOf } from '../model/distinct-count.ts'
import { findForeignPlaceholders } from '../model/foreign-placeholder.ts'
import type { JsonObject, JsonValue } from '../model/json.ts'
import type { LimitIndex } from '../model/limit-index.ts'
import { everyLimit } from '../model/limits.ts'
import { rangeOf } from '../model/number-range.ts'
import type { Reasoning } from '../model/reasoning.ts'
import { exactly, type Interval, type TextShape } from '../model/shape.ts'
import { concatShapes, literalShape, shapeOf } from '../model/shape-of.ts'
import { formatPath, type Path, type Span } from '../model/source.ts'
import { parseTemplate, type TemplatePart, wholeVariable } from '../model/template.ts'
import { type Reader, walkMessage } from '../model/walk.ts'
import { canHold, holdsAnyway } from '../model/worlds.ts'
import { type Refusal, readCondition, readEach } from './directives.ts'
import { directivesOf } from './meant-directive.ts'
import { ValueMeasure } from './measure-value.ts'
import {
  innerScope,
  isReference,
  namesBroken,
  resolveNames,
  rootScope,
  type Scope,
  withArticle,
} from './scope.ts'

/** A message file with its templates understood. */
export interface Measured {
  readonly bounds: MessageBounds
  /** Mistakes in templates, `$each` and `$if`. */
  readonly findings: readonly NamedFinding[]
  /** The names of the variables that something uses, or seems to mean. */
  readonly used: ReadonlySet<string>
}

/** Works out what every field can become, and finds what is wrong between the braces. */
export function measureMessage(
  root: JsonObject,
  declarations: Declarations,
  broken: ReadonlySet<string>,
): Measured {
  const reader = new TemplateReader()
  const bounds = walkMessage(root, rootScope(declarations, broken), reader)
  return { bounds, findings: reader.findings, used: reader.used }
}

class TemplateReader implements Reader<Scope> {
  readonly reasoning: Reasoning = declaredReasoning
  readonly limits: LimitIndex = everyLimit
  readonly findings: NamedFinding[] = []
  readonly used: Set<string> = new Set()
  readonly #reported: Set<string> = new Set()

  text(source: string, path: Path, scope: Scope): ReturnType<Reader<Scope>['text']> {
    const parts = this.#readParts(source, path, scope)
    if (parts === undefined) return undefined
    let isKnown = true
    for (const { reference, span } of parts) {
      if (reference === undefined || isScalar(reference)) continue
      isKnown = false
      this.#report('wrong-variable-type', path, span, noText(reference))
    }
    if (!isKnown) return undefined
    return { shape: concatShapes(parts.map((part) => part.shape)), parts }
  }

  number(source: string, path: Path, scope: Scope): ReturnType<Reader<Scope>['number']> {
    const parts = this.#readParts(source, path, scope)
    const [part] = parts ?? []
    if (part?.reference === undefined || parts?.length !== 1) return undefined
    const { declaration, names } = part.reference
    if (declaration.type !== 'number' && declaration.type !== 'integer') {
      const message = `a number is due here, and \`${names.join('.')}\` is ${withArticle(declaration.type)}: declare it as \`number\``
      this.#report('wrong-variable-type', path, part.span, message)
      return undefined
    }
    return { range: rangeOf(declaration), reference: part.reference, span: part.span }
  }

  value(value: JsonValue, path: Path, scope: Scope): ReturnType<Reader<Scope>['value']> {
    const measure = new ValueMeasure((source, at) => this.#partsOfValue(source, at, scope))
    return measure.measure(value, path)
  }

  enter(
    value: JsonObject,
    path: Path,
    scope: Scope,
    isItem: boolean,
  ): ReturnType<Reader<Scope>['enter']> {
    let loop: Loop | undefined
    let inner = scope
    // The parameters of a template have names of their own.
    const hasOwnNames = path[0] !== 'message'
    const { each: own, condition: asked, isUnclear } = directivesOf(value, hasOwnNames)
    if (isUnclear) return this.#refuse({ finding: undefined }, value, scope)
    if (!isItem) this.#useWords(own?.text, scope)
    if (isItem && own !== undefined) {
      const isFirst = Object.keys(value)[0] === own.key
      const each = readEach(own, { path, isFirst }, scope)
      if (!('loop' in each)) return this.#refuse(each, value, scope)
      loop = each.loop
      this.#use(loop.source.split('.'), scope)
      inner = innerScope(scope, loop, [])
    }
    let ownGuard: Guard = []
    if (asked !== undefined) {
      const condition = readCondition(asked, path, inner)
      if (!('condition' in condition)) return this.#refuse(condition, value, inner)
      if (condition.finding !== undefined) this.findings.push(condition.finding)
      this.#use(condition.condition.flag.split('.'), inner)
      // What holds around it anyway makes no difference.
      if (!holdsAnyway(condition.condition, inner.guard)) ownGuard = [condition.condition]
      inner = innerScope(inner, undefined, ownGuard)
    }
    const count = canHold(inner.guard) ? countOf(loop, ownGuard) : exactly(0)
    return { repetition: { ...(loop ? { loop } : {}), ownGuard, count }, scope: inner }
  }

  /** What a string inside a JSON value becomes: text with its variables, or one variable's value. */
  #partsOfValue(source: string, path: Path, scope: Scope): readonly TextPart[] | undefined {
    if (wholeVariable(source) === undefined) return this.text(source, path, scope)?.parts
    return this.#readParts(source, path, scope)
  }

  /** The parts of a text, or undefined where something is wrong with one of them. */
  #readParts(source: string, path: Path, scope: Scope): readonly TextPart[] | undefined {
    const { parts, problems } = parseTemplate(source)
    for (const { message, span } of problems) {
      if (!namesBroken(source.slice(span.start + 2, span.end - 2), scope)) {
        this.#report('template-syntax', path, span, message)
      }
    }
    // What is written for another system is meant to be used, and reported as that.
    for (const { words } of findForeignPlaceholders(source)) this.#useAll(words, scope)
    const [first] = problems
    if (first !== undefined) this.#useWords(source.slice(first.span.start), scope)
    const read: TextPart[] = []
    for (const part of parts) {
      const resolved = this.#readPart(part, path, scope)
      if (resolved !== undefined) read.push(resolved)
    }
    return problems.length === 0 && read.length === parts.length ? read : undefined
  }

  #readPart(part: TemplatePart, path: Path, scope: Scope): TextPart | undefined {
    if (part.type === 'literal') return { span: part.span, shape: literalShape(part.text) }
    const result = resolveNames(part.names, scope)
    this.#use(part.names, scope)
    if (isReference(result)) {
      const { declaration } = result
      const shape = isScalar(result)
        ? (shapeUnder(scope, result) ?? shapeOf(declaration))
        : literalShape('')
      return { span: part.span, shape, reference: result }
    }
    if (result.meant !== undefined) this.used.add(result.meant)
    if (result.message !== undefined) {
      this.#report('undeclared-variable', path, part.span, result.message)
    }
    return undefined
  }

  #use(names: readonly string[], scope: Scope): void {
    const [first] = names
    const isLoopName = scope.loops.some((loop) => loop.name === first)
    if (first !== undefined && !isLoopName) this.used.add(first)
  }

  /** What stands in a text that could not be read was probably meant to be used. */
  #useWords(text: unknown, scope: Scope): void {
    if (typeof text !== 'string') return
    this.#useAll(text.match(/[A-Za-z_]\w*/g) ?? [], scope)
  }

  #useAll(words: readonly string[], scope: Scope): void {
    for (const word of words) this.#use([word], scope)
  }

  /** What stands in a mapping that is not read is used by it all the same. */
  #refuse({ finding, meant }: Refusal, mapping: JsonObject, scope: Scope): undefined {
    this.#useWords(JSON.stringify(mapping), scope)
    if (finding !== undefined) this.findings.push(finding)
    if (meant !== undefined) this.used.add(meant)
    return undefined
  }

  #report(rule: string, path: Path, span: Span, message: string): void {
    const place = `${rule} ${span.start} ${formatPath(path)}`
    if (this.#reported.has(place)) return
    this.#reported.add(place)
    this.findings.push({ rule, path, span, message })
  }
}

/** What a flag is where a condition asks for it. */
function shapeUnder({ guard }: Scope, { names, loop }: Reference): TextShape | undefined {
  const flag = names.join('.')
  const known = guard.find((condition) => condition.flag === flag && condition.loop === loop)
  return known && literalShape(String(known.value))
}

function isScalar(reference: Reference): boolean {
  const { type } = reference.declaration
  return type !== 'array' && type !== 'object'
}

function noText({ names, declaration }: Reference): string {
  const name = names.join('.')
  const wayOut =
    declaration.type === 'array'
      ? 'repeat a mapping with `$each` instead'
      : `name one of its properties, \`{{ ${name}.… }}\``
  return `\`${name}\` is ${withArticle(declaration.type)} and cannot stand in a text: ${wayOut}`
}

function countOf(loop: Loop | undefined, own: Guard): Interval {
  const count = loop === undefined ? exactly(1) : itemsOf(loop.list)
  const dependsOnElement = own.some((condition) => condition.loop !== undefined)
  return dependsOnElement ? { min: 0, max: count.max } : count
}
