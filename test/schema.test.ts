import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import config from '../schema/config.schema.json' with { type: 'json' }
import message from '../schema/message.schema.json' with { type: 'json' }
import payload from '../schema/payload.schema.json' with { type: 'json' }
import { isObject } from '../src/model/json.ts'
import { generateSchemaReference } from './helpers/generate-schema-reference.ts'
import { generateMessageTypes } from './helpers/generate-types.ts'
import {
  ajvOptions,
  generateValidators,
  generateValidatorTypes,
  validatorModules,
} from './helpers/generate-validators.ts'
import { oneMistake } from './helpers/one-mistake.ts'

const schemas = { message, payload, config }

/** The mappings of each schema that take any key. */
const openMappings: { readonly [name: string]: readonly string[] } = {
  message: ['properties', 'variables', 'callbackData', 'parameters'],
  payload: [],
  config: ['fallback', 'rules'],
}

interface Described {
  readonly pointer: string
  readonly schema: { readonly [key: string]: unknown }
}

/** Every property of a schema with its pointer; one that only refers is described by its target. */
function* propertiesOf(schema: unknown, pointer = '#'): Iterable<Described> {
  if (!isObject(schema)) return
  for (const [key, value] of Object.entries(schema)) {
    const at = `${pointer}/${key}`
    if (key === 'examples' || key === 'dependencies' || key === 'if') continue
    if (key !== 'properties' && key !== 'definitions') {
      yield* propertiesOf(value, at)
      continue
    }
    for (const [name, member] of Object.entries(value as object)) {
      const inner = `${at}/${name}`
      if (isObject(member) && !('$ref' in member)) yield { pointer: inner, schema: member }
      yield* propertiesOf(member, inner)
    }
  }
}

describe.each(Object.entries(schemas))('%s.schema.json', (name, schema) => {
  const ajv = new Ajv(ajvOptions)
  ajv.addSchema(schema)

  it('is draft-07 without unknown words', () => {
    expect(ajv.validateSchema(schema)).toBe(true)
    expect(() => ajv.getSchema(schema.$id)).not.toThrow()
    expect(JSON.stringify(schema)).not.toMatch(/"(oneOf|anyOf|\$defs|unevaluatedProperties)"/)
  })

  it('describes every property and definition', () => {
    const lacking = [...propertiesOf(schema)]
      .filter(
        ({ schema: part }) => !['title', 'description', 'examples'].every((key) => key in part),
      )
      .map(({ pointer }) => pointer)
    expect(lacking).toEqual([])
  })

  it('has examples that fit', () => {
    const broken: string[] = []
    for (const { pointer, schema: part } of [{ pointer: '#', schema }, ...propertiesOf(schema)]) {
      const judge = ajv.getSchema(`${schema.$id}${encodeURI(pointer)}`)
      if (judge === undefined) throw new Error(`there is no schema at ${pointer}`)
      for (const example of part.examples as unknown[]) {
        if (judge(example) !== true) broken.push(`${pointer}: ${JSON.stringify(example)}`)
      }
    }
    expect(broken).toEqual([])
  })

  it('closes every mapping but those of names and of JSON values', () => {
    const open = [...propertiesOf(schema)]
      .filter(({ schema: part }) => [part['type']].flat().includes('object'))
      .filter(({ schema: part }) => part['additionalProperties'] !== false)
      .map(({ pointer }) => pointer.slice(pointer.lastIndexOf('/') + 1))
    expect(open).toEqual(openMappings[name])
  })
})

describe('an editor', () => {
  const ajv = new Ajv(ajvOptions)
  const judge = ajv.compile(message)

  for (const { name, value } of oneMistake) {
    it(`shows at most two errors for ${name}`, () => {
      judge(value)
      expect(judge.errors?.length ?? 0).toBeLessThanOrEqual(2)
    })
  }

  it('does not reject a variant, whose schema it cannot tell apart', () => {
    const variant = { description: 'A', message: { text: 'Hola' } }
    expect(judge(variant)).toBe(true)
    expect(ajv.getSchema(`${message.$id}#/definitions/variant`)?.(variant)).toBe(true)
  })
})

describe('payload.schema.json', () => {
  const judge = new Ajv(ajvOptions).compile(payload)

  it('tells both bodies apart by their shape', () => {
    const recipient = { id: '+16044441111', channelType: 'whatsapp' }
    expect(judge({ recipient, message: { text: 'Hello' } })).toBe(true)
    expect(judge({ number: '+16044441111', templateName: 'a', language: 'en' })).toBe(true)
    expect(judge({ number: '+16044441111', message: { text: 'Hello' } })).toBe(false)
  })
})

describe('generated files', () => {
  it.each(validatorModules)('holds the precompiled validators of the %s', async (name) => {
    const code = generateValidators(name)
    expect(code).not.toMatch(/\brequire\(|^import /m)
    const file = `../src/language/validators-${name}.generated`
    await expect(code).toMatchFileSnapshot(`${file}.js`)
    await expect(generateValidatorTypes(name)).toMatchFileSnapshot(`${file}.d.ts`)
  })

  it('holds the types of message files', async () => {
    const code = await generateMessageTypes()
    await expect(code).toMatchFileSnapshot('../src/model/message-file.generated.ts')
  })

  it('holds the reference of the schemas', async () => {
    await expect(generateSchemaReference()).toMatchFileSnapshot('../schema/README.md')
  })
})
