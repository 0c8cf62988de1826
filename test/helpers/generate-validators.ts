import { createRequire } from 'node:module'
import { Ajv, type Options } from 'ajv'
import config from '../../schema/config.schema.json' with { type: 'json' }
import message from '../../schema/message.schema.json' with { type: 'json' }
import payload from '../../schema/payload.schema.json' with { type: 'json' }
import { isObject, setOwn } from '../../src/model/json.ts'

// ajv's standalone generator is CommonJS whose default export Node and TypeScript read differently.
const generate: (ajv: Ajv, names: Record<string, string>) => string = createRequire(
  import.meta.url,
)('ajv/dist/standalone').default

/**
 * How our schemas are read: every keyword must be known and fit its type, and lengths count UTF-16
 * units. `logger: false` because ajv calls the switch for the unit deprecated on every start.
 */
export const ajvOptions: Options = {
  allErrors: true,
  ownProperties: true,
  strict: true,
  allowUnionTypes: true,
  unicode: false,
  logger: false,
}

// Our findings have words of their own, and inlined definitions would be written out time and again.
const compact: Options = {
  messages: false,
  inlineRefs: false,
  code: { source: true, esm: true, lines: true },
}

/** Which validators stand in one module: a command loads those alone that it needs. */
const modules: { readonly [name in ValidatorModule]: Record<string, string> } = {
  message: {
    judgeMessage: message.$id,
    judgeVariant: `${message.$id}#/definitions/variant`,
  },
  payload: {
    judgeSession: `${payload.$id}#/definitions/session`,
    judgeTemplate: `${payload.$id}#/definitions/template`,
  },
  config: { judgeConfig: config.$id },
}

/** The name of a module of validators. */
export type ValidatorModule = 'message' | 'payload' | 'config'

/** Every module of validators. */
export const validatorModules: readonly ValidatorModule[] = ['message', 'payload', 'config']

const header =
  '// Generated from schema/*.schema.json: run `npm run fix` to renew it, do not edit.\n'

/** Writes precompiled validators of our schemas as a module that imports nothing. */
export function generateValidators(name: ValidatorModule): string {
  const ajv = new Ajv({ ...ajvOptions, ...compact })
  for (const schema of [config, message, payload]) ajv.addSchema(withoutAnnotations(schema))
  const code = generate(ajv, modules[name])
  if (code.includes('require(')) {
    throw new Error(
      'the validators need a module of ajv at run time: avoid the keyword in the schema',
    )
  }
  return `${header}${withoutUnused(joinInPlace(code.replace('"use strict";', '')))}`
}

/** Writes the types of {@link generateValidators}'s module. */
export function generateValidatorTypes(name: ValidatorModule): string {
  const names = Object.keys(modules[name]).map((validator) => `export const ${validator}: Judge\n`)
  return `${header}import type { Judge } from './violation.ts'\n\n${names.join('')}`
}

/** Adds errors to the list instead of copying it for each: thousands would take seconds. */
function joinInPlace(code: string): string {
  const joined = code.replaceAll(/\bvErrors\.concat\(([\w.]+\.errors)\)/g, 'join(vErrors, $1)')
  if (joined === code || /\.concat\(/.test(joined)) {
    throw new Error('the validators join their errors in another way: look at how they do it')
  }
  return `${joined}\nfunction join(all, more) {\n  for (const error of more) all.push(error);\n  return all;\n}\n`
}

/** Drops the copies of the schemas that no validator reads; the others are read as JSON: faster. */
function withoutUnused(code: string): string {
  return code.replace(/^const (schema\d+) = (.*);\n/gm, (line, name: string, literal: string) =>
    new RegExp(`\\b${name}\\b`).test(code.replace(line, ''))
      ? `const ${name} = /* @__PURE__ */ JSON.parse(${JSON.stringify(literal)});\n`
      : '',
  )
}

/** Copies a schema without what only people read: it would double the size of the validators. */
function withoutAnnotations(schema: object): object {
  const copy = {}
  for (const [key, value] of Object.entries(schema)) {
    if (['title', 'description', 'examples'].includes(key)) continue
    if (key === 'properties' || key === 'definitions' || key === 'patternProperties') {
      const members = {}
      for (const [name, member] of Object.entries(value as object)) {
        setOwn(members, name, isObject(member) ? withoutAnnotations(member) : member)
      }
      setOwn(copy, key, members)
    } else {
      setOwn(copy, key, isObject(value) ? withoutAnnotations(value) : value)
    }
  }
  return copy
}
