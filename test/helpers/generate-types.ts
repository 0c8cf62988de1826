import { compile } from 'json-schema-to-typescript'
import message from '../../schema/message.schema.json' with { type: 'json' }
import { isObject, setOwn } from '../../src/model/json.ts'

const bannerComment =
  '// Generated from schema/message.schema.json: run `npm run fix` to renew it, do not edit.'

// json-schema-to-typescript tells of every definition where it came from: nobody reads that.
const provenance =
  /^( *)\/\*\*\n *\* This interface was referenced[^/]*\*\/\n| *\*\n *\* This interface was referenced.*\n.*\n/gm

const typed = new Set(['type', '$ref', 'properties'])

/** Writes the types of message files as TypeScript. */
export async function generateMessageTypes(): Promise<string> {
  const code = await compile(withDefinitionTitlesOnly(message), 'MessageFile', {
    bannerComment,
    unreachableDefinitions: true,
    $refOptions: { resolve: { external: false } },
    style: { semi: false, singleQuote: true, printWidth: 100 },
  })
  return code.replace(provenance, '')
}

/** Copies a schema with titles on its definitions alone: each title becomes the name of a type. */
function withDefinitionTitlesOnly(schema: object, isNamed = true): object {
  // Without a type it would become an object; `tsType` is safe in a schema that is ours.
  const copy = Object.keys(schema).some((key) => typed.has(key)) ? {} : { tsType: 'unknown' }
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'examples' || (key === 'title' && !isNamed)) continue
    if (key === 'properties' || key === 'definitions' || key === 'patternProperties') {
      const members = {}
      for (const [name, member] of Object.entries(value as object)) {
        if (member === false) continue
        const isDefinition = key === 'definitions' && isComposite(member)
        const copied = isObject(member) ? withDefinitionTitlesOnly(member, isDefinition) : member
        setOwn(members, name, copied)
      }
      setOwn(copy, key, members)
    } else {
      setOwn(copy, key, isObject(value) ? withDefinitionTitlesOnly(value, false) : value)
    }
  }
  return copy
}

function isComposite(schema: unknown): boolean {
  return isObject(schema) && Object.hasOwn(schema, 'properties')
}
