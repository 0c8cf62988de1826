import fc from 'fast-check'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { finishPayload, prepareMessage } from '../src/emit/define-message.ts'
import { inlineLiteral } from '../src/emit/literal.ts'
import { definitionData } from '../src/emit/module-data.ts'
import { renderMessage } from '../src/emit/render.ts'
import type { Declaration } from '../src/model/declaration.ts'
import { InvalidMessageError, InvalidVariablesError } from '../src/model/errors.ts'
import type { CompiledMessage } from '../src/model/message.ts'
import { builtClient } from './helpers/bundle-client.ts'
import { dice, legalVariables } from './helpers/legal-values.ts'
import { anyDeclarations, anyNumber, anyText } from './model/arbitrary-declaration.ts'

// Tools read declarations as they are written; applications load code that was generated of them,
// and a client from which everything is left out that such code does not ask for.

vi.setConfig({ testTimeout: 60_000 })

type Client = typeof import('../src/client.ts')

const isClient = (loaded: object): loaded is Client => 'defineMessage' in loaded

const values = fc.oneof(
  anyText,
  anyNumber,
  fc.constantFrom(...['2026-01-31', '2026-02-30', '09:30:00Z', 'ana@example.com', '+16044441111']),
  fc.constantFrom(...['https://example.com/a', 'http:/a', 'AB123', 'cat', 'ababcde', 'Ñandú']),
  fc.array(anyText, { maxLength: 4 }),
  fc.anything(),
)

function messageOf(declaration: Declaration, tracking: boolean): CompiledMessage {
  const isText = declaration.type !== 'array' && declaration.type !== 'object'
  const buttons = [{ id: 'a', text: isText ? '{{ it }}' : 'A' }]
  return {
    name: 'orders/a',
    variables: { it: declaration },
    bodies: { default: { message: { text: 'Hi', replyButtonMessage: { buttons } } } },
    callbackData: { it: '{{ it }}' },
    tracking,
    examples: [],
    files: {},
  }
}

/** What is sent, or why nothing is. */
function outcomeOf(render: () => unknown): unknown {
  try {
    return render()
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const { name, message } = error
    return { name, message, fields: JSON.stringify(error) }
  }
}

describe('a generated sender, with the client as it is built', () => {
  let client: Client
  beforeAll(async () => {
    // ky is for sending; nothing here does.
    const code = (await builtClient()).replace(
      /import ky from "ky";/,
      'const ky = { create() {} };',
    )
    const loaded: object = await import(`data:text/javascript,${encodeURIComponent(code)}`)
    if (!isClient(loaded)) throw new TypeError('no client')
    client = loaded
  })

  it('takes and refuses the values that tools take and refuse, with the same words', () => {
    const seen = { taken: 0, refused: 0, broken: 0 }
    fc.assert(
      fc.property(
        anyDeclarations,
        values,
        dice,
        fc.boolean(),
        (declaration, value, roll, isTracked) => {
          const message = messageOf(declaration, isTracked)
          const names = Object.keys(client)
          const data = inlineLiteral(definitionData(message))
          const make = new Function(
            'client',
            `const { ${names.join(', ')} } = client; return ${data}`,
          )
          const sender = client.defineMessage<object>(make(client))
          for (const variables of [
            { it: value },
            legalVariables({ it: declaration }, roll) ?? {},
          ]) {
            const actual = outcomeOf(() => sender.render(variables))
            const expected = outcomeOf(() => {
              const filled = prepareMessage(message, variables, undefined)
              return finishPayload(renderMessage(filled, {}), message).body
            })
            expect([data, actual]).toEqual([data, expected])
            const { name } = Object(actual)
            if (name === InvalidVariablesError.prototype.name) seen.refused++
            else if (name === InvalidMessageError.prototype.name) seen.broken++
            else seen.taken++
          }
        },
      ),
      { numRuns: 150, seed: 5 },
    )
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(5)
  })
})
