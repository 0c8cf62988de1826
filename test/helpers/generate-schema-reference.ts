import config from '../../schema/config.schema.json' with { type: 'json' }
import message from '../../schema/message.schema.json' with { type: 'json' }
import payload from '../../schema/payload.schema.json' with { type: 'json' }
import { isObject } from '../../src/model/json.ts'

type Members = { readonly [key: string]: unknown }

const intro = `# The schemas

Generated from the schemas in this folder: \`npm run fix\` renews it, do not edit.

- \`message.schema.json\` is the shape of a message file, and of a variant in another locale
  (\`message.schema.json#/definitions/variant\`). Lengths and counts are not in it: the linter proves those.
- \`config.schema.json\` is the shape of \`connectly.config.json\` and \`.yaml\`.
- \`payload.schema.json\` is the shape of the bodies that go over the wire.

An editor with YAML support checks and completes a message file whose first line names the schema:

\`\`\`yaml
# yaml-language-server: $schema=../node_modules/connectly-messages/schema/message.schema.json
\`\`\`
`

/** Writes the reference of all keys, level by level. */
export function generateSchemaReference(): string {
  return [intro, ...pagesOf(message), ...pagesOf(config), ...pagesOf(payload)].join('\n')
}

function* pagesOf(schema: Members): Iterable<string> {
  yield `## ${text(schema, 'title')}\n`
  yield `${text(schema, 'description')}\n`
  if (isObject(schema['properties'])) yield table(schema, schema)
  yield* inner(schema, schema)
  for (const definition of Object.values(members(schema, 'definitions'))) {
    if (!isObject(definition) || !isObject(definition['properties'])) continue
    yield `### ${text(schema, 'title')}: ${text(definition, 'title').toLowerCase()}\n`
    yield `${text(definition, 'description')}\n`
    yield table(definition, schema)
  }
}

/** Mappings that are written out where they stand, without a definition. */
function* inner(schema: Members, root: Members): Iterable<string> {
  for (const property of Object.values(members(schema, 'properties'))) {
    if (!isObject(property) || !isObject(property['properties'])) continue
    yield `### ${text(root, 'title')}: ${text(property, 'title').toLowerCase()}\n`
    yield `${text(property, 'description')}\n`
    yield table(property, root)
  }
}

function table(schema: Members, root: Members): string {
  const required = Array.isArray(schema['required']) ? schema['required'] : []
  const rows = Object.entries(members(schema, 'properties')).map(([key, property]) => {
    const target = resolve(property, root)
    const need = required.includes(key) ? 'yes' : ''
    return `| \`${key}\` | ${typeOf(property, root)} | ${need} | ${escapeCell(text(target, 'description'))} |`
  })
  return `| key | type | required | description |\n|---|---|---|---|\n${rows.join('\n')}\n`
}

function typeOf(property: unknown, root: Members): string {
  const schema = resolve(property, root)
  const title = text(schema, 'title').toLowerCase()
  if (Array.isArray(schema['enum'])) return schema['enum'].map((word) => `\`${word}\``).join(', ')
  if ('const' in schema) return `\`${schema['const']}\``
  if (isObject(property) && '$ref' in property && isObject(schema['properties'])) return title
  if (schema['type'] === 'array') return `list of ${typeOf(schema['items'] ?? {}, root)}`
  const { type } = schema
  if (Array.isArray(type)) return type.length > 3 ? 'any' : type.join(' or ')
  return typeof type === 'string' ? type : 'any'
}

function resolve(property: unknown, root: Members): Members {
  if (!isObject(property)) return {}
  const { $ref } = property
  if (typeof $ref !== 'string') return property
  const target = members(root, 'definitions')[$ref.replace('#/definitions/', '')]
  return isObject(target) ? target : {}
}

function members(schema: Members, key: string): Members {
  const value = schema[key]
  return isObject(value) ? value : {}
}

function text(schema: Members, key: string): string {
  const value = schema[key]
  return typeof value === 'string' ? value : ''
}

function escapeCell(cell: string): string {
  return cell.replaceAll('|', '\\|')
}
