import { rulePartNames } from '../../src/emit/rule-part-names.ts'
import * as parts from '../../src/language/rule-parts.ts'
import type { Declaration, Declarations } from '../../src/model/declaration.ts'
import { formats } from '../../src/model/formats.ts'
import { linearPattern } from '../../src/model/linear-pattern.ts'
import type { GeneratedDefinition, MessageDefinition } from '../../src/model/message.ts'
import type { ReplyTable, VariableDeclarations } from '../../src/model/reply-table.ts'
import type { RulePart } from '../../src/model/rule.ts'
import { withTracking } from '../../src/model/tracking.ts'

/** A definition with what does it in the place of words, as generated modules embed it. */
export function asGenerated(definition: MessageDefinition): GeneratedDefinition {
  const { tracking, rules: _rules, values: _values, fallback: _fallback, ...rest } = definition
  return {
    ...rest,
    rules: rulesFor(definition),
    variables: testable(definition.variables),
    ...(tracking === true ? { tracking: withTracking } : {}),
  }
}

function rulesFor({ bodies }: MessageDefinition): readonly RulePart[] {
  const named = new Map<string, RulePart>(Object.entries(parts))
  const names = rulePartNames(Object.values(bodies).map(({ message }) => message))
  return names.flatMap((name) => named.get(name) ?? [])
}

/** A table of replies with patterns that test. */
export function tableAsGenerated({ messages, ...rest }: ReplyTable): ReplyTable<'generated'> {
  const entries = Object.entries(messages).map(([name, { choices, variables, ...replies }]) => [
    name,
    {
      ...replies,
      ...(variables === undefined ? {} : { variables: testableLists(variables) }),
      ...(choices === undefined
        ? {}
        : {
            choices: choices.map(({ variables: own, ...choice }) =>
              own === undefined ? choice : { ...choice, variables: testableLists(own) },
            ),
          }),
    },
  ])
  return { ...rest, messages: Object.fromEntries(entries) }
}

function testableLists(variables: VariableDeclarations): VariableDeclarations<'generated'> {
  return Object.fromEntries(
    Object.entries(variables).map(([name, declared]) => [name, [declared].flat().map(testing)]),
  )
}

function testable(declarations: Declarations): Declarations<'generated'> {
  return Object.fromEntries(
    Object.entries(declarations).map(([name, declaration]) => [name, testing(declaration)]),
  )
}

function testing(declaration: Declaration): Declaration<'generated'> {
  switch (declaration.type) {
    case 'string': {
      const { pattern, format, ...rest } = declaration
      return {
        ...rest,
        ...(pattern === undefined ? {} : { pattern: linearPattern(pattern) }),
        ...(format === undefined ? {} : { format: formats[format] }),
      }
    }
    case 'array':
      return { ...declaration, items: testing(declaration.items) }
    case 'object':
      return { ...declaration, properties: testable(declaration.properties) }
    default:
      return declaration
  }
}
