import type { Dice } from '../../helpers/legal-values.ts'
import { declarationPools, listsOf } from './declaration-pool.ts'
import { choicesIn, type FileData, objectAt, type ProjectData, pick } from './project-data.ts'

/** Makes a project of one message or a few, each in one locale or two. */
export function randomProject(roll: Dice): ProjectData {
  const project: ProjectData = new Map()
  const names = ['late', 'orders/ready', 'visit'].slice(0, 1 + roll(3))
  for (const name of names) {
    const file = randomFile(roll)
    project.set(`${name}.yaml`, file)
    if (roll(4) === 0) addLocale(project, `${name}.yaml`, 'es')
    if (roll(5) === 0) retireOne(file)
  }
  return project
}

/** Makes a message. */
export function randomFile(roll: Dice): FileData {
  const file = pick([textFile, buttonFile, buttonFile, listFile, listFile], roll)(roll)
  if (roll(2) === 0) file['callbackData'] = randomData(file, roll)
  if (roll(5) === 0) file['fallback'] = { templateName: 'late', language: 'en' }
  return file
}

/** A declaration of a kind. */
export function declare(kind: keyof typeof declarationPools, roll: Dice): unknown {
  return structuredClone(pick(declarationPools[kind], roll))
}

/** A list of objects whose ids and names no two share, as lint wants it of rows. */
export function declareItems(roll: Dice): unknown {
  const id = pick(declarationPools.id, roll) ?? {}
  const name = pick(declarationPools.text.slice(0, 3), roll) ?? {}
  const properties = { id, name, ...(roll(4) === 0 ? { more: { type: 'boolean' } } : {}) }
  return structuredClone(pick(listsOf({ type: 'object', properties }), roll))
}

/** Callback data of some shape, mostly with a variable of the message. */
export function randomData(file: FileData, roll: Dice): unknown {
  const name = pick(Object.keys(objectAt(file, 'variables')), roll) ?? 'who'
  const list: readonly unknown[] = [
    { flow: 'a', who: `{{ ${name} }}` },
    { flow: 'b', who: `{{ ${name} }}` },
    { flow: 'a', who: `x-{{ ${name} }}` },
    { flow: 'a', who: `{{ ${name} }}!` },
    { flow: 'a', who: `x-{{ ${name} }}-y` },
    { flow: 'a' },
    { flow: 'a', step: 1 },
    { flow: 'a', step: 2 },
    { step: [1, 'a', `{{ ${name} }}`] },
    { step: [1, 'a'] },
    { deep: { flow: { who: `{{ ${name} }}` } } },
    `{{ ${name} }}`,
    'flow',
  ]
  return pick(list, roll)
}

/** Adds a variant in another language; whether there is none yet. */
export function addLocale(project: ProjectData, path: string, locale: string): boolean {
  const variant = path.replace('.yaml', `.${locale}.yaml`)
  const file = project.get(path)
  if (file === undefined || project.has(variant)) return false
  const text = JSON.stringify(file['message']).replaceAll('Hello', 'Hola')
  project.set(variant, { message: JSON.parse(text) })
  return true
}

function retireOne(file: FileData): void {
  if (choicesIn(file).length === 0) return
  file['retired'] = [{ id: 'former', reason: 'Not wanted.', date: '2026-01-01' }]
}

function textFile(roll: Dice): FileData {
  const variables = { who: declare('text', roll), count: declare('number', roll) }
  return { variables, message: { text: 'Hello {{ who }}, {{ count }} parcels.' } }
}

function buttonFile(roll: Dice): FileData {
  const variables = {
    who: declare('text', roll),
    key: declare('id', roll),
    flag: declare('flag', roll),
  }
  const ids = ['call', 'go:{{ key }}', '{{ key }}', '{{ key }}-{{ key }}', '{{ key }}-{{ flag }}']
  const buttons = [
    { id: pick(ids, roll), text: 'Call us' },
    { $if: 'flag', id: 'wait', text: 'Wait' },
    { id: 'stop', text: 'Stop' },
  ].slice(0, 2 + roll(2))
  const text = 'Hello {{ who }} {{ key }}'
  return { variables, message: { text, replyButtonMessage: { buttons } } }
}

function listFile(roll: Dice): FileData {
  const variables = { who: declare('text', roll), items: declareItems(roll) }
  const row = { $each: 'item in items', id: 'item:{{ item.id }}', text: '{{ item.name }}' }
  const rows = [row, ...(roll(2) === 0 ? [{ id: 'all', text: 'All of them' }] : [])]
  const sections: unknown[] = [{ title: 'Items', rows }]
  if (roll(3) === 0) sections.push({ title: 'Else', rows: [{ id: 'none', text: 'None of them' }] })
  return {
    variables,
    message: { text: 'Hello {{ who }}', listMessage: { button: { text: 'Choose' }, sections } },
  }
}
