import type { declarationPools } from './declaration-pool.ts'
import { eachOf, type Mutation, objectAt, onBase, pick, replaceIn } from './project-data.ts'
import { declare, declareItems } from './random-project.ts'

const kinds: { readonly [name: string]: keyof typeof declarationPools } = {
  who: 'text',
  key: 'id',
  flag: 'flag',
  count: 'number',
}

/** Declares a variable in another way: narrower, wider, or as something else. */
const redeclare = onBase((file, roll) => {
  const variables = objectAt(file, 'variables')
  const name = pick(Object.keys(variables), roll)
  if (name === undefined) return false
  const kind = kinds[name]
  if (kind === undefined && name !== 'items') return false
  variables[name] = kind === undefined ? declareItems(roll) : declare(kind, roll)
  return true
})

/** Changes of what callers pass. */
export const variableMutations: { readonly [name: string]: Mutation } = {
  redeclare,
  redeclareAgain: redeclare,
  redeclareOnceMore: redeclare,
  changeList: onBase((file, roll) => {
    const list = objectAt(file, 'variables', 'items')
    if (list['type'] !== 'array') return false
    const change = pick([{ maxItems: 2 }, { maxItems: 5 }, { minItems: 2 }, { minItems: 0 }], roll)
    Object.assign(list, change)
    return true
  }),
  changeProperties: onBase((file, roll) => {
    const properties = objectAt(file, 'variables', 'items', 'items', 'properties')
    if (properties['id'] === undefined) return false
    if (properties['more'] === undefined) properties['more'] = { type: 'boolean' }
    else if (roll(2) === 0) delete properties['more']
    else properties['more'] = { type: 'boolean', const: true }
    return true
  }),
  toggleDefault: onBase((file, roll) => {
    const variables = objectAt(file, 'variables')
    const name = pick(['who', 'key', 'flag', 'count'], roll)
    const declaration = objectAt(variables, name)
    if (declaration['type'] === undefined) return false
    if (declaration['default'] !== undefined) delete declaration['default']
    else declaration['default'] = { who: 'ab', key: '7', flag: true, count: 2 }[name]
    return true
  }),
  addVariable: onBase((file, roll, path, project) => {
    file['variables'] ??= {}
    const variables = objectAt(file, 'variables')
    if (variables['fresh'] !== undefined) return false
    const optional = roll(2) === 0 ? { default: 'x' } : {}
    variables['fresh'] = { type: 'string', maxLength: 5, ...optional }
    eachOf(project, path, (one) => replaceIn(one, /(Hello|Hola) /, '$1 {{ fresh }} '))
    return true
  }),
  removeVariable: onBase((file, _roll, path, project) => {
    delete objectAt(file, 'variables')['who']
    eachOf(project, path, (one) => replaceIn(one, / ?\{\{ who \}\}/g, ''))
    return true
  }),
  renameVariable: onBase((file, roll, path, project) => {
    const variables = objectAt(file, 'variables')
    const name = pick(Object.keys(variables), roll)
    if (name === undefined || name === 'items') return false
    variables['renamed'] = variables[name]
    delete variables[name]
    eachOf(project, path, (one) => {
      replaceIn(one, new RegExp(`\\{\\{ ${name} \\}\\}`, 'g'), '{{ renamed }}')
      replaceIn(one, new RegExp(`"\\$if":"${name}"`, 'g'), '"$if":"renamed"')
    })
    return true
  }),
}
