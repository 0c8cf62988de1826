import type { Declaration, Declarations, PatternTest } from '../../src/model/declaration.ts'
import { linearPattern } from '../../src/model/linear-pattern.ts'
import type { MessageDefinition } from '../../src/model/message.ts'
import type { ReplyTable, VariableDeclarations } from '../../src/model/reply-table.ts'

/** A definition with patterns that test, as generated modules embed it. */
export function asGenerated(definition: MessageDefinition): MessageDefinition<PatternTest> {
  return { ...definition, variables: testable(definition.variables) }
}

/** A table of replies with patterns that test. */
export function tableAsGenerated({ messages, ...rest }: ReplyTable): ReplyTable<PatternTest> {
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

function testableLists(variables: VariableDeclarations): VariableDeclarations<PatternTest> {
  return Object.fromEntries(
    Object.entries(variables).map(([name, declared]) => [name, [declared].flat().map(testing)]),
  )
}

function testable(declarations: Declarations): Declarations<PatternTest> {
  return Object.fromEntries(
    Object.entries(declarations).map(([name, declaration]) => [name, testing(declaration)]),
  )
}

function testing(declaration: Declaration): Declaration<PatternTest> {
  switch (declaration.type) {
    case 'string': {
      const { pattern, ...rest } = declaration
      return pattern === undefined ? rest : { ...rest, pattern: linearPattern(pattern) }
    }
    case 'array':
      return { ...declaration, items: testing(declaration.items) }
    case 'object':
      return { ...declaration, properties: testable(declaration.properties) }
    default:
      return declaration
  }
}
